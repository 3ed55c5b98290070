package nl.ooievaar.server.store;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import nl.ooievaar.server.identity.UsedAssertions;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Used client assertions in the database, where every node sees them; only the hash of client and id is kept. */
@Component
class UsedAssertionTable implements UsedAssertions {
    private static final Duration BETWEEN_CLEANINGS = Duration.ofMinutes(1);

    private final JdbcTemplate jdbc;
    private final Keys keys;
    private final Clock clock;
    private final TransactionTemplate apart;
    private final AtomicReference<Instant> cleaned = new AtomicReference<>(Instant.EPOCH);

    UsedAssertionTable(JdbcTemplate jdbc, Keys keys, Clock clock, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.keys = keys;
        this.clock = clock;
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        // The second of two at once must find the first, not a conflict with it.
        this.apart.setIsolationLevel(TransactionDefinition.ISOLATION_READ_COMMITTED);
    }

    @Override
    public boolean first(String client, String id, Instant until) {
        byte[] key = keys.blind("client-assertion", (client + '\n' + id).getBytes(StandardCharsets.UTF_8));
        clean();
        return apart.execute(status -> jdbc.update(
                        "insert into used_assertion (assertion, ends) values (?, ?) on conflict do nothing",
                        key,
                        at(until)))
                == 1;
    }

    private void clean() {
        Instant now = clock.instant();
        Instant last = cleaned.get();
        if (now.isAfter(last.plus(BETWEEN_CLEANINGS)) && cleaned.compareAndSet(last, now)) {
            apart.executeWithoutResult(status -> jdbc.update(
                    """
                    delete from used_assertion where assertion in
                      (select assertion from used_assertion where ends < ? for update skip locked limit 10000)
                    """,
                    at(now)));
        }
    }

    private static OffsetDateTime at(Instant moment) {
        return OffsetDateTime.ofInstant(moment, ZoneOffset.UTC);
    }
}
