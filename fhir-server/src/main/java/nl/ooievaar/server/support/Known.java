package nl.ooievaar.server.support;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.ooievaar.profiles.PhbPackage;
import nl.ooievaar.subject.referral.FirstContactDeadline;
import nl.ooievaar.subject.referral.PregnancyWindow;
import nl.ooievaar.subject.support.Situation;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationStatus;

/**
 * What is known of this pregnancy that the criteria ask for.
 *
 * @param observations the newest first
 */
public record Known(List<Observation> observations) {
    private static final String DUE_DATE = "http://snomed.info/sct|161714006";
    private static final String OURS = PhbPackage.BASE + "/CodeSystem/phb-observation|";
    private static final String BURDEN = OURS + "risk-factor";
    private static final String STRENGTH = OURS + "protective-factor";
    static final Set<String> FACTORS = Set.of(BURDEN, STRENGTH);
    /** From the first day of the last menstruation to the due date. */
    private static final int DAYS = 280;

    private static final Set<ObservationStatus> NO_LONGER =
            Set.of(ObservationStatus.ENTEREDINERROR, ObservationStatus.CANCELLED, ObservationStatus.UNKNOWN);

    public Known {
        observations = List.copyOf(observations);
    }

    /** @param codes as {@link Plans#codes} */
    static boolean counts(Observation one, Collection<String> codes) {
        return !NO_LONGER.contains(one.getStatus()) && codes.stream().anyMatch(code -> is(one, code));
    }

    /** Without what belongs to an earlier pregnancy: a due date long past, and factors from before this one began. */
    Known ofThisPregnancy(LocalDate today) {
        List<Observation> now = observations.stream()
                .filter(one -> !is(one, DUE_DATE)
                        || dueDate(one)
                                .filter(day -> day.plusDays(PregnancyWindow.DAYS_PAST_DUE)
                                        .isBefore(today))
                                .isEmpty())
                .toList();
        Optional<LocalDate> began = now.stream()
                .filter(one -> is(one, DUE_DATE))
                .findFirst()
                .flatMap(Known::dueDate)
                .map(day -> day.minusDays(DAYS));
        return new Known(now.stream()
                .filter(one -> began.isEmpty() || !factor(one) || !before(one, began.get()))
                .toList());
    }

    Known with(List<Observation> more) {
        List<Observation> all = new ArrayList<>(more);
        all.addAll(observations);
        return new Known(all);
    }

    Bundle bundle() {
        Bundle bundle = new Bundle().setType(Bundle.BundleType.COLLECTION);
        observations.forEach(one -> bundle.addEntry().setResource(one));
        return bundle;
    }

    /** How much makes it hard, and how much helps: each factor once, however often it was written down. */
    public Situation situation() {
        return new Situation(distinct(BURDEN), distinct(STRENGTH));
    }

    private int distinct(String code) {
        return observations.stream()
                .filter(one -> is(one, code) && one.getValue() instanceof CodeableConcept)
                .flatMap(one -> one.getValueCodeableConcept().getCoding().stream())
                .map(Plans::token)
                .collect(Collectors.toSet())
                .size();
    }

    private static boolean factor(Observation one) {
        return FACTORS.stream().anyMatch(code -> is(one, code));
    }

    private static boolean is(Observation one, String code) {
        return one.getCode().getCoding().stream().map(Plans::token).anyMatch(code::equals);
    }

    private static Optional<LocalDate> dueDate(Observation one) {
        return one.getValue() instanceof DateTimeType at ? day(at) : Optional.empty();
    }

    private static boolean before(Observation one, LocalDate day) {
        return one.getEffective() instanceof DateTimeType at
                && day(at).filter(day::isAfter).isPresent();
    }

    private static Optional<LocalDate> day(DateTimeType at) {
        ZoneId zone = FirstContactDeadline.ZONE;
        return Optional.ofNullable(at.getValue())
                .map(value -> value.toInstant().atZone(zone).toLocalDate());
    }
}
