package nl.ooievaar.server.gate;

import ca.uhn.fhir.context.FhirContext;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.ooievaar.server.store.Directory;
import nl.ooievaar.subject.consent.ConsentStatement;
import nl.ooievaar.subject.consent.DataClass;
import nl.ooievaar.subject.consent.Purpose;
import nl.ooievaar.subject.party.Party;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Period;
import org.springframework.stereotype.Component;

/**
 * Projects a phb-consent into what the subject decides on.
 *
 * <p>A party named in a consent counts only if the imported directory knows it. Days are days in Amsterdam, the last one
 * included.
 */
@Component
public class ConsentReader {
    private static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");
    /** Every permit has an end: a pregnancy, the visit and the evaluation six weeks after birth fit in it. */
    private static final Duration DEFAULT_LENGTH = Duration.ofDays(400);

    private final FhirContext fhir;
    private final Directory directory;

    public ConsentReader(FhirContext fhir, Directory directory) {
        this.fhir = fhir;
        this.directory = directory;
    }

    Consent parse(byte[] json) {
        return fhir.newJsonParser().parseResource(Consent.class, new String(json, StandardCharsets.UTF_8));
    }

    /** @return empty when the purpose is unknown or no recipient is in the directory: then it opens nothing */
    Optional<ConsentStatement> read(Consent consent, UUID id, int version, Party recorder) {
        Consent.ProvisionComponent provision = consent.getProvision();
        Optional<Purpose> purpose = provision.getPurpose().stream()
                .map(c -> Purpose.of(c.getCode()))
                .flatMap(Optional::stream)
                .findFirst();
        Set<Party> recipients = parties(provision, "IRCP");
        if (purpose.isEmpty() || recipients.isEmpty()) {
            return Optional.empty();
        }
        Set<DataClass> classes = provision.getClass_().stream()
                .map(c -> DataClass.of(c.getCode()))
                .flatMap(Optional::stream)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        Period period = provision.getPeriod();
        Instant start = period.hasStart() ? start(period.getStartElement()) : start(consent.getDateTimeElement());
        Instant end = period.hasEnd() ? end(period.getEndElement()) : start.plus(DEFAULT_LENGTH);
        return Optional.of(new ConsentStatement(
                id.toString(),
                version,
                consent.getStatus() == Consent.ConsentState.ACTIVE,
                provision.getType() == Consent.ConsentProvisionType.DENY
                        ? ConsentStatement.Effect.DENY
                        : ConsentStatement.Effect.PERMIT,
                purpose.get(),
                Optional.of(parties(provision, "CST").stream().findFirst().orElse(recorder)),
                recipients,
                classes,
                start,
                end));
    }

    private Set<Party> parties(Consent.ProvisionComponent provision, String role) {
        return provision.getActor().stream()
                .filter(a -> a.getRole().getCoding().stream().anyMatch(c -> role.equals(c.getCode())))
                .map(a -> directory.partyOf(a.getReference().getIdentifier()))
                .flatMap(Optional::stream)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Instant start(DateTimeType time) {
        return day(time)
                ? LocalDate.parse(time.getValueAsString())
                        .atStartOfDay(AMSTERDAM)
                        .toInstant()
                : moment(time);
    }

    private static Instant end(DateTimeType time) {
        return day(time)
                ? LocalDate.parse(time.getValueAsString())
                        .plusDays(1)
                        .atStartOfDay(AMSTERDAM)
                        .toInstant()
                : moment(time);
    }

    private static boolean day(DateTimeType time) {
        return time.getValueAsString() != null && time.getValueAsString().length() == 10;
    }

    private static Instant moment(DateTimeType time) {
        return time.getValue().toInstant();
    }
}
