package nl.ooievaar.server.protocol;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import nl.ooievaar.server.audit.Audit;
import nl.ooievaar.server.audit.AuditedRequest;
import nl.ooievaar.server.identity.Caller;
import nl.ooievaar.subject.Reason;
import nl.ooievaar.subject.Refusal;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * Puts on record what was refused before any door. A flood is one row a minute for each client: the trail is for people, and must
 * not be what the flood fills. Thread safe.
 */
final class RefusalRecord {
    private final Audit audit;
    private final Clock clock;
    private final Cache<String, Boolean> flooding = Caffeine.newBuilder()
            .expireAfterWrite(Duration.ofMinutes(1))
            .maximumSize(10_000)
            .build();

    RefusalRecord(Audit audit, Clock clock) {
        this.audit = audit;
        this.clock = clock;
    }

    void of(Caller caller, Refusal refusal) {
        boolean told = refusal.reason() == Reason.TOO_MANY_REQUESTS
                && flooding.asMap().putIfAbsent(caller.clientId(), true) != null;
        if (told) {
            return;
        }
        try {
            audit.refused(
                    new AuditedRequest(UUID.randomUUID(), "http", null, clock.instant()),
                    caller,
                    refusal.status(),
                    refusal.key());
        } catch (DataAccessException | TransactionException e) {
            // Nothing is disclosed or changed by a refusal; it stays one when it can't be written down.
            return;
        }
    }
}
