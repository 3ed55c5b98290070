package nl.ooievaar.subject.desk;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A municipality of the Netherlands.
 *
 * @param code its number of four digits, as Statistics Netherlands (CBS) gives it out
 * @param name as it is written
 */
public record Municipality(String code, String name) {
    /** The naming system of the numbers. */
    public static final String SYSTEM = "http://ooievaar.example/fhir/NamingSystem/municipality";

    private static final Pattern CODE = Pattern.compile("(?:GM)?([0-9]{4})");

    public Municipality {
        if (!code.matches("[0-9]{4}") || name.isBlank()) {
            throw new IllegalArgumentException("A municipality has four digits and a name");
        }
    }

    /** The four digits, of a number with or without the letters GM that CBS writes before it; empty when it is none. */
    public static Optional<String> code(String written) {
        Matcher parts = CODE.matcher(written.strip());
        return parts.matches() ? Optional.of(parts.group(1)) : Optional.empty();
    }
}
