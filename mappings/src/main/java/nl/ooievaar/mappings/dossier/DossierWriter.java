package nl.ooievaar.mappings.dossier;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Writes a dossier in its two forms, in the order of the declaration. What the declaration does not know is not written. Thread safe. */
public final class DossierWriter {
    /** Of the XML form. */
    public static final String NAMESPACE = "http://ooievaar.example/dossier";

    private final Declaration declaration;

    public DossierWriter(Declaration declaration) {
        this.declaration = declaration;
    }

    public byte[] json(ObjectNode dossier) {
        try {
            return Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(ordered(dossier, declaration.root()));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private JsonNode ordered(JsonNode value, Node node) {
        if (value.isArray()) {
            ArrayNode list = Json.MAPPER.createArrayNode();
            value.forEach(one -> list.add(ordered(one, node)));
            return list;
        }
        if (!value.isObject()) {
            return value;
        }
        ObjectNode made = Json.MAPPER.createObjectNode();
        declaration.children(node).forEach((name, child) -> {
            if (value.has(name)) {
                made.set(name, ordered(value.get(name), child));
            }
        });
        return made;
    }

    public byte[] xml(ObjectNode dossier) {
        StringBuilder out = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<dossier xmlns=\"")
                .append(NAMESPACE)
                .append("\">");
        children(dossier, declaration.root(), out, 1);
        return out.append("\n</dossier>\n").toString().getBytes(StandardCharsets.UTF_8);
    }

    private void children(JsonNode value, Node node, StringBuilder out, int depth) {
        declaration.children(node).forEach((name, child) -> {
            JsonNode under = value.path(name);
            Iterable<JsonNode> all = under.isArray() ? under : under.isMissingNode() ? List.of() : List.of(under);
            all.forEach(one -> element(name, one, child, out, depth));
        });
    }

    private void element(String name, JsonNode value, Node node, StringBuilder out, int depth) {
        out.append('\n').append("  ".repeat(depth)).append('<').append(name).append('>');
        if (value.isObject()) {
            children(value, node, out, depth + 1);
            out.append('\n').append("  ".repeat(depth));
        } else {
            escape(value.isBigDecimal() ? value.decimalValue().toPlainString() : value.asText(), out);
        }
        out.append("</").append(name).append('>');
    }

    /** A line end that is not written as a character reference would come back as another. */
    static void escape(String text, StringBuilder out) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\r' -> out.append("&#13;");
                case '\n' -> out.append("&#10;");
                case '\t' -> out.append("&#9;");
                default -> out.append(c);
            }
        }
    }
}
