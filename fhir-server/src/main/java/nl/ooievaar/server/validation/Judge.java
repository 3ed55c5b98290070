package nl.ooievaar.server.validation;

import ca.uhn.fhir.validation.ResultSeverityEnum;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import nl.ooievaar.profiles.Finding;
import nl.ooievaar.profiles.PhbValidation;
import nl.ooievaar.server.submission.Entry;
import nl.ooievaar.server.submission.TransactionBody;
import nl.ooievaar.server.types.ResourceTypes;
import nl.ooievaar.subject.Messages;
import nl.ooievaar.subject.Reason;
import nl.ooievaar.subject.Refusal;
import nl.ooievaar.subject.RefusedException;

/** Judges by the contract and tells each issue at its place in what was sent, without values of a person. Thread safe. */
public final class Judge {
    /** More says nothing more, and an answer has an end. */
    public static final int MOST_ISSUES = 1000;

    private final Function<Locale, PhbValidation> contract;
    private final MissingProfile missing;

    /** @param contract the rules, speaking the language of the locale */
    Judge(Function<Locale, PhbValidation> contract, MissingProfile missing) {
        this.contract = contract;
        this.missing = missing;
    }

    /** One that writes nothing and so prepares nothing: it reads what it needs, in the languages that are asked. */
    public static Judge alone(ResourceTypes types) {
        return new Judge(PhbValidation::shared, new MissingProfile(types));
    }

    /** All issues of one resource of a request; their lines are told when they are placed. */
    List<Issue> of(Entry entry, Locale locale, Optional<String> profile) {
        List<Issue> found = judge(entry.json(), PersonValues.of(entry.json()), entry.at(), locale, profile);
        return entry.line() > 0 ? found : found.stream().map(Issue::nowhere).toList();
    }

    /**
     * All issues of a body, the gravest first: of the resource, of the Bundle with all its entries, of each line, or of the
     * resource in Parameters.
     *
     * @param asked what is asked besides; Parameters may name another profile
     * @throws RefusedException when the body is not well-formed; a line that is not is an issue
     */
    public List<Issue> of(byte[] body, Form form, Locale locale, Question asked) {
        checkText(body);
        if (form == Form.LINES && !new String(body, StandardCharsets.UTF_8).isBlank()) {
            return ordered(ofLines(body, locale, asked), locale);
        }
        boolean xml = form == Form.XML;
        PersonValues values = xml ? PersonValues.ofXml(body) : checked(body);
        List<Issue> found = Asked.in(body, form)
                .map(in -> sent(new Sent(in.resource(), form, values, in.at()), locale, asked.orBy(in.profile())))
                .orElseGet(() -> sent(new Sent(body, form, values, ""), locale, asked));
        return ordered(placed(found, body, xml), locale);
    }

    private static PersonValues checked(byte[] json) {
        TransactionBody.check(json);
        return PersonValues.of(json);
    }

    private List<Issue> ofLines(byte[] body, Locale locale, Question asked) {
        List<Issue> found = new ArrayList<>();
        int line = 1;
        for (int from = 0; from < body.length && found.size() <= MOST_ISSUES; line++) {
            int end = from;
            while (end < body.length && body[end] != '\n') {
                end++;
            }
            byte[] one = Arrays.copyOfRange(body, from, end);
            if (!new String(one, StandardCharsets.UTF_8).isBlank()) {
                found.addAll(ofLine(one, line, locale, asked));
            }
            from = end + 1;
        }
        return found;
    }

    private List<Issue> ofLine(byte[] one, int line, Locale locale, Question asked) {
        try {
            TransactionBody.check(one, line);
        } catch (RefusedException no) {
            Issue issue = refused(no.refusal(), locale);
            return List.of(issue.at(line, issue.column()));
        }
        Sent sent = new Sent(one, Form.LINES, PersonValues.of(one), "");
        return JsonPlaces.place(one, sent(sent, locale, asked)).stream()
                .map(issue -> issue.at(line, issue.column()))
                .toList();
    }

    /** What is not well-formed, as an issue among others. */
    public static Issue refused(Refusal refusal, Locale locale) {
        List<String> in = refusal.arguments();
        int line =
                switch (refusal.reason()) {
                    case MALFORMED_JSON, MALFORMED_XML -> 0;
                    case DUPLICATE_KEY -> 1;
                    default -> -1;
                };
        return ours(
                ResultSeverityEnum.ERROR,
                refusal,
                locale,
                line < 0 ? 1 : Integer.parseInt(in.get(line)),
                line < 0 ? 1 : Integer.parseInt(in.get(line + 1)));
    }

    private static Issue ours(ResultSeverityEnum severity, Refusal refusal, Locale locale, int line, int column) {
        String key = refusal.key();
        String text = Messages.render(refusal, locale);
        return new Issue(severity, key, key, refusal.at(), Optional.empty(), line, column, text, Optional.empty());
    }

    /** The same issues at the lines of the whole body of the request. */
    public static List<Issue> placed(List<Issue> issues, byte[] body, boolean xml) {
        return xml ? XmlPlaces.of(body).place(issues) : JsonPlaces.place(body, issues);
    }

    /** What is judged before it is written: what a write would be refused for is an error too. */
    private List<Issue> sent(Sent sent, Locale locale, Question asked) {
        List<Issue> found = new ArrayList<>();
        asked.refuseType(sent.form().type(sent.body()))
                .ifPresent(refusal -> found.add(refused(refusal, locale).below(sent.at())));
        if (asked.profile().isEmpty()) {
            String text = new String(sent.body(), StandardCharsets.UTF_8);
            contract.apply(locale).claims(text).forEach(one -> missing.of(one.expression(), one.type(), one.profiles())
                    .ifPresent(refusal -> found.add(refused(refusal, locale).below(sent.at()))));
        }
        found.addAll(judge(sent.body(), sent.values(), sent.at(), locale, asked.profile()));
        return found;
    }

    /** A resource with where it stands in the request, and what of the request is never repeated. */
    private record Sent(byte[] body, Form form, PersonValues values, String at) {}

    private List<Issue> judge(byte[] body, PersonValues values, String at, Locale locale, Optional<String> profile) {
        List<Finding> found = contract.apply(locale).findings(new String(body, StandardCharsets.UTF_8), profile);
        return found.stream()
                .limit(MOST_ISSUES + 1)
                .map(one -> Issue.of(one, at, values))
                .toList();
    }

    private static List<Issue> ordered(List<Issue> found, Locale locale) {
        List<Issue> ordered = new ArrayList<>(found.stream()
                .sorted(Comparator.comparing(Issue::severity).reversed())
                .limit(MOST_ISSUES)
                .toList());
        if (found.size() > MOST_ISSUES) {
            Refusal more = Refusal.of(Reason.MORE_ISSUES, Integer.toString(MOST_ISSUES));
            ordered.add(ours(ResultSeverityEnum.INFORMATION, more, locale, 0, 0));
        }
        return ordered;
    }

    /** FHIR is UTF-8; anything else would be judged as what it is not. */
    private static void checkText(byte[] body) {
        for (byte one : body) {
            if (one == 0) {
                throw Refusal.of(Reason.NOT_UTF8).exception();
            }
        }
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body));
        } catch (CharacterCodingException e) {
            throw Refusal.of(Reason.NOT_UTF8).exception();
        }
    }
}
