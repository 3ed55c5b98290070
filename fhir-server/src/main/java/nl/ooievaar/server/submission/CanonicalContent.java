package nl.ooievaar.server.submission;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Content to compare: equal whatever the order of properties, white space and names of urn:uuid places. */
final class CanonicalContent {
    private static final ObjectMapper JSON = new ObjectMapper();

    private CanonicalContent() {}

    static String of(byte[] body) {
        StringBuilder text = new StringBuilder();
        write(tree(body), text, new HashMap<>());
        return text.toString();
    }

    /** With what each entry asks beside its resource: a body alone does not tell its conditions. */
    static String of(byte[] body, List<Entry> entries) {
        StringBuilder text = new StringBuilder(of(body));
        for (Entry entry : entries) {
            text.append('\n').append(entry.method()).append(' ').append(entry.url());
            text.append(' ').append(entry.ifNoneExist()).append(' ').append(entry.ifMatch());
        }
        return text.toString();
    }

    private static void write(JsonNode node, StringBuilder to, Map<String, String> places) {
        if (node.isObject()) {
            Map<String, JsonNode> sorted = new TreeMap<>();
            node.properties().forEach(f -> sorted.put(f.getKey(), f.getValue()));
            to.append('{');
            sorted.forEach((name, value) -> {
                to.append(name).append(':');
                write(value, to, places);
                to.append(',');
            });
            to.append('}');
        } else if (node.isArray()) {
            to.append('[');
            node.forEach(one -> {
                write(one, to, places);
                to.append(',');
            });
            to.append(']');
        } else if (node.isTextual() && node.asText().startsWith("urn:uuid:")) {
            to.append(places.computeIfAbsent(node.asText(), u -> "place" + places.size()));
        } else {
            to.append(node);
        }
    }

    static JsonNode tree(byte[] body) {
        try {
            return JSON.readTree(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
