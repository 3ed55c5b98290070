package nl.ooievaar.subject.consent;

import static nl.ooievaar.subject.consent.People.DESK;
import static nl.ooievaar.subject.consent.People.END;
import static nl.ooievaar.subject.consent.People.MIDWIFE;
import static nl.ooievaar.subject.consent.People.NOON;
import static nl.ooievaar.subject.consent.People.START;
import static nl.ooievaar.subject.consent.People.deny;
import static nl.ooievaar.subject.consent.People.permit;
import static nl.ooievaar.subject.consent.People.statement;
import static nl.ooievaar.subject.consent.People.withdrawn;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import nl.ooievaar.subject.consent.ConsentStatement.Effect;
import org.junit.jupiter.api.Test;

class GrantsTest {

    private static final Instant LATER = Instant.parse("2026-12-01T00:00:00Z");

    @Test
    void a_referral_consent_becomes_one_row_per_class() {
        assertEquals(
                List.of(row("c1", DataClass.CONTACT, START, END), row("c1", DataClass.REFERRAL, START, END)),
                Grants.compile(List.of(permit("c1"))));
    }

    @Test
    void an_objection_in_the_middle_splits_the_period() {
        ConsentStatement pause =
                statement("c2", Effect.DENY, Purpose.REFERRAL, Set.of(DataClass.REFERRAL), NOON, LATER);
        assertEquals(
                List.of(
                        row("c1", DataClass.CONTACT, START, END),
                        row("c1", DataClass.REFERRAL, START, NOON),
                        row("c1", DataClass.REFERRAL, LATER, END)),
                Grants.compile(List.of(permit("c1"), pause)));
    }

    @Test
    void a_boundary_that_changes_nothing_leaves_one_row() {
        ConsentStatement weaker = statement("c2", Effect.DENY, Purpose.REFERRAL, Set.of(), NOON, LATER);
        assertEquals(
                List.of(row("c1", DataClass.CONTACT, START, END)),
                Grants.compile(List.of(permit("c1", DataClass.CONTACT), weaker)));
    }

    @Test
    void withdrawal_leaves_no_row() {
        assertEquals(List.of(), Grants.compile(List.of(withdrawn(permit("c1")))));
    }

    @Test
    void a_withdrawn_objection_gives_back_what_it_closed() {
        assertEquals(
                Grants.compile(List.of(permit("c1"))), Grants.compile(List.of(permit("c1"), withdrawn(deny("c2")))));
    }

    private static Grant row(String id, DataClass dataClass, Instant start, Instant end) {
        return new Grant(MIDWIFE, DESK, dataClass, Purpose.REFERRAL, id, 1, start, end);
    }
}
