package nl.ooievaar.server.audit;

import ca.uhn.fhir.context.FhirContext;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.ooievaar.server.gate.Lookup;
import nl.ooievaar.server.gate.Seen;
import nl.ooievaar.server.gate.Viewer;
import nl.ooievaar.server.store.Vault;
import nl.ooievaar.subject.party.Party;
import org.hl7.fhir.r4.model.HealthcareService;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Organization;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** What parties are called in the imported directory, read through the gate like any entry of it. */
@Component
class PartyNames {
    /**
     * The names of one party.
     *
     * @param organization empty when the directory does not know it
     * @param service empty when the directory does not know it
     */
    record Named(Optional<String> organization, Optional<String> service) {
        static final Named UNKNOWN = new Named(Optional.empty(), Optional.empty());
    }

    private final JdbcTemplate jdbc;
    private final Lookup lookup;
    private final Vault vault;
    private final FhirContext fhir;

    PartyNames(JdbcTemplate jdbc, Lookup lookup, Vault vault, FhirContext fhir) {
        this.jdbc = jdbc;
        this.lookup = lookup;
        this.vault = vault;
        this.fhir = fhir;
    }

    /** Those of these parties that the directory knows. */
    Map<Party, Named> of(Collection<Party> parties, Viewer viewer) {
        Map<Party, UUID> services = services(parties);
        Map<UUID, HealthcareService> entries = read(Set.copyOf(services.values()), HealthcareService.class, viewer);
        Map<UUID, Organization> organizations = read(
                entries.values().stream()
                        .map(PartyNames::organization)
                        .flatMap(Optional::stream)
                        .collect(Collectors.toSet()),
                Organization.class,
                viewer);
        Map<Party, Named> names = new HashMap<>();
        services.forEach((party, id) -> {
            Optional<HealthcareService> entry = Optional.ofNullable(entries.get(id));
            names.put(
                    party,
                    new Named(
                            entry.flatMap(PartyNames::organization)
                                    .map(organizations::get)
                                    .map(Organization::getName),
                            entry.map(HealthcareService::getName)));
        });
        return names;
    }

    private Map<Party, UUID> services(Collection<Party> parties) {
        Map<Party, UUID> found = new HashMap<>();
        jdbc.query(
                connection -> {
                    var ask = connection.prepareStatement(
                            """
                            select p.organization_system, p.organization_value, p.service, p.service_id
                            from party p
                            join unnest(?::text[], ?::text[], ?::text[]) as asked (system, value, service)
                              on p.organization_system = asked.system and p.organization_value = asked.value
                                and p.service = asked.service
                            where p.service_id is not null
                            """);
                    ask.setArray(
                            1,
                            connection.createArrayOf(
                                    "text",
                                    parties.stream()
                                            .map(Party::organizationSystem)
                                            .toArray()));
                    ask.setArray(
                            2,
                            connection.createArrayOf(
                                    "text",
                                    parties.stream()
                                            .map(Party::organizationValue)
                                            .toArray()));
                    ask.setArray(
                            3,
                            connection.createArrayOf(
                                    "text", parties.stream().map(Party::service).toArray()));
                    return ask;
                },
                row -> {
                    found.put(
                            new Party(row.getString(1), row.getString(2), row.getString(3)),
                            row.getObject(4, UUID.class));
                });
        return found;
    }

    private <T extends org.hl7.fhir.r4.model.Resource> Map<UUID, T> read(Set<UUID> ids, Class<T> type, Viewer viewer) {
        Map<UUID, T> read = new HashMap<>();
        lookup.newest(ids, viewer).forEach((id, seen) -> read.put(id, parse(seen, type)));
        return read;
    }

    private <T extends org.hl7.fhir.r4.model.Resource> T parse(Seen seen, Class<T> type) {
        byte[] json = vault.open(seen.dataKey(), seen.fileId(), seen.id(), seen.version(), seen.body());
        return fhir.newJsonParser().parseResource(type, new String(json, StandardCharsets.UTF_8));
    }

    private static Optional<UUID> organization(HealthcareService service) {
        String id = new IdType(service.getProvidedBy().getReference()).getIdPart();
        try {
            return Optional.ofNullable(id).map(UUID::fromString);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
