package nl.ooievaar.server.promise;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.time.ZoneId;
import nl.ooievaar.server.Referral;
import nl.ooievaar.server.identity.DemoParty;
import nl.ooievaar.subject.consent.Period;
import nl.ooievaar.subject.consent.Representation;
import nl.ooievaar.subject.consent.Representation.Ground;

/**
 * Who is recorded to represent her, in both shapes: as the RelatedPerson that is sent, and as the rule reads it.
 *
 * @param bsn with which he signs in
 * @param lastDay in days from today, itself included
 */
record LeakRelative(String bsn, Ground ground, int lastDay) {
    private static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");
    private static final int FIRST_DAY = -30;

    /** As the rule reads it: recorded by the midwife. */
    Representation representation() {
        LocalDate today = LocalDate.now(AMSTERDAM);
        return new Representation(
                bsn,
                DemoParty.MIDWIFE.party(),
                ground,
                new Period(
                        today.plusDays(FIRST_DAY).atStartOfDay(AMSTERDAM).toInstant(),
                        today.plusDays(lastDay + 1L).atStartOfDay(AMSTERDAM).toInstant()));
    }

    /** As it is sent. */
    ObjectNode related(String patient) {
        LocalDate today = LocalDate.now(AMSTERDAM);
        ObjectNode made = (ObjectNode) Referral.example("representative.json");
        ((ObjectNode) made.at("/extension/0")).put("valueCode", ground.code());
        ((ObjectNode) made.at("/identifier/0")).put("value", bsn);
        ((ObjectNode) made.get("patient")).put("reference", patient);
        made.putObject("period")
                .put("start", today.plusDays(FIRST_DAY).toString())
                .put("end", today.plusDays(lastDay).toString());
        return made;
    }
}
