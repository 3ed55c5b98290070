package nl.ooievaar.mappings.source;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** FHIR as JSON, read into what the same would be as XML (FHIR STU3, 2.6.2): streamed, within limits, no name twice. */
final class FhirJson {
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();
    private static final int WRAPPING = 20;

    private final JsonParser json;
    private final Limits limits;
    private long count;

    private FhirJson(JsonParser json, Limits limits) {
        this.json = json;
        this.limits = limits;
    }

    static Node tree(byte[] bytes, Limits limits) {
        if (bytes.length > limits.bytes()) {
            throw new Unreadable(Unreadable.Reason.TOO_LARGE, 0, 0, limits.bytes());
        }
        try (JsonParser json = FACTORY.createParser(bytes)) {
            return new FhirJson(json, limits).document();
        } catch (JsonProcessingException e) {
            JsonLocation at = e.getLocation();
            throw at == null
                    ? new Unreadable(Unreadable.Reason.NOT_JSON, 0, 0, 0)
                    : new Unreadable(Unreadable.Reason.NOT_JSON, at.getLineNr(), at.getColumnNr(), 0);
        } catch (IOException e) {
            throw new Unreadable(Unreadable.Reason.NOT_JSON, 0, 0, 0);
        }
    }

    private Node document() throws IOException {
        if (json.nextToken() != JsonToken.START_OBJECT) {
            throw unreadable(Unreadable.Reason.UNKNOWN_FORM, 0);
        }
        Node root = object("", 1);
        if (json.nextToken() != null) {
            throw unreadable(Unreadable.Reason.NOT_JSON, 0);
        }
        return root;
    }

    /** An object is named by the property that holds it; a resource stands in it under its type, as in XML. */
    private Node object(String name, int depth) throws IOException {
        if (depth > limits.depth()) {
            throw unreadable(Unreadable.Reason.TOO_DEEP, limits.depth());
        }
        Node made = node(name);
        Map<String, List<Node>> properties = new HashMap<>();
        String type = "";
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String property = json.currentName();
            JsonToken token = json.nextToken();
            if (property.equals("resourceType") && token == JsonToken.VALUE_STRING) {
                type = json.getText();
            } else if (property.equals("url") && name.endsWith("xtension") && token == JsonToken.VALUE_STRING) {
                made.attributes.put("url", json.getText());
            } else {
                property(made, property, properties, depth);
            }
        }
        if (type.isEmpty()) {
            return made;
        }
        Node resource = new Node(type, made.line, made.column);
        resource.children.addAll(made.children);
        if (name.isEmpty()) {
            return resource;
        }
        made.children.clear();
        made.children.add(resource);
        return made;
    }

    private void property(Node of, String property, Map<String, List<Node>> properties, int depth) throws IOException {
        boolean beside = property.startsWith("_");
        String name = beside ? property.substring(1) : property;
        List<Node> same = properties.computeIfAbsent(name, key -> new ArrayList<>());
        if (json.currentToken() != JsonToken.START_ARRAY) {
            value(of, name, same, 0, depth);
            return;
        }
        for (int i = 0; json.nextToken() != JsonToken.END_ARRAY; i++) {
            value(of, name, same, i, depth);
        }
    }

    /** One value: what stands beside a primitive of the same name and place belongs to the same node. */
    private void value(Node of, String name, List<Node> same, int index, int depth) throws IOException {
        switch (json.currentToken()) {
            case START_OBJECT -> {
                Node read = object(name, depth + 1);
                if (index < same.size()) {
                    same.get(index).children.addAll(read.children);
                } else {
                    add(of, same, read);
                }
            }
            case START_ARRAY -> throw unreadable(Unreadable.Reason.UNKNOWN_FORM, 0);
            default -> {
                Node at = index < same.size() ? same.get(index) : add(of, same, node(name));
                if (json.currentToken() != JsonToken.VALUE_NULL) {
                    at.attributes.put("value", json.getText());
                }
            }
        }
    }

    private static Node add(Node of, List<Node> same, Node made) {
        same.add(made);
        of.children.add(made);
        return made;
    }

    private Node node(String name) {
        if (++count > (long) WRAPPING * limits.leaves()) {
            throw unreadable(Unreadable.Reason.TOO_MANY, limits.leaves());
        }
        JsonLocation at = json.currentTokenLocation();
        return new Node(name, at.getLineNr(), at.getColumnNr());
    }

    private Unreadable unreadable(Unreadable.Reason reason, long limit) {
        JsonLocation at = json.currentTokenLocation();
        return new Unreadable(reason, at.getLineNr(), at.getColumnNr(), limit);
    }
}
