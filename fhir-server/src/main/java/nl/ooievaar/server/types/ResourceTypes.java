package nl.ooievaar.server.types;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The types this server offers, read from {@code types.md}: documentation and configuration are one page. */
public final class ResourceTypes {
    private static final String PAGE = "/nl/ooievaar/server/types.md";
    private static final List<String> COLUMNS = List.of(
            "Type", "Class", "Interactions", "Profiles", "Search parameters", "Principal reference", "Principal date");

    private final Map<String, ResourceType> byName;

    private ResourceTypes(Map<String, ResourceType> byName) {
        this.byName = Collections.unmodifiableMap(byName);
    }

    /** The page on the class path. */
    public static ResourceTypes load() {
        try (InputStream page = ResourceTypes.class.getResourceAsStream(PAGE)) {
            if (page == null) {
                throw new IllegalStateException(PAGE + " is not on the class path");
            }
            return parse(new String(page.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Any row that is not well-formed stops the start: a type half declared would be a door half closed. */
    static ResourceTypes parse(String page) {
        List<List<String>> rows = page.lines()
                .filter(line -> line.startsWith("|"))
                .map(ResourceTypes::cells)
                .toList();
        if (rows.size() < 3 || !rows.get(0).equals(COLUMNS)) {
            throw new IllegalArgumentException("types.md must hold one table with the columns " + COLUMNS);
        }
        Map<String, ResourceType> found = new LinkedHashMap<>();
        for (List<String> row : rows.subList(2, rows.size())) {
            ResourceType type = read(row);
            if (found.put(type.name(), type) != null) {
                throw new IllegalArgumentException("types.md lists " + type.name() + " twice");
            }
        }
        return new ResourceTypes(found);
    }

    /** In the order of the page. */
    public Collection<ResourceType> all() {
        return byName.values();
    }

    public Optional<ResourceType> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** For names that were checked before: an unknown one is a fault of ours. */
    public ResourceType get(String name) {
        return find(name).orElseThrow(() -> new IllegalArgumentException(name + " is not a type of this server"));
    }

    private static List<String> cells(String line) {
        String inner = line.strip();
        inner = inner.substring(1, inner.endsWith("|") ? inner.length() - 1 : inner.length());
        return Arrays.stream(inner.split("\\|", -1)).map(String::strip).toList();
    }

    private static ResourceType read(List<String> row) {
        if (row.size() != COLUMNS.size() || row.stream().anyMatch(String::isEmpty)) {
            throw new IllegalArgumentException("types.md has a row without all " + COLUMNS.size() + " cells: " + row);
        }
        return new ResourceType(
                row.get(0),
                typeClass(row.get(1)),
                Interaction.of(row.get(2)),
                list(row.get(3)),
                list(row.get(4)),
                single(row.get(5)),
                single(row.get(6)));
    }

    private static TypeClass typeClass(String name) {
        return EnumSet.allOf(TypeClass.class).stream()
                .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("types.md names an unknown class: " + name));
    }

    private static List<String> list(String cell) {
        if (cell.equals("-")) {
            return List.of();
        }
        List<String> items =
                Arrays.stream(cell.split(",", -1)).map(String::strip).toList();
        if (items.contains("") || new HashSet<>(items).size() != items.size()) {
            throw new IllegalArgumentException("types.md has an empty or repeated name in: " + cell);
        }
        return items;
    }

    private static Optional<String> single(String cell) {
        return list(cell).stream().findFirst();
    }
}
