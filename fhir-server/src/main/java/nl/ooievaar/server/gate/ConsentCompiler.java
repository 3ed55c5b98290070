package nl.ooievaar.server.gate;

import ca.uhn.fhir.context.FhirContext;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import nl.ooievaar.server.identity.Caller;
import nl.ooievaar.server.store.Parties;
import nl.ooievaar.server.store.Vault;
import nl.ooievaar.subject.consent.CareRelation;
import nl.ooievaar.subject.consent.Circumstances;
import nl.ooievaar.subject.consent.ConsentStatement;
import nl.ooievaar.subject.consent.Person;
import nl.ooievaar.subject.consent.Representation;
import nl.ooievaar.subject.party.Party;
import org.hl7.fhir.r4.model.CareTeam;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.RelatedPerson;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Compiles all that bears on who may have the records of one person into rows, in the transaction that wrote one of them: her
 * consents, who is around her, who represents her, and when she was born.
 *
 * <p>The rows are the whole truth for queries; the subject decides what they are.
 */
@Component
public class ConsentCompiler {
    /** A write of one of these changes who may see what. */
    public static final Set<String> TYPES = Set.of("Consent", "CareTeam", "RelatedPerson", "Patient");

    private record Stored(UUID id, int version, Party custodian, boolean signedIn, Resource resource) {}

    private final JdbcTemplate jdbc;
    private final Vault vault;
    private final Parties parties;
    private final FhirContext fhir;
    private final ConsentReader consents;
    private final CareTeamReader teams;
    private final GrantRows rows;
    private final EmergencyBars bars;

    ConsentCompiler(
            JdbcTemplate jdbc,
            Vault vault,
            Parties parties,
            FhirContext fhir,
            ConsentReader consents,
            CareTeamReader teams,
            GrantRows rows,
            EmergencyBars bars) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.parties = parties;
        this.fhir = fhir;
        this.consents = consents;
        this.teams = teams;
        this.rows = rows;
        this.bars = bars;
    }

    /** Runs in the transaction of the caller. */
    public void compile(UUID person) {
        // Two writes about one person never compile beside each other: the second is tried again.
        jdbc.update("update person set consent_counter = consent_counter + 1 where person_id = ?", person);
        List<Stored> stored = load(person);
        bars.compile(person, of(Consent.class, stored));
        Person whose = PersonReader.read(person, of(Patient.class, stored));
        List<CareRelation> relations = stored.stream()
                .filter(it -> it.resource() instanceof CareTeam)
                .flatMap(it -> teams.read((CareTeam) it.resource(), it.custodian()).stream())
                .toList();
        Map<String, Representation> representations = new LinkedHashMap<>();
        for (Stored one : stored) {
            if (one.resource() instanceof RelatedPerson related) {
                RepresentationReader.read(related, one.custodian())
                        .ifPresent(it -> representations.put(related.getIdPart(), it));
            }
        }
        List<ConsentStatement> statements = stored.stream()
                .filter(it -> it.resource() instanceof Consent)
                .flatMap(it -> consents
                        .read(
                                (Consent) it.resource(),
                                it.id(),
                                it.version(),
                                it.custodian(),
                                it.signedIn(),
                                representations)
                        .stream())
                .toList();
        rows.replace(
                person,
                new Circumstances(whose, statements, relations, List.copyOf(representations.values())),
                of(RelatedPerson.class, stored));
    }

    private static <T extends Resource> List<T> of(Class<T> type, List<Stored> stored) {
        return stored.stream()
                .map(Stored::resource)
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    private List<Stored> load(UUID person) {
        return jdbc.query(
                """
                select v.file_id, v.id, v.version, v.body, f.data_key, f.custodian, v.author
                from version v join file f on f.file_id = v.file_id
                where f.person_id = ? and v.type in ('Consent', 'CareTeam', 'RelatedPerson', 'Patient')
                  and v.superseded_xid is null and not v.closed
                order by v.seq
                """,
                (row, i) -> {
                    UUID id = row.getObject(2, UUID.class);
                    int version = row.getInt(3);
                    byte[] json =
                            vault.open(row.getBytes(5), row.getObject(1, UUID.class), id, version, row.getBytes(4));
                    Resource resource =
                            (Resource) fhir.newJsonParser().parseResource(new String(json, StandardCharsets.UTF_8));
                    boolean signedIn =
                            parties.party(row.getInt(7)).organizationSystem().equals(Caller.PERSONS);
                    return new Stored(id, version, parties.party(row.getInt(6)), signedIn, resource);
                },
                person);
    }
}
