package nl.ooievaar.profiles;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The rows of valid.csv and invalid.csv for tests that look at all of them at once; quoted with an apostrophe. */
public record Rows(String base, String edit, String profile, String text) {
    /** All rows of a table on the class path, such as {@code /invalid.csv}. */
    public static List<Rows> of(String resource) {
        try (InputStream in = Objects.requireNonNull(Rows.class.getResourceAsStream(resource))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .filter(line -> !line.isBlank())
                    .map(Rows::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Rows read(String line) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (char one : line.toCharArray()) {
            if (one == '\'') {
                quoted = !quoted;
            } else if (one == ',' && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(one);
            }
        }
        return new Rows(cells.get(0), cells.get(1), cells.get(2), line);
    }

    /** The resource of the row. */
    public String resource(PhbPackage phb) {
        return Edited.of(phb, base, edit.isEmpty() ? null : edit);
    }
}
