package nl.ooievaar.server.gate;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.ooievaar.server.identity.Caller;
import nl.ooievaar.server.identity.PersonKey;
import nl.ooievaar.server.store.Keys;
import nl.ooievaar.server.store.People;
import nl.ooievaar.subject.Reason;
import nl.ooievaar.subject.Refusal;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Whose records a caller may see because they are about her, or about whom she represents at that moment. */
@Component
public class Subjects {
    private final ObjectProvider<PersonKey> personKey;
    private final Keys keys;
    private final People people;
    private final JdbcTemplate jdbc;

    public Subjects(ObjectProvider<PersonKey> personKey, Keys keys, People people, JdbcTemplate jdbc) {
        this.personKey = personKey;
        this.keys = keys;
        this.people = people;
        this.jdbc = jdbc;
    }

    /** @return nothing for an organisation, and for somebody about whom nothing is kept and who represents nobody */
    public Sight of(Caller caller, Instant now) {
        return index(caller).map(bsn -> of(bsn, now)).orElse(Sight.NONE);
    }

    /** Under which her files are found who signed in herself; empty for an organisation. */
    public Optional<byte[]> index(Caller caller) {
        return caller.person()
                .map(claim -> personKey.getObject().open(claim).orElseThrow(() -> Refusal.of(Reason.UNAUTHENTICATED)
                        .exception()))
                .map(bsn -> keys.blind("bsn", bsn.value()));
    }

    Sight of(byte[] bsnIndex, Instant now) {
        Set<UUID> persons = new LinkedHashSet<>();
        Set<UUID> files = new LinkedHashSet<>();
        people.byBsn(bsnIndex).ifPresent(herself -> {
            persons.add(herself);
            files.addAll(jdbc.queryForList("select file_id from file where person_id = ?", UUID.class, herself));
        });
        List<UUID> own = List.copyOf(files);
        jdbc.query(
                """
                select r.person_id, f.file_id from representation r
                join file f on f.person_id = r.person_id and f.custodian = r.stated_by
                where r.representative = ? and r.starts <= ? and ? < r.ends
                """,
                row -> {
                    persons.add(row.getObject(1, UUID.class));
                    files.add(row.getObject(2, UUID.class));
                },
                bsnIndex,
                now.atOffset(ZoneOffset.UTC),
                now.atOffset(ZoneOffset.UTC));
        return new Sight(List.copyOf(persons), List.copyOf(files), own);
    }
}
