package nl.ooievaar.mappings.dossier;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.util.Map;

/** The JSON form as a JSON Schema (draft 2020-12), made from the declaration. */
final class JsonSchema {
    private final Declaration declaration;
    private final boolean whole;

    /** @param whole false for the dossier of a child, which has what was chosen and no more */
    JsonSchema(Declaration declaration, boolean whole) {
        this.declaration = declaration;
        this.whole = whole;
    }

    String text() {
        ObjectNode schema = Json.MAPPER.createObjectNode();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put(
                "$id",
                DossierWriter.NAMESPACE + "/" + Declaration.VERSION + "/"
                        + (whole ? Schemas.JSON : Schemas.CHILD_JSON));
        schema.setAll(group(declaration.root(), declaration.root().own()));
        ObjectNode types = schema.putObject("$defs");
        declaration.types().forEach((name, node) -> {
            if (!name.equals("part")) {
                types.set(name, group(node, node.own()));
            }
        });
        try {
            return Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(schema) + "\n";
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ObjectNode group(Node node, Map<String, Node> children) {
        ObjectNode made = Json.MAPPER.createObjectNode();
        if (!node.row().path().startsWith(":")) {
            described(made, node);
        }
        made.put("type", "object").put("additionalProperties", false);
        ArrayNode required = Json.MAPPER.createArrayNode();
        ObjectNode properties = made.putObject("properties");
        children.forEach((name, child) -> {
            properties.set(name, field(child));
            if (child.row().required() && (whole || name.equals("version"))) {
                required.add(name);
            }
        });
        if (!required.isEmpty()) {
            made.set("required", required);
        }
        return made;
    }

    private ObjectNode field(Node node) {
        ObjectNode one = node.value().map(type -> value(node, type)).orElseGet(() -> node.shared()
                .map(type -> Json.MAPPER.createObjectNode().put("$ref", "#/$defs/" + type))
                .orElseGet(() -> group(node, node.own())));
        if (!node.row().repeats()) {
            return described(one, node);
        }
        ObjectNode list = described(Json.MAPPER.createObjectNode(), node).put("type", "array");
        list.put("minItems", 1);
        list.set("items", one);
        return list;
    }

    private static ObjectNode described(ObjectNode into, Node node) {
        if (!node.row().nl().isEmpty()) {
            into.put("title", node.row().nl()).put("description", node.row().en());
        }
        return into;
    }

    private static ObjectNode value(Node node, Primitive type) {
        ObjectNode made = Json.MAPPER.createObjectNode().put("type", type.json());
        switch (type) {
            case STRING, CODE, URI -> made.put("minLength", 1);
            case SCORE -> made.put("minimum", 1).put("maximum", 10);
            case COUNT -> made.put("minimum", 0);
            case DATE -> made.put("pattern", "^" + Primitive.DATE_FORM + "$");
            case DATE_TIME -> made.put("pattern", "^" + Primitive.DATE_TIME_FORM + "$");
            case BOOLEAN, DECIMAL -> {
                // The type says it all.
            }
        }
        if (node.row().path().equals("version")) {
            made.put("const", Declaration.VERSION);
        }
        return made;
    }
}
