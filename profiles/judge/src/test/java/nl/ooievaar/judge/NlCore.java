package nl.ooievaar.judge;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * What the table of the contract says of our profiles and those of the Dutch base (nl-core R4): profiles/src/main/nl-core.csv,
 * which people read too. Seven columns: our profile; nl-core profile; verdict; element; message; why in Dutch; why in English.
 */
record NlCore(
        String profile, String other, String verdict, String element, String message, String dutch, String english) {
    static final Path FILE = Path.of("..", "src", "main", "nl-core.csv");
    /** Our examples are what the nl-core profile asks. */
    static final String SATISFIED = "satisfied";
    /** The message is what the official validator says of our examples. */
    static final String EXCEPTION = "exception";
    /** The message says what cannot be checked: nl-core points to codes that it does not have. */
    static final String UNCHECKED = "unchecked";
    /** nl-core has no profile of the resource type. */
    static final String NONE = "none";

    static List<NlCore> all() throws IOException {
        return Table.read(FILE, 7).stream()
                .map(row ->
                        new NlCore(row.get(0), row.get(1), row.get(2), row.get(3), row.get(4), row.get(5), row.get(6)))
                .toList();
    }

    /** Whether the row stands for something the validator says. */
    boolean said() {
        return verdict.equals(EXCEPTION) || verdict.equals(UNCHECKED);
    }

    String address() {
        return "http://nictiz.nl/fhir/StructureDefinition/" + other;
    }
}
