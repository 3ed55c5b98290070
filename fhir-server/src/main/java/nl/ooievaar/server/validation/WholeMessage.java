package nl.ooievaar.server.validation;

import ca.uhn.fhir.validation.ResultSeverityEnum;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import nl.ooievaar.server.store.StoredForm;
import nl.ooievaar.server.submission.Entry;
import nl.ooievaar.server.submission.TransactionBody;
import nl.ooievaar.subject.Messages;
import nl.ooievaar.subject.Refusal;
import nl.ooievaar.subject.RefusedException;
import org.springframework.stereotype.Component;

/**
 * Judges a message as it was sent: one resource, a Bundle with each of its entries, or resources line by line (NDJSON). What a
 * write would be refused for is an error here too. Thread safe.
 */
@Component
public final class WholeMessage {
    private final Validation validation;

    public WholeMessage(Validation validation) {
        this.validation = validation;
    }

    /** How a message is written. */
    public enum Form {
        JSON,
        XML,
        /** One JSON resource on each line; empty lines are passed over. */
        NDJSON
    }

    /**
     * All findings, the gravest first within each resource; with lines of the message itself.
     *
     * @param profile a profile to judge by besides those that are claimed
     * @throws RefusedException when JSON or XML is malformed; a malformed line of NDJSON is a finding
     */
    public List<Issue> judge(byte[] body, Form form, Locale locale, Optional<String> profile) {
        return switch (form) {
            case JSON -> {
                TransactionBody.check(body);
                yield json(body, "", 1, locale, profile);
            }
            case XML -> validation.judgeXml(body, locale, profile);
            case NDJSON -> lines(body, locale, profile);
        };
    }

    private List<Issue> lines(byte[] body, Locale locale, Optional<String> profile) {
        List<Issue> found = new ArrayList<>();
        int number = 0;
        for (String line : new String(body, StandardCharsets.UTF_8).split("\r?\n", -1)) {
            number++;
            if (!line.isBlank()) {
                byte[] resource = line.getBytes(StandardCharsets.UTF_8);
                try {
                    TransactionBody.check(resource);
                    found.addAll(json(resource, "", number, locale, profile));
                } catch (RefusedException e) {
                    found.add(refused(e.refusal(), number, 1, locale));
                }
            }
        }
        return found;
    }

    private List<Issue> json(byte[] body, String at, int line, Locale locale, Optional<String> profile) {
        if (StoredForm.top(body, "resourceType").filter("Bundle"::equals).isPresent()) {
            return bundle(body, line, locale, profile);
        }
        return one(Entry.single("POST", "", Optional.empty(), Optional.empty(), body), line, locale, profile);
    }

    private List<Issue> one(Entry entry, int line, Locale locale, Optional<String> profile) {
        List<Issue> found = new ArrayList<>();
        if (profile.isEmpty()) {
            validation
                    .missingProfile(entry)
                    .ifPresent(refusal -> found.add(refused(refusal, entry.line(), entry.column(), locale)));
        }
        found.addAll(validation.judge(entry, locale, profile));
        return found.stream()
                .map(one -> one.line() == 0 ? one : one.at(one.line() + line - 1, one.column()))
                .toList();
    }

    /** Each entry as a write would judge it, and what only the Bundle as a whole can tell. */
    private List<Issue> bundle(byte[] body, int line, Locale locale, Optional<String> profile) {
        List<Issue> found = new ArrayList<>();
        List<Entry> entries = TransactionBody.read(body).entries();
        for (Entry entry : entries) {
            if (entry.json().length > 0) {
                found.addAll(one(entry, line, locale, Optional.empty()));
            }
        }
        Entry whole = Entry.single("POST", "", Optional.empty(), Optional.empty(), body);
        validation.judge(whole, locale, profile).stream()
                .filter(issue ->
                        issue.expression() == null || !issue.expression().contains(".resource"))
                .map(issue -> issue.line() == 0 ? issue : issue.at(issue.line() + line - 1, issue.column()))
                .forEach(found::add);
        found.sort(Comparator.comparing(Issue::severity).reversed());
        return found;
    }

    private static Issue refused(Refusal refusal, int line, int column, Locale locale) {
        return new Issue(
                ResultSeverityEnum.ERROR,
                refusal.key(),
                refusal.expression().orElse(""),
                line,
                column,
                Messages.render(refusal, locale),
                Optional.empty());
    }
}
