package nl.ooievaar.server.directory;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.ooievaar.server.store.Municipalities.PostalRange;
import nl.ooievaar.subject.Reason;
import nl.ooievaar.subject.Refusal;
import nl.ooievaar.subject.desk.Days;
import nl.ooievaar.subject.desk.Municipality;
import nl.ooievaar.subject.desk.PostalCode;

/**
 * Reads a table of municipalities, one line each, columns separated by semicolons and named in the first line: municipality,
 * name, ura, service, postal-from, postal-to, start, end. A municipality without a service has no desk; one that stands there
 * more than once has several ranges of postal codes, or desks in different periods.
 */
final class MunicipalityFile {
    /** The columns; all but the first two may be left out. */
    static final List<String> COLUMNS =
            List.of("municipality", "name", "ura", "service", "postal-from", "postal-to", "start", "end");

    private static final String DAY = "2026-01-31";

    /**
     * One line.
     *
     * @param at where it stands
     * @param ura of the organisation; empty when no desk is named
     * @param service its business identifier; empty when no desk is named
     */
    record Line(
            String at,
            Municipality municipality,
            String ura,
            String service,
            Optional<PostalRange> postal,
            Days days) {}

    private final List<Refusal> refused = new ArrayList<>();
    private final Map<String, String> names = new HashMap<>();

    /** Whether a file is such a table: it begins with the name of its first column. */
    static boolean is(byte[] body) {
        return text(body).stripLeading().startsWith(COLUMNS.get(0) + ";");
    }

    /** What stands in the way; empty when all of it can be used. */
    List<Refusal> refused() {
        return List.copyOf(refused);
    }

    List<Line> read(byte[] body) {
        String[] lines = text(body).split("\r?\n", -1);
        List<String> header = cells(lines[0]);
        Set<String> once = new HashSet<>(header);
        if (once.size() != header.size() || !COLUMNS.containsAll(header) || !header.contains("name")) {
            refused.add(Refusal.of(Reason.MUNICIPALITY_LINE, "1", String.join(";", COLUMNS))
                    .at(at(1)));
            return List.of();
        }
        List<Line> read = new ArrayList<>();
        for (int i = 1; i < lines.length; i++) {
            if (!lines[i].isBlank() && !lines[i].startsWith("#")) {
                line(new Cells(header, cells(lines[i]), at(i + 1))).ifPresent(read::add);
            }
        }
        return read;
    }

    private Optional<Line> line(Cells cells) {
        int before = refused.size();
        Optional<String> code = Municipality.code(cells.of("municipality"));
        String name = cells.of("name");
        if (code.isEmpty()) {
            refuse(cells, "municipality", "GM0935");
        }
        if (name.isEmpty()) {
            refuse(cells, "name", "Maastricht");
        }
        if (cells.of("service").isEmpty() != cells.of("ura").isEmpty()) {
            refuse(cells, cells.of("ura").isEmpty() ? "ura" : "service", "ura;service");
        }
        Optional<PostalRange> postal = postal(cells);
        Optional<Days> days = days(cells);
        code.filter(is -> !name.isEmpty() && !name.equals(names.computeIfAbsent(is, k -> name)))
                .ifPresent(is ->
                        refused.add(Refusal.of(Reason.MUNICIPALITY_NAMES, is).at(cells.at() + ".name")));
        return refused.size() > before
                ? Optional.empty()
                : Optional.of(new Line(
                        cells.at(),
                        new Municipality(code.orElseThrow(), name),
                        cells.of("ura"),
                        cells.of("service"),
                        postal,
                        days.orElseThrow()));
    }

    private Optional<PostalRange> postal(Cells cells) {
        String from = cells.of("postal-from");
        String to = cells.of("postal-to").isEmpty() ? from : cells.of("postal-to");
        if (from.isEmpty() && to.isEmpty()) {
            return Optional.empty();
        }
        Optional<PostalRange> range = PostalCode.of(from).flatMap(first -> PostalCode.of(to)
                .filter(last -> last.digits() >= first.digits())
                .map(last -> new PostalRange(first, last)));
        if (range.isEmpty()) {
            refuse(cells, PostalCode.of(from).isEmpty() ? "postal-from" : "postal-to", "6211");
        }
        return range;
    }

    private Optional<Days> days(Cells cells) {
        try {
            String start = cells.of("start");
            String end = cells.of("end");
            return Optional.of(new Days(
                    start.isEmpty() ? Days.BEGINNING : LocalDate.parse(start),
                    end.isEmpty() ? Days.END : LocalDate.parse(end)));
        } catch (DateTimeException | IllegalArgumentException e) {
            refuse(cells, "start", DAY);
            return Optional.empty();
        }
    }

    private void refuse(Cells cells, String column, String form) {
        refused.add(Refusal.of(Reason.MUNICIPALITY_LINE, column, form).at(cells.at() + "." + column));
    }

    private record Cells(List<String> header, List<String> values, String at) {
        String of(String column) {
            int place = header.indexOf(column);
            return place >= 0 && place < values.size() ? values.get(place) : "";
        }
    }

    private static List<String> cells(String line) {
        return List.of(line.split(";", -1)).stream()
                .map(cell -> cell.strip().replaceAll("^\"|\"$", ""))
                .toList();
    }

    /** Where a line stands, from 1. */
    static String at(int line) {
        return "line[" + line + "]";
    }

    private static String text(byte[] body) {
        String text = new String(body, StandardCharsets.UTF_8);
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }
}
