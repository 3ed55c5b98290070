package nl.ooievaar.server.validation;

import ca.uhn.fhir.validation.ResultSeverityEnum;
import ca.uhn.fhir.validation.SingleValidationMessage;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import nl.ooievaar.profiles.Explanations;
import nl.ooievaar.profiles.PhbPackage;
import nl.ooievaar.profiles.PhbValidation;
import nl.ooievaar.server.submission.Entry;
import nl.ooievaar.server.types.ResourceTypes;
import nl.ooievaar.subject.Reason;
import nl.ooievaar.subject.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Validates entries one by one against the package, in English; only a failing entry is judged again in Dutch when that is
 * asked. Thread safe. Its health is {@code package}: ready once the definitions are loaded.
 */
@Component("packageHealthIndicator")
public class Validation implements HealthIndicator {
    private static final Logger LOG = LoggerFactory.getLogger(Validation.class);
    private static final Locale DUTCH = Locale.forLanguageTag("nl");

    private final PhbPackage phb;
    private final ResourceTypes types;
    private final Explanations explanations;
    private final CompletableFuture<PhbValidation> english;
    private volatile PhbValidation dutch;

    public Validation(PhbPackage phb, ResourceTypes types) {
        this.phb = phb;
        this.types = types;
        this.explanations = new Explanations(phb);
        this.english = CompletableFuture.supplyAsync(() -> {
            PhbValidation made = new PhbValidation(phb, Locale.ENGLISH);
            made.prepare(phb);
            return made;
        });
        english.whenComplete((made, failure) -> {
            if (failure != null) {
                LOG.error("The contract could not be loaded; every write will be refused", failure);
            }
        });
    }

    /** Only now, because a start needs both processors; until the validator has every definition it is slow, not wrong. */
    @EventListener(ApplicationReadyEvent.class)
    void warmUp() {
        english.thenAcceptAsync(made -> made.warmUp(phb));
    }

    /** @throws nl.ooievaar.subject.RefusedException 503 while the definitions are not loaded */
    public void requireReady() {
        if (!english.isDone() || english.isCompletedExceptionally()) {
            throw Refusal.of(Reason.VALIDATOR_NOT_READY).exception();
        }
    }

    /** Waits until the definitions are loaded, for callers that have nothing else to do. */
    public void awaitReady() {
        english.join();
    }

    /** The issues that keep the submission from being accepted; empty when it is accepted. */
    public List<Issue> errors(List<Entry> entries, Locale locale) {
        requireReady();
        List<Issue> found = new ArrayList<>();
        for (Entry entry : entries) {
            if (entry.json().length > 0) {
                requireProfile(entry);
                if (english.join().surelyAccepted(entry.json())) {
                    continue;
                }
                found.addAll(judge(entry, locale, Optional.empty()).stream()
                        .filter(Issue::error)
                        .toList());
            }
        }
        return found;
    }

    /** All issues of one resource, errors first to last, as {@code $validate} tells them. */
    public List<Issue> judge(Entry entry, Locale locale, Optional<String> profile) {
        return judge(entry, PersonValues.of(entry.json()), locale, profile);
    }

    /** All issues of an XML body as it was sent. */
    public List<Issue> judgeXml(byte[] body, Locale locale, Optional<String> profile) {
        Entry whole = Entry.single("POST", "", Optional.empty(), Optional.empty(), body);
        return judge(whole, PersonValues.ofXml(body), locale, profile);
    }

    private List<Issue> judge(Entry entry, PersonValues values, Locale locale, Optional<String> profile) {
        requireReady();
        String sent = new String(entry.json(), StandardCharsets.UTF_8);
        List<SingleValidationMessage> messages =
                english.join().validate(sent, profile).getMessages();
        boolean wrong = messages.stream().anyMatch(m -> severe(m.getSeverity()));
        if (wrong && locale.getLanguage().equals("nl")) {
            messages = dutch().validate(sent, profile).getMessages();
        }
        String language = locale.getLanguage().equals("nl") ? "nl" : "en";
        List<String> claimed = new ArrayList<>(values.profiles());
        profile.ifPresent(claimed::add);
        return messages.stream()
                .map(m -> issue(m, entry, values, claimed, language))
                .toList();
    }

    private Issue issue(
            SingleValidationMessage message, Entry entry, PersonValues values, List<String> claimed, String language) {
        String id = message.getMessageId() == null ? "invalid" : message.getMessageId();
        int line = message.getLocationLine() == null || entry.line() == 0 ? 0 : message.getLocationLine();
        int column = message.getLocationCol() == null ? 0 : message.getLocationCol();
        // The entry was judged alone: shift its positions back to the request.
        int shiftedColumn = line == 1 ? column + entry.column() - 1 : column;
        return new Issue(
                message.getSeverity(),
                Explanations.rule(id),
                entry.at().isEmpty() ? message.getLocationString() : entry.at() + below(message.getLocationString()),
                line == 0 ? 0 : line + entry.line() - 1,
                line == 0 ? 0 : shiftedColumn,
                values.cut(message.getMessage()),
                explanations
                        .page(id, message.getMessage(), message.getLocationString(), claimed)
                        .map(page -> "/" + language + "/" + page));
    }

    private static String below(String location) {
        int dot = location == null ? -1 : location.indexOf('.');
        return dot < 0 ? "" : location.substring(dot);
    }

    private void requireProfile(Entry entry) {
        missingProfile(entry).ifPresent(refusal -> {
            throw refusal.exception();
        });
    }

    /** What a write would be refused for before it is judged. */
    Optional<Refusal> missingProfile(Entry entry) {
        String type = nl.ooievaar.server.store.StoredForm.top(entry.json(), "resourceType")
                .orElse("");
        List<String> profiles = types.find(type).map(t -> t.profiles()).orElse(List.of());
        List<String> claimed = profiles.isEmpty() ? List.of() : ClaimedProfiles.of(entry.json());
        boolean ours = profiles.isEmpty()
                || profiles.stream()
                        .anyMatch(p -> claimed.stream().anyMatch(c -> c.split("\\|")[0].equals(PhbPackage.profile(p))));
        if (ours) {
            return Optional.empty();
        }
        return Optional.of(Refusal.of(
                        Reason.PROFILE_REQUIRED,
                        type,
                        String.join(
                                ", ", profiles.stream().map(PhbPackage::profile).toList()))
                .at((entry.at().isEmpty() ? type : entry.at()) + ".meta.profile"));
    }

    private PhbValidation dutch() {
        PhbValidation made = dutch;
        if (made == null) {
            synchronized (this) {
                made = dutch == null ? new PhbValidation(phb, DUTCH) : dutch;
                dutch = made;
            }
        }
        return made;
    }

    private static boolean severe(ResultSeverityEnum severity) {
        return severity == ResultSeverityEnum.ERROR || severity == ResultSeverityEnum.FATAL;
    }

    @Override
    public Health health() {
        if (!english.isDone()) {
            return Health.outOfService().withDetail("package", "loading").build();
        }
        return english.isCompletedExceptionally()
                ? Health.down().withDetail("package", "not loaded").build()
                : Health.up().withDetail("package", phb.version()).build();
    }
}
