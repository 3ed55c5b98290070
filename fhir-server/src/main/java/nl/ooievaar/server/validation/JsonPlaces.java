package nl.ooievaar.server.validation;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds where the elements of issues stand in a JSON body. The validator tells the end of what it read; people look at the
 * beginning. Only what an issue speaks of is looked at.
 */
final class JsonPlaces {
    private static final JsonFactory JSON = new JsonFactory();

    /** An element that an issue speaks of, or one around it. */
    private static final class Node {
        private final Map<String, Node> below = new HashMap<>();
        private JsonLocation place;

        private void found(JsonLocation at) {
            place = place == null ? at : place;
        }
    }

    private JsonPlaces() {}

    /** The same issues, each at its element or the nearest around it that the body has. */
    static List<Issue> place(byte[] body, List<Issue> issues) {
        Node root = new Node();
        issues.forEach(issue -> {
            Node at = root;
            for (String step : Steps.of(issue)) {
                at = at.below.computeIfAbsent(step, s -> new Node());
            }
        });
        try (JsonParser in = JSON.createParser(body)) {
            in.nextToken();
            root.found(in.currentTokenLocation());
            read(in, root);
        } catch (IOException e) {
            // Malformed JSON is refused before; what can't be read has no places.
            return issues;
        }
        return issues.stream().map(issue -> placed(issue, root)).toList();
    }

    private static Issue placed(Issue issue, Node root) {
        Node at = root;
        for (String step : Steps.of(issue)) {
            Node next = at.below.get(step);
            if (next.place == null) {
                break;
            }
            at = next;
        }
        return issue.at(at.place.getLineNr(), at.place.getColumnNr());
    }

    private static void read(JsonParser in, Node node) throws IOException {
        if (in.currentToken() != JsonToken.START_OBJECT || node.below.isEmpty()) {
            in.skipChildren();
            return;
        }
        while (in.nextToken() == JsonToken.FIELD_NAME) {
            String property = in.currentName();
            JsonLocation here = in.currentTokenLocation();
            // Id and extensions of a primitive stand in a property of their own.
            String name = property.startsWith("_") ? property.substring(1) : property;
            if (in.nextToken() == JsonToken.START_ARRAY) {
                for (int i = 0; in.nextToken() != JsonToken.END_ARRAY; i++) {
                    value(in, node.below.get(Steps.step(name, i)), in.currentTokenLocation());
                }
            } else {
                value(in, node.below.get(Steps.step(name, 0)), here);
            }
        }
    }

    private static void value(JsonParser in, Node node, JsonLocation at) throws IOException {
        if (node == null) {
            in.skipChildren();
        } else {
            node.found(at);
            read(in, node);
        }
    }
}
