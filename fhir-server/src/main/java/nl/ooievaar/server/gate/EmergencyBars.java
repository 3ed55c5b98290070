package nl.ooievaar.server.gate;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.ooievaar.server.store.Directory;
import nl.ooievaar.server.store.Parties;
import nl.ooievaar.subject.consent.DataClass;
import nl.ooievaar.subject.emergency.StandingObjection;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Consent.ConsentProvisionType;
import org.hl7.fhir.r4.model.Consent.ProvisionComponent;
import org.hl7.fhir.r4.model.Identifier;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Compiles the objections of one person into rows that emergency access meets, in the transaction that wrote one of her
 * consents. In doubt an objection closes more: what it does not say, or names in a way we cannot tell, is all.
 */
@Component
public class EmergencyBars {
    private static final String SERVICES = "http://ooievaar.example/fhir/NamingSystem/service";

    private final JdbcTemplate jdbc;
    private final Parties parties;
    private final Directory directory;

    public EmergencyBars(JdbcTemplate jdbc, Parties parties, Directory directory) {
        this.jdbc = jdbc;
        this.parties = parties;
        this.directory = directory;
    }

    /** Replaces the rows of this person by what her consents say now. */
    public void compile(UUID person, List<Consent> consents) {
        jdbc.update("delete from emergency_bar where person_id = ?", person);
        List<Object[]> rows = consents.stream()
                .filter(consent -> consent.getStatus() == Consent.ConsentState.ACTIVE)
                .flatMap(consent -> objections(consent, consent.getProvision()).stream())
                .map(objection -> row(person, objection))
                .toList();
        jdbc.batchUpdate(
                """
                insert into emergency_bar (person_id, recipient, organization, source, data_class, starts, ends)
                values (?, ?, ?, ?, ?, ?, ?)
                """,
                rows);
    }

    private List<StandingObjection> objections(Consent consent, ProvisionComponent provision) {
        List<StandingObjection> found = new ArrayList<>();
        if (provision.getType() == ConsentProvisionType.DENY) {
            Instant start = provision.getPeriod().hasStart()
                    ? Periods.start(provision.getPeriod().getStartElement())
                    : Instant.EPOCH;
            Instant end = provision.getPeriod().hasEnd()
                    ? Periods.end(provision.getPeriod().getEndElement())
                    : nl.ooievaar.subject.consent.Period.OPEN_END;
            for (Named recipient : named(provision, "IRCP")) {
                for (Named source : named(provision, "CST")) {
                    for (Optional<DataClass> dataClass : classes(provision)) {
                        found.add(new StandingObjection(
                                recipient.party(),
                                recipient.organization(),
                                // Narrower than a service is a source never told: an organisation closes all.
                                source.party(),
                                dataClass,
                                start,
                                end));
                    }
                }
            }
        }
        provision.getProvision().forEach(part -> found.addAll(objections(consent, part)));
        return found;
    }

    /** Whom an actor means; neither is everybody. */
    private record Named(Optional<nl.ooievaar.subject.party.Party> party, Optional<String> organization) {
        private static final Named ALL = new Named(Optional.empty(), Optional.empty());
    }

    private List<Named> named(ProvisionComponent provision, String role) {
        List<Named> named = provision.getActor().stream()
                .filter(actor -> actor.getRole().getCoding().stream().anyMatch(c -> role.equals(c.getCode())))
                .map(actor -> named(actor.getReference().getIdentifier()))
                .toList();
        return named.isEmpty() ? List.of(Named.ALL) : named;
    }

    private Named named(Identifier identifier) {
        if (SERVICES.equals(identifier.getSystem())) {
            return directory
                    .partyOf(identifier)
                    .map(party -> new Named(Optional.of(party), Optional.empty()))
                    .orElse(Named.ALL);
        }
        return identifier.hasSystem() && identifier.hasValue()
                ? new Named(Optional.empty(), Optional.of(identifier.getSystem() + "|" + identifier.getValue()))
                : Named.ALL;
    }

    private static List<Optional<DataClass>> classes(ProvisionComponent provision) {
        if (!provision.hasClass_()) {
            return List.of(Optional.empty());
        }
        return provision.getClass_().stream()
                .map(coding -> DataClass.of(coding.getCode()))
                .distinct()
                .toList();
    }

    private Object[] row(UUID person, StandingObjection objection) {
        return new Object[] {
            person,
            objection.recipient().map(parties::number).orElse(null),
            objection.organization().orElse(null),
            objection.source().map(parties::number).orElse(null),
            objection.dataClass().map(DataClass::code).orElse(null),
            OffsetDateTime.ofInstant(objection.start(), ZoneOffset.UTC),
            OffsetDateTime.ofInstant(objection.end(), ZoneOffset.UTC)
        };
    }
}
