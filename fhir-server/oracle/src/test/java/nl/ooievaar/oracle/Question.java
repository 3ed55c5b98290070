package nl.ooievaar.oracle;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One search.
 *
 * @param ordered whether it asks for a total order
 */
record Question(String type, List<Part> parts, boolean ordered) {

    /** A parameter with its modifier or chain, and its value before it is encoded. */
    record Part(String name, String value) {
        /** Also of a sort: what it sorts by. */
        String parameter() {
            return name.equals("_sort") ? value.replaceAll("^-|,.*", "") : name.split("[:.]")[0];
        }

        Part behind(String head) {
            return new Part(head + '.' + name, value);
        }
    }

    static Question of(String type, Part... parts) {
        return new Question(type, List.of(parts), false);
    }

    /** As {@link #toString} writes it. */
    static Question read(String text) {
        String[] type = text.split("\\?");
        List<Part> parts = Stream.of(type[1].split("&"))
                .map(part -> part.split("=", 2))
                .map(part -> new Part(part[0], part[1]))
                .toList();
        return new Question(
                type[0], parts, parts.stream().anyMatch(part -> part.name().equals("_sort")));
    }

    Question and(Question other) {
        return new Question(
                type, Stream.concat(parts.stream(), other.parts.stream()).toList(), ordered || other.ordered);
    }

    Question with(UnaryOperator<Part> change) {
        return new Question(type, parts.stream().map(change).toList(), ordered);
    }

    /** Whether both ask something of one parameter. */
    boolean overlaps(Question other) {
        return parts.stream().anyMatch(part -> other.parts.stream()
                .anyMatch(one -> one.parameter().equals(part.parameter())));
    }

    String query() {
        return parts.stream()
                .map(part -> URLEncoder.encode(part.name(), StandardCharsets.UTF_8)
                        + '='
                        + URLEncoder.encode(part.value(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    /** To be read, and to be named in a table. */
    @Override
    public String toString() {
        return type
                + '?'
                + parts.stream().map(part -> part.name() + '=' + part.value()).collect(Collectors.joining("&"));
    }
}
