package nl.ooievaar.mappings.source;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** An element of a document, of XML or of FHIR as JSON, with what stands in it. Written while it is read, and not after. */
final class Node {
    final String name;
    final int line;
    final int column;
    final Map<String, String> attributes = new LinkedHashMap<>();
    final List<Node> children = new ArrayList<>();
    /** Null while nothing was said, as in most. */
    private StringBuilder text;

    Node(String name, int line, int column) {
        this.name = name;
        this.line = line;
        this.column = column;
    }

    /** Adds to its text; most elements have nothing between others but how they are laid out. */
    void say(char[] from, int start, int length) {
        if (text == null && blank(from, start, length)) {
            return;
        }
        if (text == null) {
            text = new StringBuilder();
        }
        text.append(from, start, length);
    }

    private static boolean blank(char[] from, int start, int length) {
        for (int i = start; i < start + length; i++) {
            if (!Character.isWhitespace(from[i])) {
                return false;
            }
        }
        return true;
    }

    /** Its own text, without that of its children. */
    String text() {
        return text == null ? "" : text.toString().strip();
    }

    /** Its own text and that of all in it. */
    String allText() {
        StringBuilder all = new StringBuilder(text());
        children.forEach(child -> all.append(all.isEmpty() ? "" : " ").append(child.allText()));
        return all.toString().strip();
    }

    Optional<String> attribute(String key) {
        return Optional.ofNullable(attributes.get(key));
    }

    boolean has(String key) {
        return attributes.containsKey(key);
    }

    Stream<Node> all(String child) {
        return children.stream().filter(it -> it.name.equals(child));
    }

    Optional<Node> first(String child) {
        for (Node one : children) {
            if (one.name.equals(child)) {
                return Optional.of(one);
            }
        }
        return Optional.empty();
    }

    /** The attribute {@code value} of a child, as FHIR writes its primitives. */
    Optional<String> primitive(String child) {
        return first(child).flatMap(it -> it.attribute("value"));
    }
}
