package nl.ooievaar.server.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.ooievaar.profiles.PhbPackage;
import nl.ooievaar.server.audit.AuditedRequest;
import nl.ooievaar.server.gate.Viewer;
import nl.ooievaar.server.identity.Caller;
import nl.ooievaar.server.identity.DemoParty;
import nl.ooievaar.server.start.Mode;
import nl.ooievaar.server.store.Parties;
import nl.ooievaar.server.submission.Idempotency;
import nl.ooievaar.server.submission.Submissions;
import nl.ooievaar.server.submission.TransactionBody;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Two stories of the guideline (annex 5, cases 1 and 2) as the midwife of the sandbox sent them; told once, and not where
 * consents must be signed: theirs are not.
 */
@Component
@ConditionalOnProperty(name = "ooievaar.signature.required", havingValue = "false", matchIfMissing = true)
@Order(2)
class DemoStory implements ApplicationRunner {
    private static final List<String> STORIES = List.of("case-1-referral.json", "case-2-referral.json");

    private final Mode mode;
    private final Parties parties;
    private final Submissions submissions;
    private final Idempotency idempotency;
    private final Clock clock;
    private final TransactionTemplate transaction;

    DemoStory(
            Mode mode,
            Parties parties,
            Submissions submissions,
            Idempotency idempotency,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.mode = mode;
        this.parties = parties;
        this.submissions = submissions;
        this.idempotency = idempotency;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (mode.isSandbox()) {
            Caller midwife = new Caller(
                    DemoParty.MIDWIFE.party(),
                    "03.000",
                    Optional.empty(),
                    DemoParty.MIDWIFE.clientId(),
                    Set.of(DemoParty.MIDWIFE.scope()),
                    Optional.empty(),
                    Optional.empty());
            Viewer viewer = Viewer.ofParty(parties.number(midwife.party()), true, clock.instant());
            STORIES.forEach(story -> tell(story, midwife, viewer));
        }
    }

    private void tell(String story, Caller midwife, Viewer viewer) {
        byte[] body = read(story);
        TransactionBody.Read read = TransactionBody.read(body);
        AuditedRequest request = new AuditedRequest(UUID.randomUUID(), "transaction", null, viewer.now());
        // The package judged its examples when it was built; a story told before is found again.
        transaction.executeWithoutResult(status -> idempotency.once(
                new Idempotency.Repeatable(read.entries(), body, Optional.empty(), midwife, viewer, request),
                () -> submissions.apply(read.entries(), midwife, viewer, request, PhbPackage.BASE)));
    }

    private static byte[] read(String story) {
        try (InputStream in = PhbPackage.class.getResourceAsStream("/nl/ooievaar/phb/examples/" + story)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
