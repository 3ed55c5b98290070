package nl.ooievaar.server.birth;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.ooievaar.server.gate.Lookup;
import nl.ooievaar.server.gate.Seen;
import nl.ooievaar.server.gate.Viewer;
import nl.ooievaar.server.submission.RecordedBirths;
import nl.ooievaar.subject.birth.BornChild;
import org.hl7.fhir.r4.model.BaseDateTimeType;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Patient;
import org.springframework.stereotype.Component;

/** The children of whom a birth is on record in the file of their mother. */
@Component
class Children {
    /** @param reference of the Patient, as the birth names it */
    record Child(String reference, BornChild facts) {}

    private static final String BIRTH_TIME = "http://hl7.org/fhir/StructureDefinition/patient-birthTime";

    private final Lookup lookup;
    private final Opened opened;

    Children(Lookup lookup, Opened opened) {
        this.lookup = lookup;
        this.opened = opened;
    }

    List<Child> of(Seen mother, Viewer viewer) {
        List<Child> found = new ArrayList<>();
        for (Seen seen : lookup.current("Observation", mother.person().orElseThrow(), viewer)) {
            if (seen.fileId().equals(mother.fileId())) {
                child(opened.as(Observation.class, seen), viewer).ifPresent(found::add);
            }
        }
        return found;
    }

    private Optional<Child> child(Observation birth, Viewer viewer) {
        String reference = birth.getFocusFirstRep().getReference();
        if (!RecordedBirths.counts(birth) || reference == null) {
            return Optional.empty();
        }
        UUID id = UUID.fromString(birth.getFocusFirstRep().getReferenceElement().getIdPart());
        return RecordedBirths.day(birth).map(day -> {
            BornChild told = lookup.newest("Patient", id, viewer)
                    .map(seen -> facts(opened.as(Patient.class, seen), day))
                    .orElseGet(() -> new BornChild(day, Optional.empty(), Set.of(), Optional.empty()));
            return new Child(reference, told);
        });
    }

    static BornChild facts(Patient child, LocalDate born) {
        return new BornChild(
                born,
                time(child),
                child.getIdentifier().stream()
                        .filter(it -> it.hasValue())
                        .map(it -> it.getSystem() + "|" + it.getValue())
                        .collect(Collectors.toSet()),
                Optional.ofNullable(child.getGender()).map(it -> it.toCode()));
    }

    /** The moment of birth as it was written. */
    static Optional<String> time(Patient child) {
        return Optional.ofNullable(child.getBirthDateElement().getExtensionByUrl(BIRTH_TIME))
                .map(Extension::getValue)
                .filter(BaseDateTimeType.class::isInstance)
                .map(it -> ((BaseDateTimeType) it).getValueAsString());
    }
}
