package nl.ooievaar.subject.referral;

import java.time.LocalDate;
import java.util.Optional;
import nl.ooievaar.subject.Reason;
import nl.ooievaar.subject.Refusal;
import nl.ooievaar.subject.birth.Births;
import nl.ooievaar.subject.clock.EvaluationDue;

/** Refuses a prenatal visit that comes too late: the child is there, or must long be there. */
public final class PregnancyWindow {

    /** How long past the due date a pregnancy is still believed. */
    public static final int DAYS_PAST_DUE = 21;

    private PregnancyWindow() {}

    /**
     * Checks a referral on the day it arrives; unknown dates close nothing.
     *
     * @param birth the last that is on record where the sender keeps her; one of an earlier pregnancy closes nothing
     */
    public static Optional<Refusal> check(Optional<LocalDate> dueDate, Optional<LocalDate> birth, LocalDate today) {
        if (birth.filter(day -> !day.isAfter(today) && ofThisPregnancy(day, dueDate, today))
                .isPresent()) {
            return Optional.of(Refusal.of(Reason.AFTER_BIRTH));
        }
        return dueDate.filter(day -> today.isAfter(day.plusDays(DAYS_PAST_DUE)))
                .map(day -> Refusal.of(Reason.OVERDUE_PREGNANCY));
    }

    /** Without a due date she can be pregnant again once the weeks after birth are over. */
    private static boolean ofThisPregnancy(LocalDate birth, Optional<LocalDate> dueDate, LocalDate today) {
        return dueDate.map(due -> !due.isAfter(birth.plusDays(Births.DAYS_OF_ONE_PREGNANCY)))
                .orElseGet(() -> !today.isAfter(EvaluationDue.sixWeeksAfter(birth)));
    }
}
