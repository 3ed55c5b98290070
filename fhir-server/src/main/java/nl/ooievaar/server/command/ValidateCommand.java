package nl.ooievaar.server.command;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import nl.ooievaar.profiles.PhbPackage;
import nl.ooievaar.server.types.ResourceTypes;
import nl.ooievaar.server.validation.Form;
import nl.ooievaar.server.validation.Issue;
import nl.ooievaar.server.validation.Judge;
import nl.ooievaar.server.validation.Question;
import nl.ooievaar.subject.RefusedException;

/**
 * {@code validate FILE…}: the findings that the server would tell, on files, without a server or a database. Answers 0 when all
 * is valid, 1 when something is not, 2 when something could not be read or asked.
 */
public final class ValidateCommand {
    /** The word with which the command begins. */
    public static final String NAME = "validate";

    private static final String USAGE =
            """
            java -jar ooievaar.jar validate [options] FILE…

            Judges messages by the contract of the prenatal home visit: .json, .xml and .ndjson files, folders of them, or - for
            standard input. A Bundle is judged with all its entries. A finding is a line: file:line:column severity rule sentence (page of the site).

              --lang nl|en       language of the sentences (en)
              --profile ADDRESS  judge also by this profile
              --format text|json findings as lines of text, or as one JSON object a line (text)
              --site ADDRESS     where the pages are, such as https://ooievaar.example; else they are told from the root

            Exit: 0 all valid, 1 something is invalid, 2 something could not be read or was asked wrongly.
            """;

    private final InputStream in;
    private final PrintStream out;
    private final PrintStream err;
    private final ObjectMapper json = new ObjectMapper();
    private final List<String> files = new ArrayList<>();
    private Locale locale = Locale.ENGLISH;
    private Optional<String> profile = Optional.empty();
    private String site = "";
    private boolean asJson;
    private boolean unreadable;
    private int invalid;

    /** Reads and prints where it is told to. */
    public ValidateCommand(InputStream in, PrintStream out, PrintStream err) {
        this.in = in;
        this.out = out;
        this.err = err;
    }

    /** @param arguments without the name of the command */
    public int run(List<String> arguments) throws IOException {
        if (arguments.contains("--help")) {
            out.print(USAGE);
            return 0;
        }
        if (!understood(arguments) || files.isEmpty()) {
            err.print(USAGE);
            return 2;
        }
        PhbPackage phb = PhbPackage.load();
        Judge contract = Judge.alone(ResourceTypes.load());
        err.println(PhbPackage.ID + " " + phb.version());
        List<String> all = new ArrayList<>();
        for (String name : files) {
            all.addAll(expanded(name));
        }
        // Beside each other, told in order: most of the time goes into definitions that all of them share.
        List<Judged> judged =
                all.parallelStream().map(file -> judge(contract, file)).toList();
        for (Judged one : judged) {
            tell(one);
        }
        err.println(judged.size() + " judged, " + invalid + " invalid");
        return unreadable ? 2 : invalid > 0 ? 1 : 0;
    }

    private boolean understood(List<String> arguments) {
        for (int i = 0; i < arguments.size(); i++) {
            String one = arguments.get(i);
            if (one.equals("-") || !one.startsWith("-")) {
                files.add(one);
            } else if (i + 1 == arguments.size() || !option(one, arguments.get(++i))) {
                return false;
            }
        }
        return true;
    }

    private boolean option(String name, String value) {
        switch (name) {
            case "--lang" -> locale = Locale.forLanguageTag(value);
            case "--profile" -> profile = Optional.of(value);
            case "--site" -> site = value.replaceFirst("/+$", "");
            case "--format" -> asJson = value.equals("json");
            default -> {
                return false;
            }
        }
        return !name.equals("--lang") && !name.equals("--format")
                || List.of("nl", "en", "text", "json").contains(value);
    }

    private static List<String> expanded(String name) throws IOException {
        if (name.equals("-") || !Files.isDirectory(Path.of(name))) {
            return List.of(name);
        }
        try (Stream<Path> inside = Files.walk(Path.of(name))) {
            // A package has files of its own about its files.
            return inside.filter(Files::isRegularFile)
                    .filter(one -> !one.getFileName().toString().matches("\\..*|package\\.json"))
                    .map(Path::toString)
                    .filter(one -> Form.ofFile(one).isPresent())
                    .sorted()
                    .toList();
        }
    }

    /** A file with what was found in it; nothing, where it can't be read. */
    private record Judged(String file, Optional<List<Issue>> found) {}

    private Judged judge(Judge contract, String file) {
        try {
            byte[] body = file.equals("-") ? in.readAllBytes() : Files.readAllBytes(Path.of(file));
            Question plain = new Question(profile, Optional.empty());
            return new Judged(file, Optional.of(contract.of(body, form(file, body), locale, plain)));
        } catch (IOException | InvalidPathException e) {
            return new Judged(file, Optional.empty());
        } catch (RefusedException e) {
            return new Judged(file, Optional.of(List.of(Judge.refused(e.refusal(), locale))));
        }
    }

    private void tell(Judged judged) throws IOException {
        String file = judged.file();
        if (judged.found().isEmpty()) {
            err.println(file + ": can't be read");
            unreadable = true;
            return;
        }
        List<Issue> found = judged.found().get();
        if (found.stream().anyMatch(Issue::error)) {
            invalid++;
        }
        for (Issue issue : found) {
            out.println(asJson ? json.writeValueAsString(fields(file, issue)) : line(file, issue));
        }
    }

    private static Form form(String file, byte[] body) {
        return Form.ofFile(file).orElseGet(() -> Form.ofContent(body));
    }

    /** As compilers write it, so that editors and build servers find the place. */
    private String line(String file, Issue issue) {
        String at = issue.expression().isEmpty() ? "" : issue.expression() + ": ";
        String text = issue.text().replaceAll("\\s*\\R\\s*", " ");
        return file + ":" + Math.max(1, issue.line()) + ":" + Math.max(1, issue.column()) + " "
                + issue.severity().getCode() + " " + issue.rule() + " " + at + text
                + issue.link(site, locale).map(link -> " (" + link + ")").orElse("");
    }

    private Map<String, Object> fields(String file, Issue issue) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("file", file);
        fields.put("line", issue.line());
        fields.put("column", issue.column());
        fields.put("severity", issue.severity().getCode());
        fields.put("rule", issue.rule());
        fields.put("message", issue.message());
        fields.put("expression", issue.expression());
        fields.put("text", issue.text());
        issue.link(site, locale).ifPresent(page -> fields.put("page", page));
        return fields;
    }
}
