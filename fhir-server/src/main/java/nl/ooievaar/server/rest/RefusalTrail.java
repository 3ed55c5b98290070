package nl.ooievaar.server.rest;

import ca.uhn.fhir.rest.api.server.RequestDetails;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import nl.ooievaar.server.audit.Audit;
import nl.ooievaar.server.audit.AuditedRequest;
import nl.ooievaar.server.identity.Caller;
import nl.ooievaar.server.start.DatabaseClock;
import nl.ooievaar.subject.RefusedException;
import org.springframework.stereotype.Component;

/**
 * Puts each refusal on record once, before it is answered (NEN 7513): in the words of the interaction that refused, or of the
 * protocol where none was reached. Nothing of a body or address is written down.
 */
@Component
class RefusalTrail {
    private static final String ON_RECORD = RefusalTrail.class.getName();

    private static final Pattern UUID_FORM = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private final Audit audit;
    private final DatabaseClock clock;

    RefusalTrail(Audit audit, DatabaseClock clock) {
        this.audit = audit;
        this.clock = clock;
    }

    /** Begins what is refused or done by itself: an entry of a batch. */
    static void begin(RequestDetails details) {
        mark(details).set(false);
    }

    /** A request inside another is on record when either says so. */
    static void within(RequestDetails around, RequestDetails inner) {
        inner.getUserData().put(ON_RECORD, mark(around));
    }

    void refused(Optional<RequestDetails> details, AuditedRequest request, Caller caller, int status, String reason) {
        if (details.isPresent()) {
            refused(details.get(), request, caller, status, reason);
        } else {
            audit.refused(request, caller, status, reason);
        }
    }

    private void refused(RequestDetails details, AuditedRequest request, Caller caller, int status, String reason) {
        if (mark(details).compareAndSet(false, true)) {
            named(details, status)
                    .ifPresentOrElse(
                            id -> audit.refused(request, caller, status, reason, id),
                            () -> audit.refused(request, caller, status, reason));
        }
    }

    /** The record that stands in the address of a request to which it is closed, or which may not ask this of it. */
    private static Optional<UUID> named(RequestDetails details, int status) {
        String id = details.getId() == null ? null : details.getId().getIdPart();
        return (status == 403 || status == 404)
                        && id != null
                        && UUID_FORM.matcher(id).matches()
                ? Optional.of(UUID.fromString(id))
                : Optional.empty();
    }

    /** What no interaction put on record: a body that none could read, a door that is not there. */
    void otherwise(RequestDetails details, int status, String reason) {
        if (!mark(details).get()) {
            caller().ifPresent(caller -> {
                String interaction = details.getRestOperationType() == null
                        ? "http"
                        : details.getRestOperationType().getCode();
                AuditedRequest request = new AuditedRequest(UUID.randomUUID(), interaction, null, clock.instant());
                refused(details, request, caller, status, reason);
            });
        }
    }

    /** Who reads the contract needs no token, and is nobody to put on record. */
    private static Optional<Caller> caller() {
        try {
            return Optional.of(Caller.current());
        } catch (RefusedException nobody) {
            return Optional.empty();
        }
    }

    private static AtomicBoolean mark(RequestDetails details) {
        return (AtomicBoolean) details.getUserData().computeIfAbsent(ON_RECORD, key -> new AtomicBoolean());
    }
}
