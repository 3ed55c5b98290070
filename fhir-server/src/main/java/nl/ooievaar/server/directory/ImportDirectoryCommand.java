package nl.ooievaar.server.directory;

import ca.uhn.fhir.validation.ResultSeverityEnum;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.ooievaar.server.directory.DirectoryLoad.Loaded;
import nl.ooievaar.server.store.DirectoryImport.Change;
import nl.ooievaar.server.store.DirectoryRecords;
import nl.ooievaar.server.types.ResourceTypes;
import nl.ooievaar.server.validation.Form;
import nl.ooievaar.server.validation.Issue;
import nl.ooievaar.server.validation.Judge;
import nl.ooievaar.server.validation.Question;
import nl.ooievaar.subject.Messages;
import nl.ooievaar.subject.Refusal;
import nl.ooievaar.subject.RefusedException;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * {@code import-directory FILE}: brings the parties of a file into the directory of the database that the settings name, beside
 * running nodes. Answers 0 when it is in, 1 when something in it is wrong (then nothing is), 2 when it could not be read, 3 when it
 * is in and leaves a municipality without a desk.
 */
public final class ImportDirectoryCommand {
    /** The word with which the command begins. */
    public static final String NAME = "import-directory";

    private static final String USAGE =
            """
            java -jar ooievaar.jar import-directory [--lang nl|en] FILE [--SETTING=VALUE…]

            Brings a Bundle (JSON) of Organization, HealthcareService, Location and Endpoint into the directory. It is judged by
            the contract first; what is wrong is a line: file:line:column severity rule expression: sentence, and then nothing
            is imported. Ids follow from business identifiers: the same file again changes nothing, a changed entry becomes a
            new version, an entry left out stays (end it with active or status). Takes the settings of the server.

            Or a table (CSV, UTF-8) of municipalities with their desks, which begins with the line
            municipality;name;ura;service;postal-from;postal-to;start;end
            (the last six may be left out or stay empty; a municipality without a service has no desk). It decides for the
            municipalities it lists: two desks at one time are refused, days without one are told and hinder nothing.

            Exit: 0 imported, 1 something is wrong, 2 the file could not be read or the command was given wrongly,
            3 imported, and a municipality has no desk.
            """;

    private static final Pattern LINE = Pattern.compile("line\\[([0-9]+)]");

    private final PrintStream out;
    private final PrintStream err;
    private Locale locale = Locale.ENGLISH;
    private String[] settings = {};

    /** Prints where it is told to. */
    public ImportDirectoryCommand(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    /** @param arguments without the name of the command */
    public int run(List<String> arguments) {
        List<String> rest = new ArrayList<>(arguments);
        settings = rest.stream().filter(ImportDirectoryCommand::setting).toArray(String[]::new);
        rest.removeIf(ImportDirectoryCommand::setting);
        if (rest.size() == 3
                && rest.get(0).equals("--lang")
                && List.of("nl", "en").contains(rest.get(1))) {
            locale = Locale.forLanguageTag(rest.get(1));
            rest = rest.subList(2, 3);
        }
        if (rest.size() != 1 || rest.get(0).startsWith("-")) {
            err.print(USAGE);
            return rest.contains("--help") ? 0 : 2;
        }
        String file = rest.get(0);
        byte[] body;
        try {
            body = Files.readAllBytes(Path.of(file));
        } catch (IOException | InvalidPathException e) {
            err.println(file + ": can't be read");
            return 2;
        }
        boolean table = MunicipalityFile.is(body);
        return !table && tell(file, judged(body)) ? 1 : stored(file, body, table);
    }

    private static boolean setting(String argument) {
        return argument.startsWith("--") && argument.contains("=");
    }

    private List<Issue> judged(byte[] body) {
        Judge contract = Judge.alone(ResourceTypes.load());
        try {
            return contract.of(body, Form.JSON, locale, Question.PLAIN);
        } catch (RefusedException e) {
            return List.of(Judge.refused(e.refusal(), locale));
        }
    }

    private int stored(String file, byte[] body, boolean table) {
        ConfigurableApplicationContext started;
        try {
            started = new SpringApplicationBuilder(DirectoryConfiguration.class)
                    .web(WebApplicationType.NONE)
                    .logStartupInfo(false)
                    .run(settings);
        } catch (RuntimeException e) {
            // Why is told by the report of the start.
            err.println("The settings of the server do not lead to a database that can be used");
            return 2;
        }
        try (ConfigurableApplicationContext context = started) {
            Loaded loaded = table ? table(context, body) : bundle(context, body);
            if (tell(file, issues(loaded.refused(), body, table, ResultSeverityEnum.ERROR))) {
                return 1;
            }
            tell(file, issues(loaded.gaps(), body, table, ResultSeverityEnum.WARNING));
            Map<Change, Integer> counts = loaded.counts();
            out.println(counts.getOrDefault(Change.NEW, 0) + " new, " + counts.getOrDefault(Change.CHANGED, 0)
                    + " changed, " + counts.getOrDefault(Change.SAME, 0) + " as they were");
            return loaded.gaps().isEmpty() ? 0 : 3;
        } catch (RefusedException e) {
            tell(file, issues(List.of(e.refusal()), body, table, ResultSeverityEnum.ERROR));
            return 1;
        }
    }

    private static Loaded table(ConfigurableApplicationContext context, byte[] body) {
        return context.getBean(MunicipalityImport.class).load(body, digest(body), System.getProperty("user.name"));
    }

    private static Loaded bundle(ConfigurableApplicationContext context, byte[] body) {
        DirectoryRecords here = context.getBean(DirectoryRecords.class);
        DirectoryFile read =
                new DirectoryFile(here::organization, here::holds, reference -> here.json("Location", reference));
        List<DirectoryEntry> entries = read.read(body);
        return read.refused().isEmpty()
                ? context.getBean(DirectoryLoad.class)
                        .store(entries, Map.of(), digest(body), System.getProperty("user.name"))
                : new Loaded(Map.of(), read.refused(), List.of());
    }

    private List<Issue> issues(List<Refusal> refused, byte[] body, boolean table, ResultSeverityEnum severity) {
        List<Issue> told = refused.stream().map(one -> issue(one, severity)).toList();
        return table ? told : Judge.placed(told, body, false);
    }

    /** Of a table the place is a line. */
    private Issue issue(Refusal refusal, ResultSeverityEnum severity) {
        Matcher line = LINE.matcher(refusal.at());
        return new Issue(
                severity,
                refusal.key(),
                refusal.key(),
                refusal.at(),
                Optional.empty(),
                line.lookingAt() ? Integer.parseInt(line.group(1)) : 1,
                1,
                Messages.render(refusal, locale),
                Optional.empty());
    }

    /** @return whether one of them is an error */
    private boolean tell(String file, List<Issue> issues) {
        issues.forEach(issue -> out.println(file + ":" + Math.max(1, issue.line()) + ":" + Math.max(1, issue.column())
                + " " + issue.severity().getCode() + " " + issue.rule() + " " + issue.expression() + ": "
                + issue.text().replaceAll("\\s*\\R\\s*", " ")));
        return issues.stream().anyMatch(Issue::error);
    }

    private static String digest(byte[] body) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every Java platform", e);
        }
    }
}
