package nl.ooievaar.server.store;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import nl.ooievaar.subject.party.Party;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Numbers the parties that ever called or were named. A number says nothing about rights.
 *
 * <p>Numbers never change, so a node may remember them. Thread safe.
 */
@Component
public class Parties {
    private final JdbcTemplate jdbc;
    private final TransactionTemplate apart;
    private final Map<Party, Integer> known = new ConcurrentHashMap<>();
    private final Map<Integer, Party> numbered = new ConcurrentHashMap<>();

    public Parties(JdbcTemplate jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.apart = new TransactionTemplate(transactions);
        // Apart and reading what others committed, so that two first calls of one party agree on its number.
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.apart.setIsolationLevel(TransactionDefinition.ISOLATION_READ_COMMITTED);
    }

    public int number(Party party) {
        Integer found = known.get(party);
        return found != null ? found : remember(party);
    }

    public Party party(int number) {
        return numbered.computeIfAbsent(
                number,
                n -> jdbc.queryForObject(
                        "select organization_system, organization_value, service from party where party_id = ?",
                        (row, i) -> new Party(row.getString(1), row.getString(2), row.getString(3)),
                        n));
    }

    private int remember(Party party) {
        Integer number = apart.execute(status -> {
            jdbc.update(
                    "insert into party (organization_system, organization_value, service) values (?, ?, ?) on conflict do nothing",
                    party.organizationSystem(),
                    party.organizationValue(),
                    party.service());
            return jdbc.queryForObject(
                    "select party_id from party where organization_system = ? and organization_value = ? and service = ?",
                    Integer.class,
                    party.organizationSystem(),
                    party.organizationValue(),
                    party.service());
        });
        known.put(party, number);
        numbered.put(number, party);
        return number;
    }
}
