package nl.ooievaar.server.promise;

import static nl.ooievaar.server.identity.DemoParty.JGZ;
import static nl.ooievaar.server.identity.DemoParty.MATERNITY;
import static nl.ooievaar.server.identity.DemoParty.MIDWIFE;
import static nl.ooievaar.server.identity.DemoParty.OUTSIDER;
import static nl.ooievaar.server.promise.LeakSaying.deny;
import static nl.ooievaar.server.promise.LeakSaying.permit;
import static nl.ooievaar.subject.consent.Purpose.CONTACT_DETAILS;
import static nl.ooievaar.subject.consent.Purpose.FEEDBACK;
import static nl.ooievaar.subject.consent.Purpose.MONITORING;
import static nl.ooievaar.subject.consent.Purpose.REFERRAL;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import nl.ooievaar.subject.consent.BirthDate;
import nl.ooievaar.subject.consent.DataClass;
import nl.ooievaar.subject.consent.Period;
import nl.ooievaar.subject.consent.Person;

/**
 * What she, or her partner, said: one woman of her own for each. Most say it in both directions, so that the midwife's file
 * and that of the desk are both tried. A new state is a new constant, and nothing else.
 */
enum LeakState {
    /** No word of hers concerns a referral; without any word at all none is taken. */
    NONE(List.of(permit(MONITORING, MIDWIFE, MATERNITY)), List.of()),
    ACTIVE(both(permit(REFERRAL, MIDWIFE, JGZ), permit(FEEDBACK, JGZ, MIDWIFE)), List.of()),
    CONTACT_ONLY(List.of(permit(CONTACT_DETAILS, MIDWIFE, JGZ)), List.of()),
    CLASS_NAMED(List.of(permit(REFERRAL, MIDWIFE, JGZ, DataClass.CONTACT)), List.of()),
    ADDRESS_NAMED(List.of(permit(REFERRAL, MIDWIFE, JGZ, DataClass.WITHHELD_ADDRESS)), List.of()),
    OTHER_PURPOSE(both(permit(MONITORING, MIDWIFE, JGZ), permit(MONITORING, MIDWIFE, MATERNITY)), List.of()),
    OTHER_RECIPIENT(both(permit(REFERRAL, MIDWIFE, OUTSIDER), permit(FEEDBACK, JGZ, MATERNITY)), List.of()),
    OTHER_SOURCE(both(permit(FEEDBACK, MATERNITY, JGZ), permit(FEEDBACK, OUTSIDER, MIDWIFE)), List.of()),
    EXPIRED(
            both(
                    permit(REFERRAL, MIDWIFE, JGZ).during(-30, -1),
                    permit(FEEDBACK, JGZ, MIDWIFE).during(-30, -1)),
            List.of()),
    LAST_DAY(
            both(
                    permit(REFERRAL, MIDWIFE, JGZ).during(-30, 0),
                    permit(FEEDBACK, JGZ, MIDWIFE).during(0, 0)),
            List.of()),
    NOT_YET_STARTED(
            both(
                    permit(REFERRAL, MIDWIFE, JGZ).during(2, 30),
                    permit(FEEDBACK, JGZ, MIDWIFE).during(2, 30)),
            List.of()),
    WITHDRAWN(
            both(
                    permit(REFERRAL, MIDWIFE, JGZ).takenBack(),
                    permit(FEEDBACK, JGZ, MIDWIFE).takenBack()),
            List.of()),
    OBJECTION(
            List.of(
                    permit(REFERRAL, MIDWIFE, JGZ),
                    deny(REFERRAL, MIDWIFE, JGZ),
                    permit(FEEDBACK, JGZ, MIDWIFE),
                    deny(FEEDBACK, JGZ, MIDWIFE)),
            List.of()),
    OBJECTION_TO_A_CLASS(
            both(permit(REFERRAL, MIDWIFE, JGZ), deny(REFERRAL, MIDWIFE, JGZ, DataClass.REFERRAL)), List.of()),
    CLASS_DESPITE_OBJECTION(
            both(permit(REFERRAL, MIDWIFE, JGZ, DataClass.REFERRAL), deny(REFERRAL, MIDWIFE, JGZ)), List.of()),
    OBJECTION_TAKEN_BACK(
            both(permit(REFERRAL, MIDWIFE, JGZ), deny(REFERRAL, MIDWIFE, JGZ).takenBack()), List.of()),
    /** His yes opens what he told of himself, and nothing of hers. */
    OF_THE_PARTNER(
            List.of(permit(MONITORING, MIDWIFE, MATERNITY)),
            both(permit(REFERRAL, JGZ, MATERNITY), permit(REFERRAL, JGZ, MIDWIFE))),
    /** Everything in the midwife's file is marked as a note on safety at home, but the woman herself and her consents. */
    SAFEGUARDING(both(permit(REFERRAL, MIDWIFE, JGZ), permit(FEEDBACK, JGZ, MIDWIFE)), List.of()),
    ACCEPTED(both(permit(REFERRAL, MIDWIFE, JGZ), permit(FEEDBACK, JGZ, MIDWIFE)), List.of()),
    ACCEPTED_THEN_WITHDRAWN(
            both(permit(REFERRAL, MIDWIFE, JGZ).takenBack(), permit(FEEDBACK, JGZ, MIDWIFE)), List.of()),
    /** Everything in the midwife's file but herself and her consents is kept from her, to protect who told it. */
    WITHHELD(both(permit(REFERRAL, MIDWIFE, JGZ), permit(FEEDBACK, JGZ, MIDWIFE)), List.of()),
    /** One record that the desk accepted was recorded for the wrong woman. */
    RECORD_IN_ERROR(both(permit(REFERRAL, MIDWIFE, JGZ), permit(FEEDBACK, JGZ, MIDWIFE)), List.of()),
    /** The whole file of the midwife was recorded for the wrong woman. */
    FILE_IN_ERROR(both(permit(REFERRAL, MIDWIFE, JGZ), permit(FEEDBACK, JGZ, MIDWIFE)), List.of()),
    NAMED_DATA(List.of(permit(REFERRAL, MIDWIFE, JGZ).ofOnly("ServiceRequest", "Observation")), List.of()),
    OBJECTION_TO_NAMED_DATA(
            both(permit(REFERRAL, MIDWIFE, JGZ), deny(REFERRAL, MIDWIFE, JGZ).ofOnly("Observation")), List.of()),
    /** Who represented her does so no longer. */
    REPRESENTATION_ENDED(both(permit(REFERRAL, MIDWIFE, JGZ), permit(FEEDBACK, JGZ, MIDWIFE)), List.of()),
    /** Two must consent, and to the referral two did; to feedback only she. */
    FOURTEEN(
            List.of(
                    permit(REFERRAL, MIDWIFE, JGZ),
                    permit(REFERRAL, MIDWIFE, JGZ).fromParent(),
                    permit(FEEDBACK, JGZ, MIDWIFE)),
            List.of()),
    /** She alone said yes, where two must; and to feedback her parent alone. */
    FOURTEEN_WITH_ONE_CONSENT(
            both(permit(REFERRAL, MIDWIFE, JGZ), permit(FEEDBACK, JGZ, MIDWIFE).fromParent()), List.of()),
    /** A professional recorded that she decides alone: her yes counts, that of her parents does not, and they see nothing. */
    FOURTEEN_WHO_DECIDES_ALONE(
            both(permit(REFERRAL, MIDWIFE, JGZ), permit(FEEDBACK, JGZ, MIDWIFE).fromParent()), List.of()),
    /** Under twelve the yes of who has authority counts, and hers does not yet. */
    ELEVEN(both(permit(REFERRAL, MIDWIFE, JGZ).fromParent(), permit(FEEDBACK, JGZ, MIDWIFE)), List.of());

    private static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");

    private final List<LeakSaying> hers;
    private final List<LeakSaying> his;

    LeakState(List<LeakSaying> hers, List<LeakSaying> his) {
        this.hers = hers;
        this.his = his;
    }

    /** What she says about her own records. */
    List<LeakSaying> hers() {
        return hers;
    }

    /** What her partner says about his. */
    List<LeakSaying> his() {
        return his;
    }

    /** Whether the desk accepted the referral while it was open to it. */
    boolean accepted() {
        return this == ACCEPTED || this == ACCEPTED_THEN_WITHDRAWN || this == RECORD_IN_ERROR;
    }

    /** How old she is, where it bears on who decides; empty for a grown woman. */
    OptionalInt age() {
        return switch (this) {
            case FOURTEEN, FOURTEEN_WITH_ONE_CONSENT, FOURTEEN_WHO_DECIDES_ALONE -> OptionalInt.of(14);
            case ELEVEN -> OptionalInt.of(11);
            default -> OptionalInt.empty();
        };
    }

    /** The day on which she was born; empty for a grown woman, whose day does not matter. */
    Optional<LocalDate> birth() {
        return age().isEmpty()
                ? Optional.empty()
                : Optional.of(
                        LocalDate.now(AMSTERDAM).minusYears(age().getAsInt()).minusDays(40));
    }

    boolean decidesAlone() {
        return this == FOURTEEN_WHO_DECIDES_ALONE;
    }

    /** The first day on which she decides alone, where that was recorded. */
    static LocalDate aloneFrom() {
        return LocalDate.now(AMSTERDAM).minusDays(1);
    }

    /** As the rule reads it. */
    Person person(String bsn) {
        List<Period> alone = decidesAlone()
                ? List.of(new Period(aloneFrom().atStartOfDay(AMSTERDAM).toInstant(), Period.OPEN_END))
                : List.of();
        return new Person(bsn, birth().map(BirthDate::of), alone);
    }

    /** The last day on which she is represented, in days from today. */
    int representedUntil() {
        return this == REPRESENTATION_ENDED ? -1 : 200;
    }

    private static List<LeakSaying> both(LeakSaying one, LeakSaying other) {
        return List.of(one, other);
    }
}
