package nl.ooievaar.server.command;

import ca.uhn.fhir.validation.ResultSeverityEnum;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
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
import nl.ooievaar.server.validation.Issue;
import nl.ooievaar.server.validation.Validation;
import nl.ooievaar.server.validation.WholeMessage;
import nl.ooievaar.server.validation.WholeMessage.Form;
import nl.ooievaar.subject.Messages;
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
            JSON from standard input. A finding is a line: file:line:column severity rule sentence (page of the site).

              --lang nl|en       language of the sentences (en)
              --profile ADDRESS  judge also by this profile
              --format text|json findings as lines of text, or as one JSON object a line (text)

            Exit: 0 all valid, 1 something is invalid, 2 something could not be read or was asked wrongly.
            """;

    private final InputStream in;
    private final PrintStream out;
    private final PrintStream err;
    private final ObjectMapper json = new ObjectMapper();
    private final List<String> files = new ArrayList<>();
    private Locale locale = Locale.ENGLISH;
    private Optional<String> profile = Optional.empty();
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
        Validation validation = new Validation(PhbPackage.load(), ResourceTypes.load());
        validation.awaitReady();
        WholeMessage messages = new WholeMessage(validation);
        int judged = 0;
        for (String name : files) {
            for (String file : expanded(name)) {
                judged++;
                judge(messages, file);
            }
        }
        err.println(judged + " judged, " + invalid + " invalid");
        return unreadable ? 2 : invalid > 0 ? 1 : 0;
    }

    private boolean understood(List<String> arguments) {
        for (int i = 0; i < arguments.size(); i++) {
            String one = arguments.get(i);
            if (!one.startsWith("--")) {
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
            case "--format" -> asJson = value.equals("json");
            default -> {
                return false;
            }
        }
        return !name.equals("--lang") && !name.equals("--format")
                || List.of("nl", "en", "text", "json").contains(value);
    }

    private static List<String> expanded(String name) throws IOException {
        Path path = Path.of(name);
        if (name.equals("-") || !Files.isDirectory(path)) {
            return List.of(name);
        }
        try (Stream<Path> inside = Files.walk(path)) {
            return inside.map(Path::toString)
                    .filter(one -> one.matches(".*\\.(json|xml|ndjson)"))
                    .sorted()
                    .toList();
        }
    }

    private void judge(WholeMessage messages, String file) throws IOException {
        byte[] body;
        try {
            body = file.equals("-") ? in.readAllBytes() : Files.readAllBytes(Path.of(file));
        } catch (IOException e) {
            err.println(file + ": can't be read");
            unreadable = true;
            return;
        }
        List<Issue> found;
        try {
            found = messages.judge(body, form(file, body), locale, profile);
        } catch (RefusedException e) {
            found = List.of(new Issue(
                    ResultSeverityEnum.ERROR,
                    e.refusal().key(),
                    "",
                    0,
                    0,
                    Messages.render(e.refusal(), locale),
                    Optional.empty()));
        }
        if (found.stream().anyMatch(Issue::error)) {
            invalid++;
        }
        for (Issue issue : found) {
            out.println(asJson ? json.writeValueAsString(fields(file, issue)) : line(file, issue));
        }
    }

    private static Form form(String file, byte[] body) {
        if (file.endsWith(".ndjson")) {
            return Form.NDJSON;
        }
        boolean xml = file.endsWith(".xml") || body.length > 0 && body[0] == '<';
        return xml ? Form.XML : Form.JSON;
    }

    private static String line(String file, Issue issue) {
        String place = issue.line() > 0 ? ":" + issue.line() + ":" + issue.column() : "";
        String at = issue.expression() == null || issue.expression().isEmpty() ? "" : issue.expression() + ": ";
        return file + place + " " + issue.severity().getCode() + " " + issue.code() + " " + at + issue.text()
                + issue.page().map(page -> " (" + page + ")").orElse("");
    }

    private static Map<String, Object> fields(String file, Issue issue) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("file", file);
        fields.put("line", issue.line());
        fields.put("column", issue.column());
        fields.put("severity", issue.severity().getCode());
        fields.put("rule", issue.code());
        fields.put("expression", issue.expression());
        fields.put("text", issue.text());
        issue.page().ifPresent(page -> fields.put("page", page));
        return fields;
    }
}
