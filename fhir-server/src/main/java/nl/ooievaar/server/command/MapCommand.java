package nl.ooievaar.server.command;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import nl.ooievaar.mappings.account.Account;
import nl.ooievaar.mappings.account.Line;
import nl.ooievaar.mappings.account.Outcome;
import nl.ooievaar.mappings.birthcare.BirthCareNames;
import nl.ooievaar.mappings.birthcare.FromBirthCare;
import nl.ooievaar.mappings.birthcare.Mapped;
import nl.ooievaar.mappings.birthcare.Transaction;
import nl.ooievaar.mappings.source.AdaReader;
import nl.ooievaar.mappings.source.Limits;
import nl.ooievaar.mappings.source.Unreadable;

/**
 * {@code map from-birth-care FILE…}: records of birth care as transactions of R4 with an account of every field, without a server or a
 * database. Answers 0 when every field of every record was read, 1 when some could not be, 2 when a record could not be read.
 */
public final class MapCommand {
    /** The word with which the command begins. */
    public static final String NAME = "map";

    private static final String USAGE =
            """
            java -jar ooievaar.jar map from-birth-care [options] FILE…

            Reads records of birth care, files or folders of them, and writes for each a transaction of FHIR R4 (NAME.bundle.json) and
            what became of every field (NAME.account.json), which never holds a value. Nothing is sent anywhere.

              --to FOLDER    where to write (the current folder)
              --lang nl|en   language of the reasons (en)
              --strict       write nothing of a record of which a field can not be read

            Exit: 0 all fields were read, 1 some could not be, 2 a record could not be read or was asked wrongly.
            """;

    private final PrintStream out;
    private final PrintStream err;
    private final Clock clock;
    private final ObjectMapper json = new ObjectMapper();
    private final AdaReader reader = new AdaReader(Limits.USUAL, new BirthCareNames());
    private final List<String> files = new ArrayList<>();
    private final Map<Outcome, Long> counts = new EnumMap<>(Outcome.class);
    private Path folder = Path.of("");
    private Locale locale = Locale.ENGLISH;
    private boolean strict;
    private int unreadable;

    /** Prints where it is told to. */
    public MapCommand(PrintStream out, PrintStream err, Clock clock) {
        this.out = out;
        this.err = err;
        this.clock = clock;
    }

    /** @param arguments without the name of the command */
    public int run(List<String> arguments) throws IOException {
        if (arguments.contains("--help")) {
            out.print(USAGE);
            return 0;
        }
        if (!understood(arguments)) {
            err.print(USAGE);
            return 2;
        }
        List<Path> all = new ArrayList<>();
        for (String file : files) {
            all.addAll(expanded(Path.of(file)));
        }
        Files.createDirectories(folder.toAbsolutePath());
        for (int i = 0; i < all.size(); i++) {
            err.println("[" + (i + 1) + "/" + all.size() + "] " + all.get(i));
            one(all.get(i));
        }
        counts.forEach((outcome, count) -> err.println(count + " " + outcome.code()));
        boolean rejected = counts.getOrDefault(Outcome.REJECTED, 0L) > 0;
        return unreadable > 0 ? 2 : rejected ? 1 : 0;
    }

    private boolean understood(List<String> arguments) {
        if (arguments.isEmpty() || !arguments.get(0).equals("from-birth-care")) {
            return false;
        }
        for (int i = 1; i < arguments.size(); i++) {
            String one = arguments.get(i);
            boolean more = i + 1 < arguments.size();
            if (one.equals("--strict")) {
                strict = true;
            } else if (one.equals("--to") && more) {
                folder = Path.of(arguments.get(++i));
            } else if (one.equals("--lang") && more && List.of("nl", "en").contains(arguments.get(i + 1))) {
                locale = Locale.forLanguageTag(arguments.get(++i));
            } else if (one.startsWith("-")) {
                return false;
            } else {
                files.add(one);
            }
        }
        return !files.isEmpty();
    }

    private static List<Path> expanded(Path file) throws IOException {
        if (!Files.isDirectory(file)) {
            return List.of(file);
        }
        try (Stream<Path> inside = Files.walk(file)) {
            return inside.filter(it -> it.getFileName().toString().matches(".*\\.(xml|json)"))
                    .filter(it -> !it.getFileName().toString().matches(".*\\.(bundle|account)\\.json"))
                    .sorted()
                    .toList();
        }
    }

    private void one(Path file) throws IOException {
        try {
            Mapped mapped = FromBirthCare.map(reader.read(Files.readAllBytes(file)));
            mapped.account().counts().forEach((outcome, count) -> counts.merge(outcome, count, Long::sum));
            String name = file.getFileName().toString().replaceFirst("\\.(xml|json)$", "");
            Files.writeString(folder.resolve(name + ".account.json"), account(mapped.account()));
            if (!strict || mapped.account().count(Outcome.REJECTED) == 0) {
                Files.writeString(
                        folder.resolve(name + ".bundle.json"),
                        json.writerWithDefaultPrettyPrinter()
                                .writeValueAsString(Transaction.of(mapped, clock.instant())));
            }
            out.println(file + ": " + mapped.account().leaves() + " fields, "
                    + mapped.account().counts());
        } catch (Unreadable no) {
            unreadable++;
            out.println(file + ":" + no.line() + ":" + no.column() + ": " + no.text(locale));
        } catch (IOException e) {
            unreadable++;
            out.println(file + ": " + (Files.exists(file) ? "can not be read or written" : "is not there"));
        }
    }

    private String account(Account account) throws IOException {
        ObjectNode told = json.createObjectNode();
        ObjectNode summary = told.putObject("summary").put("fields", account.leaves());
        account.counts().forEach((outcome, count) -> summary.put(outcome.code(), count));
        ArrayNode lines = told.putArray("field");
        for (Line line : account.lines()) {
            ObjectNode one = lines.addObject()
                    .put("place", line.place().path())
                    .put("line", line.place().line())
                    .put("column", line.place().column());
            line.element().ifPresent(it -> one.put("element", it));
            one.put("outcome", line.outcome().code());
            line.target().ifPresent(it -> one.put("target", it));
            line.why().ifPresent(why -> one.put("why", why.code()).put("text", why.text(locale)));
        }
        return json.writerWithDefaultPrettyPrinter().writeValueAsString(told);
    }
}
