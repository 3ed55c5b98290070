package nl.ooievaar.server.submission;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.ooievaar.server.audit.Audit;
import nl.ooievaar.server.audit.AuditedRequest;
import nl.ooievaar.server.gate.ConsentCompiler;
import nl.ooievaar.server.gate.Viewer;
import nl.ooievaar.server.identity.Caller;
import nl.ooievaar.server.store.Directory;
import nl.ooievaar.server.store.Files;
import nl.ooievaar.server.store.Keys;
import nl.ooievaar.server.store.Parties;
import nl.ooievaar.subject.Reason;
import nl.ooievaar.subject.Refusal;
import nl.ooievaar.subject.consent.DataClass;
import nl.ooievaar.subject.emergency.EmergencyAccess;
import nl.ooievaar.subject.emergency.EmergencyBasis;
import nl.ooievaar.subject.emergency.EmergencyTerms;
import nl.ooievaar.subject.party.Party;
import org.hl7.fhir.r4.model.Identifier;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Opens an emergency access in the transaction of the caller: the row the gate reads, a notice to each privacy officer with an
 * outbox row, and the audit. It does the same work for a person who is known, unknown, dead or objecting, so that its answer
 * tells nothing about her (decision 0014).
 */
@Component
public class EmergencyOpening {
    /**
     * What is asked, already found to be within the terms.
     *
     * @param patient the Patient, when it was named by reference
     * @param identifier of hers as the caller sent it; names the Patient where a reference was sent
     */
    public record Asked(
            Optional<UUID> patient,
            Identifier identifier,
            Set<DataClass> classes,
            String reason,
            EmergencyBasis basis,
            Duration duration) {
        /** Names a Patient that was sent by reference. */
        public static Identifier local(UUID patient) {
            return EmergencyNotice.local(patient);
        }
    }

    private final JdbcTemplate jdbc;
    private final EmergencyTerms terms;
    private final EmergencyRecords records;
    private final ConsentCompiler consents;
    private final Directory directory;
    private final Files files;
    private final Keys keys;
    private final Parties parties;
    private final EmergencyNotices notices;
    private final Audit audit;

    public EmergencyOpening(
            JdbcTemplate jdbc,
            EmergencyTerms terms,
            EmergencyRecords records,
            ConsentCompiler consents,
            Directory directory,
            Files files,
            Keys keys,
            Parties parties,
            EmergencyNotices notices,
            Audit audit) {
        this.jdbc = jdbc;
        this.terms = terms;
        this.records = records;
        this.consents = consents;
        this.directory = directory;
        this.files = files;
        this.keys = keys;
        this.parties = parties;
        this.notices = notices;
        this.audit = audit;
    }

    /** @return what holds from now, whether or not it opens anything */
    public EmergencyAccess open(Asked asked, Caller caller, Viewer viewer, AuditedRequest request) {
        Party officer = directory
                .privacyOfficerOf(caller.party())
                .orElseThrow(() -> Refusal.of(Reason.EMERGENCY_NEEDS_OFFICER).exception());
        refuseTooMany(viewer);
        Files.File own = fileOf(asked, parties.number(officer));
        UUID person = own.person().orElseThrow();
        // What she objected to before this server knew emergency access counts too.
        consents.compile(person);
        List<EmergencyRecords.Held> known = records.of(person);
        List<EmergencyRecords.Held> reached = reached(known, caller.party());
        EmergencyAccess access = access(asked, caller, reached, viewer.now());
        insert(access, person, viewer.party());
        EmergencyNotices.Reached whom = new EmergencyNotices.Reached(reached, known);
        List<Audit.Touched> told = notices.tell(access, asked, caller.user().orElseThrow(), own, whom, viewer.now());
        audit.record(request, caller, "E", told);
        return access;
    }

    /** A cap on what is open at once: whoever goes from woman to woman is stopped, and the officers know by then. */
    private void refuseTooMany(Viewer viewer) {
        OffsetDateTime now = at(viewer.now());
        Long[] open = jdbc.queryForObject(
                "select count(*), ceil(extract(epoch from min(ends) - ?::timestamptz)) from emergency_access where party = ? and ends > ?",
                (row, i) -> new Long[] {row.getLong(1), row.getLong(2)},
                now,
                viewer.party(),
                now);
        if (open[0] >= terms.mostOpen()) {
            throw Refusal.of(Reason.TOO_MANY_REQUESTS, Long.toString(open[1])).exception();
        }
    }

    /** The officer's file about this person; for somebody unknown it is opened all the same. */
    private Files.File fileOf(Asked asked, int officer) {
        if (asked.patient().isEmpty() && Placement.BSN.equals(asked.identifier().getSystem())) {
            byte[] bsn = keys.blind("bsn", asked.identifier().getValue());
            return files.ofPerson(officer, Optional.of(bsn));
        }
        Optional<UUID> person = asked.patient().isPresent()
                ? asked.patient().flatMap(records::personOf)
                : records.personOf(asked.identifier());
        return person.map(known -> files.ofLinkedPerson(officer, known))
                .orElseGet(() -> files.ofPerson(officer, Optional.empty()));
    }

    /** The custodians it reaches: none after her death, and only those whose officer can be told. */
    private List<EmergencyRecords.Held> reached(List<EmergencyRecords.Held> all, Party caller) {
        if (all.stream().anyMatch(EmergencyRecords.Held::dead)) {
            return List.of();
        }
        return all.stream()
                .filter(held -> !held.custodian().equals(caller))
                .filter(held -> directory.privacyOfficerOf(held.custodian()).isPresent())
                .toList();
    }

    private static EmergencyAccess access(
            Asked asked, Caller caller, List<EmergencyRecords.Held> reached, Instant now) {
        Set<Party> sources = new LinkedHashSet<>();
        reached.forEach(held -> sources.add(held.custodian()));
        Instant start = now.truncatedTo(ChronoUnit.MILLIS);
        return new EmergencyAccess(
                UUID.randomUUID().toString(),
                caller.party(),
                sources,
                asked.classes(),
                asked.basis(),
                start,
                start.plus(asked.duration()));
    }

    private void insert(EmergencyAccess access, UUID person, int party) {
        jdbc.update(
                """
                insert into emergency_access (person_id, emergency_id, party, sources, classes, basis, starts, ends)
                values (?, ?, ?, ?, ?, ?, ?, ?)
                """,
                person,
                UUID.fromString(access.id()),
                party,
                access.sources().stream().map(parties::number).toArray(Integer[]::new),
                access.classes().stream().map(DataClass::code).toArray(String[]::new),
                access.basis().code(),
                at(access.start()),
                at(access.end()));
    }

    private static OffsetDateTime at(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
