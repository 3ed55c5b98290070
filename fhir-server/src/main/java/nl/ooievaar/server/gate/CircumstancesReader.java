package nl.ooievaar.server.gate;

import ca.uhn.fhir.context.FhirContext;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.ooievaar.server.identity.Caller;
import nl.ooievaar.server.store.Parties;
import nl.ooievaar.server.store.People;
import nl.ooievaar.server.store.Vault;
import nl.ooievaar.subject.consent.CareRelation;
import nl.ooievaar.subject.consent.Circumstances;
import nl.ooievaar.subject.consent.ConsentStatement;
import nl.ooievaar.subject.consent.ConsentStatement.Effect;
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
 * Reads all that bears on who may have the records of one person: what was said in her files, and where two records of one woman
 * were linked what was said about her in the other: each objection, and permissions for the records that came from there.
 */
@Component
class CircumstancesReader {
    /**
     * What was read.
     *
     * @param related of her own files, which tell by which BSN a representative signs in
     * @param consents of all, for objections that emergency access meets
     */
    record Read(Circumstances circumstances, List<RelatedPerson> related, List<Consent> consents) {}

    private record Stored(UUID id, int version, Party custodian, boolean signedIn, Resource resource) {}

    private final JdbcTemplate jdbc;
    private final Vault vault;
    private final Parties parties;
    private final People people;
    private final FhirContext fhir;
    private final ConsentReader consents;
    private final CareTeamReader teams;

    CircumstancesReader(
            JdbcTemplate jdbc,
            Vault vault,
            Parties parties,
            People people,
            FhirContext fhir,
            ConsentReader consents,
            CareTeamReader teams) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.parties = parties;
        this.people = people;
        this.fhir = fhir;
        this.consents = consents;
        this.teams = teams;
    }

    Read of(UUID person) {
        List<Stored> stored = load(person);
        Person whose = PersonReader.read(person, of(Patient.class, stored));
        List<CareRelation> relations = stored.stream()
                .filter(it -> it.resource() instanceof CareTeam)
                .flatMap(it -> teams.read((CareTeam) it.resource(), it.custodian()).stream())
                .toList();
        Map<String, Representation> representations = representations(stored);
        List<ConsentStatement> statements = new ArrayList<>(statements(stored, representations));
        List<Consent> all = new ArrayList<>(of(Consent.class, stored));
        for (UUID other : people.joined(person)) {
            if (!other.equals(person)) {
                List<Stored> there = load(other);
                all.addAll(of(Consent.class, there));
                Set<Party> brought = people.joiners(other, person).stream()
                        .map(parties::party)
                        .collect(Collectors.toSet());
                statements(there, representations(there)).stream()
                        .filter(it -> it.effect() == Effect.DENY
                                || it.source().filter(brought::contains).isPresent())
                        .forEach(statements::add);
            }
        }
        Circumstances circumstances =
                new Circumstances(whose, statements, relations, List.copyOf(representations.values()));
        return new Read(circumstances, of(RelatedPerson.class, stored), all);
    }

    private static Map<String, Representation> representations(List<Stored> stored) {
        Map<String, Representation> representations = new LinkedHashMap<>();
        for (Stored one : stored) {
            if (one.resource() instanceof RelatedPerson related) {
                RepresentationReader.read(related, one.custodian())
                        .ifPresent(it -> representations.put(related.getIdPart(), it));
            }
        }
        return representations;
    }

    private List<ConsentStatement> statements(List<Stored> stored, Map<String, Representation> representations) {
        return stored.stream()
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
