package nl.ooievaar.subject.birth;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.ooievaar.subject.Reason;
import nl.ooievaar.subject.Refusal;
import org.junit.jupiter.api.Test;

class BirthsTest {
    private static final LocalDate DAY = LocalDate.of(2027, 6, 3);
    private static final BornChild CHILD = child("2027-06-03T04:10:00+02:00", "bsn|1");
    private static final BornChild TWIN = child("2027-06-03T04:25:00+02:00", "bsn|2");

    @Test
    void the_same_birth_twice_is_one() {
        assertEquals(known(0), Births.check(List.of(CHILD), List.of(CHILD), false));
        assertEquals(known(0), Births.check(List.of(CHILD), List.of(born(DAY)), false));
        assertEquals(known(0), Births.check(List.of(born(DAY)), List.of(CHILD), false));
    }

    @Test
    void twins_told_at_once_are_two_and_stay_two_when_told_again() {
        List<BornChild> twins = List.of(born(DAY), born(DAY));
        assertEquals(
                new Births.Told(Optional.empty(), List.of(Optional.empty(), Optional.empty())),
                Births.check(List.of(), twins, false));
        assertEquals(
                new Births.Told(Optional.empty(), List.of(Optional.of(0), Optional.of(1))),
                Births.check(twins, twins, false));
    }

    @Test
    void a_second_child_is_added_only_where_that_is_said() {
        assertEquals(Optional.of(Reason.BIRTH_KNOWN), reason(Births.check(List.of(CHILD), List.of(TWIN), false)));
        assertEquals(fresh(), Births.check(List.of(CHILD), List.of(TWIN), true));
        assertEquals(known(1), Births.check(List.of(CHILD, TWIN), List.of(TWIN), true));
    }

    @Test
    void one_more_child_must_be_told_apart_or_a_repeat_would_be_a_third() {
        assertEquals(Optional.of(Reason.BIRTH_APART), reason(Births.check(List.of(CHILD), List.of(born(DAY)), true)));
    }

    @Test
    void a_child_of_a_later_pregnancy_is_no_twin() {
        assertEquals(fresh(), Births.check(List.of(CHILD), List.of(born(DAY.plusDays(141))), false));
        assertEquals(
                Optional.of(Reason.BIRTH_KNOWN),
                reason(Births.check(List.of(CHILD), List.of(born(DAY.plusDays(140))), false)));
    }

    private static Births.Told known(int place) {
        return new Births.Told(Optional.empty(), List.of(Optional.of(place)));
    }

    private static Births.Told fresh() {
        return new Births.Told(Optional.empty(), List.of(Optional.empty()));
    }

    private static Optional<Reason> reason(Births.Told told) {
        return told.refusal().map(Refusal::reason);
    }

    private static BornChild born(LocalDate day) {
        return new BornChild(day, Optional.empty(), Set.of(), Optional.empty());
    }

    private static BornChild child(String time, String identifier) {
        return new BornChild(DAY, Optional.of(time), Set.of(identifier), Optional.empty());
    }
}
