package nl.ooievaar.subject.desk;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The four digits of a Dutch postal code: a help to find a municipality, never its proof, for several can share one.
 *
 * @param digits 1000 to 9999
 */
public record PostalCode(int digits) {
    private static final Pattern FORM = Pattern.compile("([1-9][0-9]{3})(?: ?[A-Za-z]{2})?");

    public PostalCode {
        if (digits < 1000 || digits > 9999) {
            throw new IllegalArgumentException("A postal code begins with four digits, the first of them not 0");
        }
    }

    /** Of four digits, with or without the letters after them; empty when it is no Dutch postal code. */
    public static Optional<PostalCode> of(String written) {
        Matcher parts = FORM.matcher(written.strip());
        return parts.matches() ? Optional.of(new PostalCode(Integer.parseInt(parts.group(1)))) : Optional.empty();
    }
}
