package nl.ooievaar.subject.referral;

import java.time.LocalDate;
import java.util.Optional;
import nl.ooievaar.subject.Reason;
import nl.ooievaar.subject.Refusal;

/** Refuses a prenatal visit that comes too late: the child is there, or must long be there. */
public final class PregnancyWindow {

    /** How long past the due date a pregnancy is still believed. */
    public static final int DAYS_PAST_DUE = 21;

    private PregnancyWindow() {}

    /** Checks a referral on the day it arrives; unknown dates close nothing. */
    public static Optional<Refusal> check(Optional<LocalDate> dueDate, Optional<LocalDate> birth, LocalDate today) {
        if (birth.filter(day -> !day.isAfter(today)).isPresent()) {
            return Optional.of(Refusal.of(Reason.AFTER_BIRTH));
        }
        return dueDate.filter(day -> today.isAfter(day.plusDays(DAYS_PAST_DUE)))
                .map(day -> Refusal.of(Reason.OVERDUE_PREGNANCY));
    }
}
