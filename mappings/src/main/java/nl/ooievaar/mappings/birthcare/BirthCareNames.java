package nl.ooievaar.mappings.birthcare;

import java.util.Map;
import java.util.Optional;
import nl.ooievaar.mappings.source.Dataset;
import nl.ooievaar.mappings.source.Element;
import nl.ooievaar.mappings.source.ElementNames;
import nl.ooievaar.mappings.source.Group;
import nl.ooievaar.mappings.source.Rows;

/** What the declared fields of 2.1 to 2.3 are called and where they stand, for ADA Lite, which leaves their numbers out. */
public final class BirthCareNames implements ElementNames {
    private static final Map<String, Dataset> MESSAGES = Map.of(
            "kernset_geboortezorg", Dataset.PWD_2,
            "kernset_aanleverbericht", Dataset.PWD_2,
            "prio1_huidig", Dataset.PWD_2,
            "prio1_vorig", Dataset.PWD_2,
            "verloskundig_dossier", Dataset.PWD_2);

    private final Map<String, Integer> numbers = Rows.of("names.csv").stream()
            .collect(java.util.stream.Collectors.toMap(row -> row.get(0), row -> Integer.valueOf(row.get(1))));

    @Override
    public boolean transaction(String name) {
        return MESSAGES.containsKey(name);
    }

    @Override
    public Optional<Dataset> dataset(String transaction) {
        return Optional.ofNullable(MESSAGES.get(transaction));
    }

    @Override
    public Optional<Element> element(Group in, String name) {
        return Optional.ofNullable(numbers.get(path(in, name))).map(it -> new Element(Dataset.PWD_2, it));
    }

    private static String path(Group in, String name) {
        return in.parent().isEmpty() ? name : path(in.parent().get(), in.name()) + "/" + name;
    }
}
