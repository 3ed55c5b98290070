package nl.ooievaar.subject.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import nl.ooievaar.subject.consent.Period;
import nl.ooievaar.subject.feedback.InformingDuty;
import nl.ooievaar.subject.plan.TeamMember.Side;
import org.junit.jupiter.api.Test;

class LeadTest {
    private static final Instant NOW = Instant.parse("2026-12-10T09:00:00Z");
    private static final Period UNTIL_NOW = new Period(Period.OPEN_START, NOW);
    private static final Period FROM_NOW = new Period(NOW, Period.OPEN_END);

    @Test
    void the_youth_nurse_leads_and_informs_until_somebody_is_known() {
        assertLead(Lead.Holder.YOUTH_NURSE, InformingDuty.YOUTH_NURSE, List.of());
        assertLead(
                Lead.Holder.YOUTH_NURSE,
                InformingDuty.YOUTH_NURSE,
                List.of(new TeamMember(Side.PROFESSIONAL, "Wijkteam", UNTIL_NOW)));
    }

    @Test
    void the_family_goes_before_any_professional_and_the_youth_nurse_goes_on_informing() {
        assertLead(
                Lead.Holder.FAMILY,
                InformingDuty.YOUTH_NURSE,
                List.of(
                        new TeamMember(Side.PROFESSIONAL, "Wijkteam", Period.ALWAYS),
                        new TeamMember(Side.FAMILY, "", FROM_NOW)));
    }

    @Test
    void the_duty_to_inform_moves_at_the_moment_the_professional_begins() {
        List<TeamMember> agreed = List.of(new TeamMember(Side.PROFESSIONAL, "Wijkteam", FROM_NOW));
        assertEquals(InformingDuty.YOUTH_NURSE, InformingDuty.of(Lead.of(agreed, NOW.minusMillis(1))));
        assertEquals("Wijkteam", Lead.of(agreed, NOW).name());
        assertLead(Lead.Holder.PROFESSIONAL, InformingDuty.CASE_LEAD, agreed);
    }

    private static void assertLead(Lead.Holder holder, InformingDuty duty, List<TeamMember> given) {
        Lead lead = Lead.of(given, NOW);
        assertEquals(holder, lead.holder());
        assertEquals(duty, InformingDuty.of(lead));
    }
}
