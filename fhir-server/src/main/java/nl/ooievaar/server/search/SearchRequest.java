package nl.ooievaar.server.search;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A search that was read and found in order: every parameter in it is declared.
 *
 * @param parameters as they were sent, for links and audit; they may name a person when {@code inBody}
 * @param count at most so many matches on a page
 * @param countOnly whether only the total is asked
 * @param total whether the total is asked
 * @param inBody whether the parameters came in the body of a POST, never in a URL
 */
public record SearchRequest(
        String type,
        Map<String, List<String>> parameters,
        List<Criterion> criteria,
        List<Sort> sorts,
        List<Include> includes,
        List<Include> revIncludes,
        int count,
        boolean countOnly,
        boolean total,
        boolean inBody) {
    /** True when one of the criteria fits few. */
    boolean few() {
        return criteria.stream().anyMatch(Criterion::few);
    }

    /** Types besides its own among which it looks: behind a chain, and those that refer to what it finds. */
    public Set<String> searchedTypes() {
        Stream<String> chained = criteria.stream()
                .filter(Criterion.Chained.class::isInstance)
                .flatMap(one -> ((Criterion.Chained) one).targets().stream())
                .map(Criterion.Target::type);
        return Stream.concat(chained, revIncludes.stream().map(Include::type)).collect(Collectors.toSet());
    }

    /** Types besides its own that it asks for by name. */
    public Set<String> includedTypes() {
        return Stream.concat(
                        includes.stream().flatMap(one -> one.target().stream()),
                        revIncludes.stream().map(Include::type))
                .collect(Collectors.toSet());
    }

    /** One level of the order asked for. */
    record Sort(Column column, String param, boolean descending) {}

    /** Where the value to sort by stands. */
    enum Column {
        MAIN_DATE,
        UPDATED,
        ID,
        DATE,
        STRING
    }

    /**
     * A reference to follow, forwards or backwards.
     *
     * @param type of the resource that holds the reference
     * @param target the only type to include, when given
     */
    record Include(String type, String param, Optional<String> target) {}
}
