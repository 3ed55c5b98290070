package nl.ooievaar.server.gate;

import ca.uhn.fhir.context.FhirContext;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.ooievaar.server.store.Files;
import nl.ooievaar.server.store.Parties;
import nl.ooievaar.server.store.Vault;
import nl.ooievaar.subject.consent.CareRelation;
import nl.ooievaar.subject.party.CareRole;
import nl.ooievaar.subject.party.Party;
import org.hl7.fhir.r4.model.CareTeam;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Who is the coordinating obstetric provider of a woman now, as far as she agreed that this one is told: whoever holds the role
 * in the care teams of the custodian; where those name nobody, whoever her consent for that purpose names. It may be another
 * each time it is asked, and opens nothing.
 */
@Component
public class CoordinatingProviders {
    private final JdbcTemplate jdbc;
    private final Vault vault;
    private final Parties parties;
    private final FhirContext fhir;
    private final CareTeamReader teams;

    CoordinatingProviders(JdbcTemplate jdbc, Vault vault, Parties parties, FhirContext fhir, CareTeamReader teams) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.parties = parties;
        this.fhir = fhir;
        this.teams = teams;
    }

    /** Keys of parties. */
    public List<Integer> of(Files.File file, Instant now) {
        List<Integer> held = holders(file, now);
        return held.isEmpty() ? named(file, now) : held;
    }

    private List<Integer> named(Files.File file, Instant now) {
        OffsetDateTime at = now.atOffset(ZoneOffset.UTC);
        return jdbc.queryForList(
                """
                select distinct recipient from access_grant
                where person_id = ? and effect = 'permit' and purpose = 'feedback-coordinating-provider'
                  and source = ? and starts <= ? and ? < ends
                order by recipient
                """,
                Integer.class,
                file.person().orElseThrow(),
                file.custodian(),
                at,
                at);
    }

    private List<Integer> holders(Files.File file, Instant now) {
        Party custodian = parties.party(file.custodian());
        Set<Party> holders = jdbc
                .query(
                        """
                        select id, version, body from version
                        where file_id = ? and type = 'CareTeam' and superseded_xid is null and not closed order by seq
                        """,
                        (row, i) -> vault.open(
                                file.dataKey(),
                                file.fileId(),
                                row.getObject(1, UUID.class),
                                row.getInt(2),
                                row.getBytes(3)),
                        file.fileId())
                .stream()
                .map(json ->
                        fhir.newJsonParser().parseResource(CareTeam.class, new String(json, StandardCharsets.UTF_8)))
                .flatMap(team -> teams.read(team, custodian).stream())
                .filter(it -> it.role() == CareRole.COORDINATING_OBSTETRIC_PROVIDER)
                .filter(it -> it.period().holds(now))
                .map(CareRelation::holder)
                .collect(Collectors.toSet());
        return holders.stream().map(parties::number).sorted().toList();
    }
}
