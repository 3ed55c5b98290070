package nl.ooievaar.mappings.dossier;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;

/** The parent dossier as definitions of FHIR R4, made from its declaration: the logical models of its forms, and the
 * maps between it and R4. */
public final class Definitions {
    static final String BASE = "http://ooievaar.example/fhir/";
    private static final String TRANSLATION = "http://hl7.org/fhir/StructureDefinition/translation";

    private Definitions() {}

    /** Each by the name of its file. */
    public static Map<String, String> all() {
        Declaration table = Declaration.table();
        Map<String, String> all = new TreeMap<>();
        LogicalModel.all(table).forEach(one -> put(all, one));
        put(all, ToR4Map.of(table));
        put(all, FromR4Map.of(table));
        return all;
    }

    private static void put(Map<String, String> all, ObjectNode one) {
        try {
            all.put(
                    one.path("resourceType").asText() + "-" + one.path("id").asText() + ".json",
                    Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(one) + "\n");
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same in Dutch and English. */
    record Words(String nl, String en) {}

    /** What every definition begins with. */
    static ObjectNode head(String type, String id, Words title, Words description) {
        ObjectNode head = Json.MAPPER.createObjectNode();
        head.put("resourceType", type)
                .put("id", id)
                .put("url", url(type, id))
                .put("version", Declaration.VERSION)
                .put("name", name(id))
                .put("title", title.nl());
        head.set("_title", translated("en", title.en()));
        head.put("status", "active").put("publisher", "Ooievaar").put("description", description.en());
        head.set("_description", translated("nl", description.nl()));
        return head;
    }

    static String url(String type, String id) {
        return BASE + type + "/" + id;
    }

    static ObjectNode translated(String language, String text) {
        ObjectNode made = Json.MAPPER.createObjectNode();
        ObjectNode translation = made.putArray("extension").addObject().put("url", TRANSLATION);
        translation.putArray("extension").addObject().put("url", "lang").put("valueCode", language);
        translation.withArray("extension").addObject().put("url", "content").put("valueString", text);
        return made;
    }

    /** As a name that a machine can use. */
    private static String name(String id) {
        StringBuilder name = new StringBuilder();
        for (String word : id.split("-")) {
            name.append(Character.toUpperCase(word.charAt(0))).append(word, 1, word.length());
        }
        return name.toString();
    }
}
