package nl.ooievaar.server.submission;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import nl.ooievaar.server.store.Files;
import nl.ooievaar.subject.clock.EvaluationDue;
import org.hl7.fhir.r4.model.Observation;
import org.springframework.stereotype.Component;

/** Births of which a custodian keeps the record in her file: an Observation each, in which the child is the focus. */
@Component
public class RecordedBirths {
    /** Of the code of such an Observation. */
    public static final String SYSTEM = "http://ooievaar.example/fhir/CodeSystem/phb-observation";

    public static final String CODE = "birth";

    private final KeptRecords kept;

    RecordedBirths(KeptRecords kept) {
        this.kept = kept;
    }

    /** The day of the last birth in this file. */
    Optional<LocalDate> last(Files.File file) {
        return kept.observations(file, SYSTEM, CODE).stream()
                .map(one -> (Observation) one.resource())
                .filter(RecordedBirths::counts)
                .flatMap(one -> day(one).stream())
                .max(Comparator.naturalOrder());
    }

    /** Whether this is a birth that was not entered in error. */
    public static boolean counts(Observation birth) {
        return birth.getCode().hasCoding(SYSTEM, CODE)
                && birth.getStatus() != Observation.ObservationStatus.ENTEREDINERROR
                && birth.hasEffectiveDateTimeType();
    }

    /** The day in the Netherlands. */
    public static Optional<LocalDate> day(Observation birth) {
        String written = birth.getEffectiveDateTimeType().getValueAsString();
        return Stream.of(written)
                .filter(text -> text != null && text.length() >= 10)
                .map(text -> text.length() == 10
                        ? LocalDate.parse(text)
                        : EvaluationDue.dayOf(
                                birth.getEffectiveDateTimeType().getValue().toInstant()))
                .findFirst();
    }
}
