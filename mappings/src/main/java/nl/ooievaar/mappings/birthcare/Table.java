package nl.ooievaar.mappings.birthcare;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** A table of declarations beside the code: a line of names, then a line for each row; no cell holds a comma. */
final class Table {
    private Table() {}

    /** The rows of a table, each with as many cells as there are names. */
    static List<List<String>> rows(String name) {
        try (InputStream in = Table.class.getResourceAsStream("/nl/ooievaar/mappings/" + name);
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            int width = lines.readLine().split(",", -1).length;
            return lines.lines()
                    .map(line -> Arrays.asList(line.split(",", -1)))
                    .peek(row -> {
                        if (row.size() != width) {
                            throw new IllegalStateException(name + ": " + row + " has not " + width + " cells");
                        }
                    })
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
