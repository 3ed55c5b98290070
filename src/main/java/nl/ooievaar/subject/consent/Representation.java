package nl.ooievaar.subject.consent;

import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import nl.ooievaar.subject.party.Party;

/**
 * That somebody represents a person: on which ground, proven, and for how long. A partner is never a representative by being
 * one.
 *
 * @param by stands for the representative; equal for equal persons
 * @param statedBy the party that recorded it, and whose records it shows
 * @param ground why
 * @param period when the proof holds
 */
public record Representation(String by, Party statedBy, Ground ground, Period period) {

    public Representation {
        Objects.requireNonNull(by);
        Objects.requireNonNull(statedBy);
        Objects.requireNonNull(ground);
        Objects.requireNonNull(period);
    }

    /** On what somebody represents another (code system phb-representation-ground). */
    public enum Ground {
        /** A parent with authority (article 1:251 BW). */
        PARENTAL_AUTHORITY,
        /** A guardian (article 1:280 BW). */
        GUARDIANSHIP,
        /** A curator of an adult (article 1:378 BW). */
        CURATORSHIP,
        /** A mentor of an adult (article 1:450 BW). */
        MENTORSHIP,
        /** Whom she authorised in writing (article 7:465, third paragraph, BW). */
        WRITTEN_AUTHORISATION;

        /** Whether it is authority over a minor, which ends when she turns sixteen or decides alone. */
        public boolean isAuthority() {
            return this == PARENTAL_AUTHORITY || this == GUARDIANSHIP;
        }

        /** The code in phb-representation-ground. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** The ground with this code, if there is one. */
        public static Optional<Ground> of(String code) {
            return Arrays.stream(values()).filter(it -> it.code().equals(code)).findFirst();
        }
    }
}
