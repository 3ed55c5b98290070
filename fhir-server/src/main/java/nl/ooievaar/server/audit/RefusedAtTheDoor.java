package nl.ooievaar.server.audit;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.ooievaar.server.identity.Caller;
import nl.ooievaar.server.identity.RefusedAccess;
import nl.ooievaar.subject.Reason;
import nl.ooievaar.subject.Refusal;
import nl.ooievaar.subject.party.Party;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Records tokens and certificates that were refused. Nobody is named whom no verified token names. Rows of callers that could
 * not be told are limited, or anybody could fill the trail, from which nothing can be removed. Thread safe.
 */
@Component
class RefusedAtTheDoor implements RefusedAccess {
    private static final Logger LOG = LoggerFactory.getLogger(RefusedAtTheDoor.class);
    private static final Party NOBODY = new Party("urn:ietf:params:oauth:token-type", "none", "none");
    private static final int MOST_IN_A_SECOND = 50;

    private final Audit audit;
    private final Clock clock;
    private long second;
    private int inIt;

    RefusedAtTheDoor(Audit audit, Clock clock) {
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public void record(String client, Reason reason) {
        Instant now = clock.instant();
        if (client.equals(UNKNOWN) && !allowed(now)) {
            return;
        }
        Caller caller =
                new Caller(NOBODY, "none", Optional.empty(), client, Set.of(), Optional.empty(), Optional.empty());
        Refusal refusal = Refusal.of(reason);
        audit.refused(
                new AuditedRequest(UUID.randomUUID(), "authenticate", null, now),
                caller,
                refusal.status(),
                refusal.key());
    }

    private synchronized boolean allowed(Instant now) {
        if (now.getEpochSecond() != second) {
            if (inIt > MOST_IN_A_SECOND) {
                LOG.warn("{} refused tokens of unknown callers in a second are not on record", inIt - MOST_IN_A_SECOND);
            }
            second = now.getEpochSecond();
            inIt = 0;
        }
        return ++inIt <= MOST_IN_A_SECOND;
    }
}
