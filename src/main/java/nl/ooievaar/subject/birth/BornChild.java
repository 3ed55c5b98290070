package nl.ooievaar.subject.birth;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * One child that was born, as far as it tells children apart.
 *
 * @param born the day, in the Netherlands
 * @param time the moment as it was written, when it was told
 * @param identifiers each as {@code system|value}; often none yet
 * @param gender code of administrative-gender, when it was told
 */
public record BornChild(LocalDate born, Optional<String> time, Set<String> identifiers, Optional<String> gender) {

    public BornChild {
        Objects.requireNonNull(born);
        identifiers = Set.copyOf(identifiers);
    }

    /** Whether this can be the same child: an identifier decides where both have one, else what both tell must agree. */
    boolean mayBe(BornChild other) {
        if (!identifiers.isEmpty() && !other.identifiers.isEmpty()) {
            return identifiers.stream().anyMatch(other.identifiers::contains);
        }
        return born.equals(other.born) && agree(time, other.time) && agree(gender, other.gender);
    }

    /** Whether this is the same child without a doubt: an identifier of both, or the very time of birth. */
    boolean surelyIs(BornChild other) {
        if (!identifiers.isEmpty() && !other.identifiers.isEmpty()) {
            return identifiers.stream().anyMatch(other.identifiers::contains);
        }
        return born.equals(other.born) && time.isPresent() && time.equals(other.time);
    }

    /** Whether it tells enough to know this child from a twin. */
    boolean tellsApart() {
        return !identifiers.isEmpty() || time.isPresent();
    }

    private static boolean agree(Optional<String> one, Optional<String> other) {
        return one.isEmpty() || other.isEmpty() || one.equals(other);
    }
}
