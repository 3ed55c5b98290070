package nl.ooievaar.mappings.birthcare;

import java.util.Map;
import java.util.Optional;
import nl.ooievaar.mappings.source.Dataset;

/**
 * One field as it is declared, once for both directions, the published table and the account.
 *
 * @param part which part of the fact it is
 * @param numbers its number in each dataset that has it
 * @param order its place in the table: parts are put in that order
 */
record Field(Fact fact, String part, Form form, Map<Dataset, Integer> numbers, int order) {

    Optional<Integer> number(Dataset dataset) {
        return Optional.ofNullable(numbers.get(dataset));
    }
}
