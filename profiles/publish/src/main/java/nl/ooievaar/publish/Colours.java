package nl.ooievaar.publish;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.StringReader;
import java.util.Iterator;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Prints a resource as JSON or XML in colours: names and values in spans, indented by two. */
final class Colours {
    private static final XMLInputFactory XML = XMLInputFactory.newInstance();

    private Colours() {}

    static {
        XML.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        XML.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
        XML.setProperty(XMLInputFactory.IS_COALESCING, true);
    }

    static String json(String text) {
        StringBuilder out = new StringBuilder();
        json(JsonParser.parseString(text), 0, out);
        return out.toString();
    }

    private static void json(JsonElement value, int depth, StringBuilder out) {
        if (value instanceof JsonObject object) {
            out.append('{');
            for (Iterator<Map.Entry<String, JsonElement>> it = object.entrySet().iterator(); it.hasNext(); ) {
                Map.Entry<String, JsonElement> one = it.next();
                line(depth + 1, out);
                span("n", '"' + one.getKey() + '"', out);
                out.append(": ");
                json(one.getValue(), depth + 1, out);
                out.append(it.hasNext() ? "," : "");
            }
            line(depth, out);
            out.append('}');
        } else if (value instanceof JsonArray array) {
            out.append('[');
            for (int i = 0; i < array.size(); i++) {
                line(depth + 1, out);
                json(array.get(i), depth + 1, out);
                out.append(i + 1 < array.size() ? "," : "");
            }
            line(depth, out);
            out.append(']');
        } else {
            boolean text = value.getAsJsonPrimitive().isString();
            span(text ? "s" : "k", value.toString(), out);
        }
    }

    static String xml(String text) {
        StringBuilder out = new StringBuilder();
        try {
            XMLStreamReader reader = XML.createXMLStreamReader(new StringReader(text));
            int depth = 0;
            boolean inText = false;
            int event = reader.next();
            while (reader.hasNext()) {
                switch (event) {
                    case XMLStreamConstants.START_ELEMENT -> {
                        start(reader, depth++, inText, out);
                        inText = false;
                    }
                    case XMLStreamConstants.END_ELEMENT -> {
                        end(reader, --depth, inText, out);
                        inText = false;
                    }
                    case XMLStreamConstants.CHARACTERS -> {
                        inText = !reader.isWhiteSpace();
                        out.append(inText ? escaped(reader.getText()) : "");
                    }
                    default -> {
                        // Comments and instructions do not occur in what HAPI writes.
                    }
                }
                event = reader.next();
            }
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
        return out.toString().strip();
    }

    private static void start(XMLStreamReader reader, int depth, boolean inText, StringBuilder out) {
        if (!inText) {
            line(depth, out);
        }
        out.append("&lt;");
        span("n", name(reader), out);
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            out.append(' ').append(reader.getAttributeLocalName(i)).append('=');
            span("s", '"' + reader.getAttributeValue(i) + '"', out);
        }
        out.append("&gt;");
    }

    /** An element without content is closed where it began. */
    private static void end(XMLStreamReader reader, int depth, boolean inText, StringBuilder out) {
        String open = "<span class=\"n\">" + name(reader) + "</span>";
        int begun = out.lastIndexOf("&lt;" + open);
        boolean empty = begun >= 0 && out.indexOf("&gt;", begun) == out.length() - "&gt;".length();
        if (empty) {
            out.insert(out.length() - "&gt;".length(), '/');
            return;
        }
        if (!inText) {
            line(depth, out);
        }
        out.append("&lt;/").append(open).append("&gt;");
    }

    private static String name(XMLStreamReader reader) {
        return reader.getLocalName();
    }

    private static void line(int depth, StringBuilder out) {
        out.append('\n').append("  ".repeat(depth));
    }

    private static void span(String kind, String text, StringBuilder out) {
        out.append("<span class=\"")
                .append(kind)
                .append("\">")
                .append(escaped(text))
                .append("</span>");
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
