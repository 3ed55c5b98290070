package nl.ooievaar.server.gate;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.ooievaar.subject.consent.BirthDate;
import nl.ooievaar.subject.consent.Period;
import nl.ooievaar.subject.consent.Person;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Patient;

/** Projects what all custodians know of a person into what the subject decides on; where they disagree, a range is left. */
final class PersonReader {
    private static final String DECIDES_ALONE = "http://ooievaar.example/fhir/StructureDefinition/phb-decides-alone";

    private PersonReader() {}

    static Person read(UUID person, Collection<Patient> patients) {
        Optional<BirthDate> birth = patients.stream()
                .filter(Patient::hasBirthDate)
                .map(Patient::getBirthDateElement)
                .map(date -> new BirthDate(Periods.first(date), Periods.last(date)))
                .reduce(BirthDate::or);
        List<Period> alone = patients.stream()
                .flatMap(it -> it.getExtensionsByUrl(DECIDES_ALONE).stream())
                .map(Extension::getValue)
                .filter(org.hl7.fhir.r4.model.Period.class::isInstance)
                .map(it -> Periods.of((org.hl7.fhir.r4.model.Period) it))
                .filter(it -> !it.empty())
                .toList();
        return new Person(person.toString(), birth, alone);
    }
}
