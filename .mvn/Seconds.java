import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Prints the seconds of each test class of one module, the slowest last: {@code java Seconds.java target since}. */
public class Seconds {
    private static final Pattern SUITE = Pattern.compile("<testsuite [^>]*?\\bname=\"([^\"]+)\" time=\"([0-9.,]+)\"");

    private record Suite(String name, double seconds) {}

    public static void main(String[] arguments) throws Exception {
        Path target = Path.of(arguments[0]);
        Instant since = Instant.parse(arguments[1]);
        List<Suite> suites = new ArrayList<>();
        for (String reports : List.of("surefire-reports", "failsafe-reports")) {
            if (Files.isDirectory(target.resolve(reports))) {
                try (Stream<Path> files = Files.list(target.resolve(reports))) {
                    for (Path file : files.filter(f -> f.getFileName().toString().matches("TEST-.*\\.xml")).toList()) {
                        Matcher suite = SUITE.matcher(Files.readString(file));
                        // A report of an earlier run stays where it is.
                        if (!Files.getLastModifiedTime(file).toInstant().isBefore(since) && suite.find()) {
                            suites.add(new Suite(suite.group(1), Double.parseDouble(suite.group(2).replace(",", ""))));
                        }
                    }
                }
            }
        }
        suites.sort((a, b) -> Double.compare(a.seconds(), b.seconds()));
        suites.forEach(s -> System.out.printf(Locale.ROOT, "%8.1f s  %s%n", s.seconds(), s.name()));
    }
}
