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
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import nl.ooievaar.mappings.account.Account;
import nl.ooievaar.mappings.account.Line;
import nl.ooievaar.mappings.account.Outcome;
import nl.ooievaar.mappings.source.Unreadable;

/**
 * {@code map WHAT FILE…}: records of birth care as transactions of R4, R4 as what birth care, a parent dossier or the BDS takes, each with
 * an account of every field, without a server or a database. Answers 0 when every field of every record was read, 1 when some could not be, 2 when a record could not be read.
 */
public final class MapCommand {
    /** The word with which the command begins. */
    public static final String NAME = "map";

    private final PrintStream out;
    private final PrintStream err;
    private final Clock clock;
    private final ObjectMapper json = new ObjectMapper();
    private final List<String> files = new ArrayList<>();
    private final Map<Outcome, Long> counts = new EnumMap<>(Outcome.class);
    private MapStep step = bytes -> List.of();
    private final Map<String, Integer> names = new HashMap<>();
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
        boolean understood = understood(arguments);
        if (arguments.contains("--help")) {
            out.print(MapUsage.in(locale));
            return 0;
        }
        if (!understood) {
            err.print(MapUsage.in(locale));
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
        List<String> words = new ArrayList<>();
        for (int i = 0; i < arguments.size(); i++) {
            String one = arguments.get(i);
            boolean more = i + 1 < arguments.size();
            if (one.equals("--strict")) {
                strict = true;
            } else if (one.equals("--to") && more) {
                folder = Path.of(arguments.get(++i));
            } else if (one.equals("--lang") && more && List.of("nl", "en").contains(arguments.get(i + 1))) {
                locale = Locale.forLanguageTag(arguments.get(++i));
            } else if (one.startsWith("-") && !one.equals("--help")) {
                return false;
            } else if (!one.equals("--help")) {
                words.add(one);
            }
        }
        Optional<MapStep> named =
                words.isEmpty() ? Optional.empty() : MapStep.named(words.remove(0), clock.instant(), locale);
        named.ifPresent(it -> step = it);
        files.addAll(words);
        return named.isPresent() && !files.isEmpty();
    }

    private static List<Path> expanded(Path file) throws IOException {
        if (!Files.isDirectory(file)) {
            return List.of(file);
        }
        try (Stream<Path> inside = Files.walk(file)) {
            return inside.filter(it -> it.getFileName().toString().matches(".*\\.(xml|json)"))
                    .filter(it -> !it.getFileName()
                            .toString()
                            .matches(".*\\.(bundle|account|care-document|care-plan)\\.json"))
                    .sorted()
                    .toList();
        }
    }

    private void one(Path file) throws IOException {
        try {
            List<MapStep.Made> all = step.of(Files.readAllBytes(file));
            String name = name(file);
            for (MapStep.Made made : all) {
                write(name, made);
                out.println(file + ": " + made.account().leaves() + " fields, "
                        + made.account().counts());
            }
        } catch (Unreadable no) {
            unreadable++;
            out.println(file + ":" + no.line() + ":" + no.column() + ": " + no.text(locale));
        } catch (IOException e) {
            unreadable++;
            out.println(file + ": " + (Files.exists(file) ? "can not be read or written" : "is not there"));
        }
    }

    private void write(String name, MapStep.Made made) throws IOException {
        made.account().counts().forEach((outcome, count) -> counts.merge(outcome, count, Long::sum));
        Files.writeString(folder.resolve(name + made.accountEnding()), account(made.account()));
        if (made.bytes().isPresent() && (!strict || made.account().count(Outcome.REJECTED) == 0)) {
            Files.write(folder.resolve(name + made.ending()), made.bytes().get());
        }
    }

    /** Two files of one name, in two folders or as XML and JSON, do not take each other's place. */
    private String name(Path file) {
        String own = file.getFileName().toString().replaceFirst("\\.(xml|json)$", "");
        int times = names.merge(own, 1, Integer::sum);
        return times == 1 ? own : own + "-" + times;
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
