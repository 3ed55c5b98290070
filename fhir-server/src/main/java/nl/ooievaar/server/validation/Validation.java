package nl.ooievaar.server.validation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import nl.ooievaar.profiles.PhbPackage;
import nl.ooievaar.profiles.PhbValidation;
import nl.ooievaar.server.store.StoredForm;
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

    private final PhbPackage phb;
    private final MissingProfile missing;
    private final CompletableFuture<PhbValidation> english;
    private final Judge judge;

    public Validation(PhbPackage phb, ResourceTypes types) {
        this.phb = phb;
        this.missing = new MissingProfile(types);
        this.judge = new Judge(this::contract, missing);
        this.english = CompletableFuture.supplyAsync(() -> {
            PhbValidation made = PhbValidation.shared(Locale.ENGLISH);
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
        english.thenAcceptAsync(made -> {
            made.warmUp(phb);
            // fhir-server/prepare waits for this line.
            LOG.info("The validator has every definition");
        });
    }

    /** @throws nl.ooievaar.subject.RefusedException 503 while the definitions are not loaded */
    public void requireReady() {
        if (!english.isDone() || english.isCompletedExceptionally()) {
            throw Refusal.of(Reason.VALIDATOR_NOT_READY).exception();
        }
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
                found.addAll(errors(entry, locale));
            }
        }
        return found;
    }

    /** Who judges what is sent to be judged only. */
    public Judge judge() {
        requireReady();
        return judge;
    }

    /** In English first, for most of what is judged is right; only what is not is told in the language asked. */
    private List<Issue> errors(Entry entry, Locale locale) {
        List<Issue> found = judge.of(entry, Locale.ENGLISH, Optional.empty());
        if (locale.getLanguage().equals("nl") && found.stream().anyMatch(Issue::error)) {
            found = judge.of(entry, locale, Optional.empty());
        }
        return found.stream().filter(Issue::error).toList();
    }

    private void requireProfile(Entry entry) {
        String type = StoredForm.top(entry.json(), "resourceType").orElse("");
        String at = entry.at().isEmpty() ? type : entry.at();
        missing.of(at, type, ClaimedProfiles.of(entry.json())).ifPresent(refusal -> {
            throw refusal.exception();
        });
    }

    private PhbValidation contract(Locale locale) {
        return locale.getLanguage().equals("nl") ? PhbValidation.shared(locale) : english.join();
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
