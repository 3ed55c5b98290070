package nl.ooievaar.server.submission;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.ooievaar.server.store.Keys;
import nl.ooievaar.server.store.Versions;
import nl.ooievaar.subject.contact.SafeContact;
import nl.ooievaar.subject.emergency.NoticeMoves;
import nl.ooievaar.subject.referral.TaskState;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Task;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * The messages that she finds where she signs in: whether there may be one, and from when an officer keeps it from her until he
 * takes it up again (design of the gate, rule 10).
 */
@Component
class EmergencyMessages {
    private final JdbcTemplate jdbc;
    private final Keys keys;
    private final Versions versions;

    EmergencyMessages(JdbcTemplate jdbc, Keys keys, Versions versions) {
        this.jdbc = jdbc;
        this.keys = keys;
        this.versions = versions;
    }

    /** Whether she may find one there: she told this custodian that it is safe, and no other the contrary. */
    static boolean mayBe(EmergencyRecords.Held custodian, Collection<EmergencyRecords.Held> known) {
        List<SafeContact> said =
                known.stream().flatMap(it -> it.wishes().safe().stream()).toList();
        return custodian.wishes().safe().isPresent() && SafeContact.inApp(said);
    }

    /** Obeys the move of an officer's notice, in the same transaction. */
    void follow(Planned notice, TaskState from, TaskState to) {
        NoticeMoves.ForHer effect = NoticeMoves.forHer(from, to);
        Optional<Identifier> access = ((Task) notice.resource)
                .getIdentifier().stream().filter(Identifier::hasValue).findFirst();
        if (effect == NoticeMoves.ForHer.UNCHANGED || access.isEmpty()) {
            return;
        }
        UUID person = notice.file.person().orElseThrow();
        boolean kept = effect == NoticeMoves.ForHer.KEPT || putOffByAnother(notice, person, access.get());
        for (Told one : told(person, access.get())) {
            versions.withhold(one.file(), one.id(), kept);
        }
    }

    private boolean putOffByAnother(Planned notice, UUID person, Identifier access) {
        return Boolean.TRUE.equals(jdbc.queryForObject(
                """
                select exists (
                  select 1 from version v join file f on f.file_id = v.file_id
                  where f.person_id = ? and v.type = 'Task' and v.superseded_xid is null and v.id <> ?
                    and v.keys @> array[?, ?]::bigint[])
                """,
                Boolean.class,
                person,
                notice.id,
                key("Task", access),
                keys.code("Task", "status", TaskState.ON_HOLD.code())));
    }

    private record Told(UUID file, UUID id) {}

    private List<Told> told(UUID person, Identifier access) {
        return jdbc.query(
                """
                select v.file_id, v.id from version v join file f on f.file_id = v.file_id
                where f.person_id = ? and v.type = 'Communication' and v.superseded_xid is null
                  and v.keys @> array[?]::bigint[]
                """,
                (row, i) -> new Told(row.getObject(1, UUID.class), row.getObject(2, UUID.class)),
                person,
                key("Communication", access));
    }

    private long key(String type, Identifier access) {
        return keys.token(type, "identifier", access.getSystem(), access.getValue());
    }
}
