package nl.ooievaar.mappings.outward;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Where a value of R4 stands in STU3, both ways, by the tables beside it. Immutable. */
final class Stu3Table {
    private static final Stu3Table TABLE = new Stu3Table();

    /**
     * A row: a value under the one pattern stands at the same place under the other.
     *
     * @param how the value itself is put, empty for as it is
     */
    record Row(String type, String r4, String stu3, String how) {}

    /** Where a value goes by a row. */
    record Place(Row row, Path path) {}

    private final List<Row> rows;
    private final List<String[]> codes;

    private Stu3Table() {
        rows = read("stu3-careplan.csv").stream()
                .map(cells -> new Row(cells[0], cells[1], cells[2], cells[3]))
                .sorted(Comparator.comparing(row -> -row.r4().length()))
                .toList();
        codes = read("stu3-status.csv");
    }

    static Stu3Table table() {
        return TABLE;
    }

    private static List<String[]> read(String name) {
        try (InputStream in = Stu3Table.class.getResourceAsStream(name);
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return lines.lines().skip(1).map(line -> line.split(",", -1)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Optional<Place> forth(String type, Path path) {
        return find(type, path, true);
    }

    Optional<Place> back(String type, Path path) {
        return find(type, path, false);
    }

    private Optional<Place> find(String type, Path path, boolean forth) {
        for (Row row : rows) {
            if (row.type().equals(type)) {
                Optional<Path> there = moved(forth ? row.r4() : row.stu3(), forth ? row.stu3() : row.r4(), path);
                if (there.isPresent()) {
                    return there.map(it -> new Place(row, it));
                }
            }
        }
        return Optional.empty();
    }

    /** In a pattern {@code *} stands for any place in a list; the places of both stand in the same order. */
    private static Optional<Path> moved(String from, String to, Path path) {
        String[] pattern = from.split("\\.");
        if (path.size() < pattern.length) {
            return Optional.empty();
        }
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < pattern.length; i++) {
            Path.Step step = path.steps().get(i);
            boolean open = pattern[i].endsWith("*");
            if (open ? !pattern[i].equals(step.name() + "*") : !pattern[i].equals(step.text())) {
                return Optional.empty();
            }
            if (open) {
                places.add(step.index());
            }
        }
        String at = to;
        for (int place : places) {
            at = at.replaceFirst("\\*", "[" + place + "]");
        }
        return Optional.of(Path.of(at).then(path.from(pattern.length)));
    }

    /** What a code of R4 is in STU3; empty where there is none that says the same. */
    Optional<String> code(String list, String r4) {
        return codes.stream()
                .filter(row -> row[0].equals(list) && row[1].equals(r4))
                .map(row -> row[2])
                .findFirst();
    }

    /** And back. */
    Optional<String> codeBack(String list, String stu3) {
        return codes.stream()
                .filter(row -> row[0].equals(list) && row[2].equals(stu3))
                .map(row -> row[1])
                .findFirst();
    }
}
