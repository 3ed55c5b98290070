package nl.ooievaar.subject.plan;

import java.time.Instant;
import java.util.Collection;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Who coordinates the plan: the family where it can and wants to, else the professional that all agreed on; until one of them
 * is known the youth nurse who made the visit (PHB guideline, chapter 6, step 4).
 *
 * @param holder who has it
 * @param name of the professional, as it may be told; empty for the family and the youth nurse
 */
public record Lead(Holder holder, String name) {

    public Lead {
        Objects.requireNonNull(holder);
        Objects.requireNonNull(name);
    }

    /** Who can have the lead, first the one that goes before the others. */
    public enum Holder {
        FAMILY,
        PROFESSIONAL,
        YOUTH_NURSE;

        /** In lower case with hyphens. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * @param given all who were given the lead by the care teams of the plan, or by those of her file where the plan names none
     * @param now a lead that ended, or that has not begun, is nobody's
     */
    public static Lead of(Collection<TeamMember> given, Instant now) {
        if (held(given, TeamMember.Side.FAMILY, now).findAny().isPresent()) {
            return new Lead(Holder.FAMILY, "");
        }
        return held(given, TeamMember.Side.PROFESSIONAL, now)
                .findFirst()
                .map(one -> new Lead(Holder.PROFESSIONAL, one.name()))
                .orElse(new Lead(Holder.YOUTH_NURSE, ""));
    }

    private static Stream<TeamMember> held(Collection<TeamMember> given, TeamMember.Side side, Instant now) {
        return given.stream().filter(one -> one.side() == side && one.period().holds(now));
    }
}
