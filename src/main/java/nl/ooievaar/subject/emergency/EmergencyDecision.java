package nl.ooievaar.subject.emergency;

import static nl.ooievaar.subject.consent.DataClass.CONTACT;
import static nl.ooievaar.subject.consent.DataClass.FEEDBACK;
import static nl.ooievaar.subject.consent.DataClass.FINDINGS;
import static nl.ooievaar.subject.consent.DataClass.PLAN;
import static nl.ooievaar.subject.consent.DataClass.REFERRAL;

import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import nl.ooievaar.subject.consent.DataClass;

/**
 * Decides whether an emergency access opens data, where nothing else does: one that holds now opens its classes of the
 * custodians it reaches, unless an objection in force speaks to it.
 */
public final class EmergencyDecision {

    /** What can be opened at most: neither notes on safety at home nor a service's own work, and no class that comes later. */
    public static final Set<DataClass> OPENABLE =
            Collections.unmodifiableSet(EnumSet.of(CONTACT, REFERRAL, FINDINGS, PLAN, FEEDBACK));

    private EmergencyDecision() {}

    /** The emergency access that opens it, the first opened when there are several; empty when it stays closed. */
    public static Optional<EmergencyAccess> decide(
            Collection<EmergencyAccess> opened, Collection<StandingObjection> objections, EmergencyQuestion question) {
        if (!OPENABLE.contains(question.dataClass()) || objections.stream().anyMatch(it -> it.speaksTo(question))) {
            return Optional.empty();
        }
        return opened.stream()
                .filter(it -> it.covers(question))
                .min(Comparator.comparing(EmergencyAccess::start).thenComparing(EmergencyAccess::id));
    }
}
