package nl.ooievaar.judge;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** A table of this project: columns between semicolons, the last one may hold some; a first line that begins with #. */
final class Table {
    private static final Path HERE = Path.of("src/test/resources");

    private Table() {}

    static List<List<String>> read(String name, int columns) throws IOException {
        return read(HERE.resolve(name), columns);
    }

    static List<List<String>> read(Path file, int columns) throws IOException {
        return Files.readAllLines(file, StandardCharsets.UTF_8).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> Arrays.stream(line.split(";", columns))
                        .map(String::strip)
                        .toList())
                .peek(row -> {
                    if (row.size() != columns) {
                        throw new IllegalStateException(file + " needs " + columns + " columns: " + row);
                    }
                })
                .toList();
    }

    /** Writes the rows under the first line that the table has. */
    static void write(Path file, List<List<String>> rows) throws IOException {
        String head = Files.readAllLines(file, StandardCharsets.UTF_8).get(0);
        StringBuilder text = new StringBuilder(head).append('\n');
        rows.forEach(row -> text.append(String.join("; ", row)).append('\n'));
        Files.writeString(file, text);
    }

    static Path file(String name) {
        return HERE.resolve(name);
    }
}
