package nl.ooievaar.server.types;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One row of {@code src/docs/types.md}.
 *
 * @param profiles ids of the profiles of which a resource must claim one; empty when base R4 is enough
 * @param parameters the declared search parameters, in the order of the page
 * @param principalReference the reference parameter by which a worklist or a file is read
 * @param principalDate the date parameter by which such a list is ordered
 */
public record ResourceType(
        String name,
        TypeClass typeClass,
        Set<Interaction> interactions,
        List<String> profiles,
        List<String> parameters,
        Optional<String> principalReference,
        Optional<String> principalDate) {

    public ResourceType {
        interactions = Set.copyOf(interactions);
        profiles = List.copyOf(profiles);
        parameters = List.copyOf(parameters);
        if (!parameters.containsAll(principalReference.stream().toList())
                || !parameters.containsAll(principalDate.stream().toList())) {
            throw new IllegalArgumentException(name + " has a principal parameter that it does not declare");
        }
    }

    public boolean offers(Interaction interaction) {
        return interactions.contains(interaction);
    }
}
