package nl.ooievaar.subject.consent;

import static nl.ooievaar.subject.consent.People.DESK;
import static nl.ooievaar.subject.consent.People.MIDWIFE;
import static nl.ooievaar.subject.consent.People.NOON;
import static nl.ooievaar.subject.consent.People.OUTSIDER;
import static nl.ooievaar.subject.consent.People.START;
import static nl.ooievaar.subject.consent.People.about;
import static nl.ooievaar.subject.consent.People.aged;
import static nl.ooievaar.subject.consent.People.grown;
import static nl.ooievaar.subject.consent.People.kept;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class LinkToChildTest {

    private static final LinkToChild LINK = new LinkToChild(kept(DESK, "r1", DataClass.FINDINGS), DESK, NOON);

    @Test
    void the_adult_agrees_for_this_purpose_and_to_who_keeps_the_dossier_of_the_child() {
        assertTrue(LINK.agreed(about(grown(), yes())));
        assertFalse(LINK.agreed(about(grown())), "nothing said");
        assertFalse(LINK.agreed(about(grown(), yes().purpose(Purpose.FEEDBACK))), "another purpose");
        assertFalse(LINK.agreed(about(grown(), base(Said.yes("c")).to(OUTSIDER))), "another keeper");
        assertFalse(LINK.agreed(about(grown(), yes().from(MIDWIFE).recordedBy(MIDWIFE))), "what another keeps");
        assertFalse(LINK.agreed(about(grown(), yes().withdrawn())), "taken back");
        assertFalse(LINK.agreed(about(grown(), yes().during(START, NOON))), "ended");
    }

    @Test
    void a_consent_that_names_what_may_go_is_no_consent_for_the_rest() {
        assertTrue(LINK.agreed(about(grown(), yes().named("r1"))));
        assertFalse(LINK.agreed(about(grown(), yes().named("r2"))));
        assertTrue(LINK.agreed(about(grown(), yes().classes(DataClass.FINDINGS))));
        assertFalse(LINK.agreed(about(grown(), yes().classes(DataClass.PLAN))));
    }

    @Test
    void an_objection_stops_it_however_precise_the_consent() {
        assertFalse(LINK.agreed(about(grown(), yes().named("r1"), no())));
        assertFalse(LINK.agreed(about(grown(), yes(), no().named("r1"))));
        assertTrue(LINK.agreed(about(grown(), yes(), no().named("r2"))));
        assertFalse(LINK.agreed(about(grown(), yes(), no().fromAnybody())));
    }

    @Test
    void from_twelve_to_fifteen_two_must_agree() {
        assertFalse(LINK.agreed(about(aged(14), yes())));
        assertTrue(
                LINK.agreed(about(aged(14), yes(), base(Said.yes("d")).to(DESK).by(Giver.AUTHORITY_HOLDER))));
    }

    private static Said yes() {
        return base(Said.yes("c")).to(DESK);
    }

    private static Said no() {
        return base(Said.no("n")).to(DESK);
    }

    private static Said base(Said said) {
        return said.purpose(Purpose.CHILD_DOSSIER).from(DESK).recordedBy(DESK);
    }
}
