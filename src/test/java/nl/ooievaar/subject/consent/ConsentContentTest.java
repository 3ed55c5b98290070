package nl.ooievaar.subject.consent;

import static nl.ooievaar.subject.consent.People.DESK;
import static nl.ooievaar.subject.consent.People.END;
import static nl.ooievaar.subject.consent.People.MIDWIFE;
import static nl.ooievaar.subject.consent.People.START;
import static nl.ooievaar.subject.consent.Said.no;
import static nl.ooievaar.subject.consent.Said.yes;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import nl.ooievaar.subject.Reason;
import nl.ooievaar.subject.Refusal;
import nl.ooievaar.subject.party.CareRole;
import org.junit.jupiter.api.Test;

class ConsentContentTest {

    @Test
    void a_consent_that_would_mean_nothing_is_refused_and_a_withdrawal_never_is() {
        refused(Reason.CONSENT_PERIOD, "Consent.provision.period", yes("c").during(END, START));
        refused(Reason.CONSENT_TO_ITSELF, "Consent.provision.actor", yes("c").to(MIDWIFE));
        refused(
                Reason.CONSENT_NAMED_PARTIES,
                "Consent.provision.actor",
                yes("c").purpose(Purpose.CASE_CONFERENCE).from(DESK).to(CareRole.GP));
        refused(Reason.CONSENT_GIVER, "Consent.performer", yes("c").by(Giver.REPRESENTATIVE));
        refused(
                Reason.CONSENT_CLASS,
                "Consent.provision.class",
                no("c").classes(DataClass.REFERRAL, DataClass.FINDINGS));
        assertEquals(
                Optional.empty(),
                ConsentContent.check(yes("c").during(END, START).withdrawn().told()));
    }

    @Test
    void what_opens_nothing_by_its_purpose_may_be_said() {
        assertEquals(
                Optional.empty(),
                ConsentContent.check(yes("c").purpose(Purpose.CHILD_DOSSIER)
                        .classes(DataClass.PLAN)
                        .told()));
        assertEquals(
                Optional.empty(),
                ConsentContent.check(
                        yes("c").purpose(Purpose.CHILD_DOSSIER).to(MIDWIFE).told()));
        assertEquals(
                Optional.empty(), ConsentContent.check(no("c").to(CareRole.GP).told()));
    }

    private static void refused(Reason reason, String at, Said said) {
        Refusal refusal = ConsentContent.check(said.told()).orElseThrow();
        assertEquals(reason, refusal.reason());
        assertEquals(at, refusal.at());
    }
}
