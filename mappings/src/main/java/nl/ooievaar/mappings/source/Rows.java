package nl.ooievaar.mappings.source;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** A table beside the code: a line of names, then a line for each row; no cell holds a comma. */
public final class Rows {
    private Rows() {}

    /** The rows of a table of this library, each with as many cells as there are names. */
    public static List<List<String>> of(String name) {
        try (InputStream in = Rows.class.getResourceAsStream("/nl/ooievaar/mappings/" + name);
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
