package nl.ooievaar.server.rest;

import ca.uhn.fhir.rest.api.server.RequestDetails;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import nl.ooievaar.server.audit.AuditedRequest;
import nl.ooievaar.server.gate.Subjects;
import nl.ooievaar.server.gate.Viewer;
import nl.ooievaar.server.identity.Caller;
import nl.ooievaar.server.start.DatabaseClock;
import nl.ooievaar.server.store.Parties;
import nl.ooievaar.subject.Reason;
import nl.ooievaar.subject.Refusal;
import nl.ooievaar.subject.RefusedException;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * One request: who calls, for which moment of the database's clock, in one REPEATABLE READ transaction that is tried again when another was first.
 * Refusals are on record before they are answered.
 */
@Component
public class Exchange {
    private static final int TRIES = 12;

    /**
     * What an interaction works with.
     *
     * @param base of this server, without a slash at the end
     * @param details of the request it came with; empty at a door that is no FHIR interaction
     */
    public record Context(
            Caller caller,
            Viewer viewer,
            AuditedRequest request,
            String base,
            Locale locale,
            Optional<RequestDetails> details) {}

    private final Parties parties;
    private final Subjects subjects;
    private final RefusalTrail trail;
    private final DatabaseClock clock;
    private final TransactionTemplate transaction;

    Exchange(
            Parties parties,
            Subjects subjects,
            RefusalTrail trail,
            DatabaseClock clock,
            PlatformTransactionManager transactions) {
        this.parties = parties;
        this.subjects = subjects;
        this.trail = trail;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * Opens a request: who calls, and whether the token's scope allows this at all, decided without looking at data.
     *
     * @param letter of the scope: c, r, u or s
     */
    public Context open(RequestDetails details, String interaction, String type, char letter, String query) {
        return open(
                Optional.of(details),
                details.getFhirServerBase(),
                Languages.asked(details),
                interaction,
                type,
                letter,
                query);
    }

    /** The same at a door that is no FHIR interaction. */
    Context open(String base, Locale locale, String interaction, String type, char letter, String query) {
        return open(Optional.empty(), base, locale, interaction, type, letter, query);
    }

    private Context open(
            Optional<RequestDetails> details,
            String base,
            Locale locale,
            String interaction,
            String type,
            char letter,
            String query) {
        Caller caller = Caller.current();
        Instant now = clock.instant();
        Viewer viewer = new Viewer(
                parties.number(caller.party()),
                caller.party().mayUseBsn(),
                subjects.of(caller, now),
                caller.purpose(),
                now);
        AuditedRequest request = new AuditedRequest(UUID.randomUUID(), interaction, query, viewer.now());
        Context context = new Context(caller, viewer, request, base, locale, details);
        if (!caller.mayAsk(type, letter)) {
            RefusedException no = Refusal.of(Reason.FORBIDDEN_OPERATION, interaction + " " + type)
                    .exception();
            refused(context, no);
            throw no;
        }
        return context;
    }

    /** The same request at a later moment: what closed meanwhile is closed to its next part. */
    public Context later(Context context) {
        Viewer was = context.viewer();
        Instant now = clock.instant();
        Viewer viewer =
                new Viewer(was.party(), was.careProvider(), subjects.of(context.caller(), now), was.purpose(), now);
        AuditedRequest request = new AuditedRequest(
                context.request().id(),
                context.request().interaction(),
                context.request().query(),
                viewer.now());
        return new Context(context.caller(), viewer, request, context.base(), context.locale(), context.details());
    }

    /** Runs the work in one transaction; what it throws leaves nothing behind but an audit row. */
    public <T> T run(Context context, Function<Context, T> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return transaction.execute(status -> work.apply(context));
            } catch (RefusedException no) {
                refused(context, no);
                throw no;
            } catch (ConcurrencyFailureException | DuplicateKeyException e) {
                // Another transaction was first: what it made true is seen by the next attempt.
                if (attempt == TRIES) {
                    RefusedException no =
                            Refusal.of(Reason.TOO_MANY_REQUESTS, "1").exception();
                    refused(context, no);
                    throw no;
                }
                pause(attempt);
            }
        }
    }

    public void refused(Context context, RefusedException no) {
        trail.refused(
                context.details(),
                context.request(),
                context.caller(),
                no.refusal().status(),
                no.refusal().key());
    }

    private static void pause(int attempt) {
        try {
            Thread.sleep(ThreadLocalRandom.current().nextInt(1, 8 * attempt));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
