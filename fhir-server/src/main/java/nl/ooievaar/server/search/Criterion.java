package nl.ooievaar.server.search;

import java.util.List;
import java.util.Optional;

/** One condition of a search; a resource must meet all of them, and each names the values of which one is enough. */
sealed interface Criterion {
    /** True when it fits a handful of resources however many there are: it names one thing, such as one woman. */
    default boolean few() {
        return false;
    }

    /**
     * Tokens, references, uris and presence: any of these keys, or none of them.
     *
     * @param few as {@link Criterion#few}
     */
    record Keyed(List<Long> any, boolean negated, boolean few) implements Criterion {}

    /**
     * The principal reference: the same as {@link Keyed}, found by the ordered index.
     *
     * @param type whose reference it is; the ordered index starts with it
     * @param few as {@link Criterion#few}
     */
    record Main(String type, long key, boolean few) implements Criterion {}

    /** @param param empty for {@code _lastUpdated} */
    record Timed(Optional<String> param, List<Moment> any) implements Criterion {}

    record Text(String param, Match match, List<String> any) implements Criterion {}

    record Id(List<String> any) implements Criterion {
        @Override
        public boolean few() {
            return true;
        }
    }

    /** A reference to a resource that meets a condition of its own, per type it may have. */
    record Chained(String name, String param, List<Target> targets) implements Criterion {
        @Override
        public boolean few() {
            return targets.stream().allMatch(target -> target.criterion().few());
        }
    }

    record Target(String type, Criterion criterion) {}

    record Moment(Prefix prefix, Span span) {}

    /** How a text compares (FHIR R4 search, section 3.1.1.4.8). */
    enum Match {
        START,
        EXACT,
        CONTAINS
    }

    /** How a recorded time compares to the searched one (FHIR R4 search, section 3.1.1.4.5); ap is not offered. */
    enum Prefix {
        EQ,
        NE,
        GT,
        LT,
        GE,
        LE,
        SA,
        EB
    }
}
