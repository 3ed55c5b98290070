package nl.ooievaar.subject.person;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A Dutch citizen service number that passed the eleven-test. It shows itself only through {@link #value()}, so that no log
 * line or message prints it by accident.
 */
public final class Bsn {

    private static final int LENGTH = 9;
    private static final String TEST_RANGE = "9999";
    // In a URL the character before it may be written as a percent code, which itself ends in letters or digits.
    private static final Pattern STANDING_ALONE =
            Pattern.compile("(?:(?<![0-9A-Za-z])|(?<=%[0-9A-Fa-f]{2})|(?<=[Bb][Ss][Nn]))[0-9]{9}(?![0-9A-Za-z])");
    // As people write it, 9999.00.006 or 9999 00 006: groups of two and more, and no digit on either side.
    private static final Pattern IN_GROUPS = Pattern.compile(
            "(?<![0-9A-Za-z])(?<![0-9][. ])[0-9]{2,7}(?:[. ][0-9]{2,7}){1,3}(?![0-9A-Za-z])(?![. ][0-9])");
    // The fraction of a second of a moment has nine digits too.
    private static final Pattern FRACTION = Pattern.compile("(?<=T[0-9]{2}:[0-9]{2}:[0-9]{2})\\.[0-9]+");

    /** A code with its system, also percent-encoded; concepts have 00 or 10 before their last digit (SNOMED CT, SCTID). */
    private static final Pattern SNOMED =
            Pattern.compile("(?i)snomed\\.info(?:/|%2f)sct(?:\\||%7c)\\d{3,15}[01]0\\d(?!\\d)");

    private final String value;

    private Bsn(String value) {
        this.value = value;
    }

    /** The number in this text, when the text is exactly nine digits that pass the eleven-test. */
    public static Optional<Bsn> parse(String text) {
        return passesElevenTest(text) ? Optional.of(new Bsn(text)) : Optional.empty();
    }

    /**
     * Whether something that passes for a citizen service number, also in groups, stands anywhere in this text, such as a
     * URL. A concept of SNOMED CT that says it is one is none: the code for the due date passes the eleven-test.
     */
    public static boolean occursIn(CharSequence text) {
        String plain = SNOMED.matcher(FRACTION.matcher(text).replaceAll("")).replaceAll("");
        return Stream.of(STANDING_ALONE, IN_GROUPS)
                .flatMap(form -> form.matcher(plain).results())
                .map(hit -> hit.group().replaceAll("[. ]", ""))
                .anyMatch(Bsn::passesElevenTest);
    }

    /** Numbers for invented people, in ascending order: those that begin with 9999, which are given to nobody. */
    public static Stream<Bsn> testNumbers() {
        return IntStream.rangeClosed(999_900_000, 999_999_999)
                .mapToObj(Integer::toString)
                .flatMap(text -> parse(text).stream());
    }

    /** The nine digits, for storing and comparing only. */
    public String value() {
        return value;
    }

    /** Whether it belongs to the range for invented people. */
    public boolean isTestNumber() {
        return value.startsWith(TEST_RANGE);
    }

    // Weights 9 down to 2, and minus 1 for the last digit.
    private static boolean passesElevenTest(String text) {
        if (text.length() != LENGTH || text.chars().anyMatch(c -> c < '0' || c > '9') || "000000000".equals(text)) {
            return false;
        }
        int sum = -digit(text, LENGTH - 1);
        for (int i = 0; i < LENGTH - 1; i++) {
            sum += (LENGTH - i) * digit(text, i);
        }
        return sum % 11 == 0;
    }

    private static int digit(String text, int index) {
        return text.charAt(index) - '0';
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Bsn that && value.equals(that.value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    /** Masked on purpose. */
    @Override
    public String toString() {
        return "*********";
    }
}
