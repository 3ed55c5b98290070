package nl.ooievaar.mappings.dossier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;
import org.xml.sax.SAXException;

class SchemasTest {
    private static final int CASES = 60 * Integer.getInteger("depth", 1);
    private final DossierWriter writer = new DossierWriter(Declaration.table());

    private static String shipped(String name) throws IOException {
        return new String(Declaration.class.getResourceAsStream(name).readAllBytes(), StandardCharsets.UTF_8);
    }

    @Test
    void the_shipped_schemas_are_those_of_the_declaration() throws IOException {
        for (var schema : Schemas.all().entrySet()) {
            assertEquals(schema.getValue(), shipped(schema.getKey()), "mvn -pl mappings compile exec:java@schemas");
        }
    }

    @Test
    void every_dossier_that_the_declaration_allows_is_valid_by_both_schemas() throws IOException, SAXException {
        JsonNode json = Json.MAPPER.readTree(shipped(Schemas.JSON));
        Schema xml = xml();
        for (long seed = 0; seed < CASES; seed++) {
            ObjectNode dossier = new Random(seed).dossier();
            assertEquals(List.of(), problems(json, json, dossier, ""), "seed " + seed);
            xml.newValidator().validate(new StreamSource(new ByteArrayInputStream(writer.xml(dossier))));
        }
    }

    @Test
    void what_the_declaration_does_not_know_or_allow_is_invalid_by_both_schemas() throws IOException, SAXException {
        JsonNode schema = Json.MAPPER.readTree(shipped(Schemas.JSON));
        ObjectNode dossier = Json.MAPPER.createObjectNode().put("version", Declaration.VERSION);
        dossier.withObject("/person").put("birthDate", "2003-4-1");
        assertEquals(1, problems(schema, schema, dossier, "").size());
        assertThrows(SAXException.class, () -> validate(dossier));
        dossier.withObject("/person").put("birthDate", "2003-04");
        assertEquals(List.of(), problems(schema, schema, dossier, ""));
        validate(dossier);
        dossier.put("religion", "x");
        assertEquals(1, problems(schema, schema, dossier, "").size());
        byte[] unknown = ("<dossier xmlns=\"" + DossierWriter.NAMESPACE
                        + "\"><version>0.1.0</version><religion/></dossier>")
                .getBytes(StandardCharsets.UTF_8);
        assertThrows(SAXException.class, () -> xml().newValidator()
                .validate(new StreamSource(new ByteArrayInputStream(unknown))));
        dossier.remove("religion");
        dossier.remove("version");
        assertTrue(problems(schema, schema, dossier, "").get(0).contains("version"));
        assertThrows(SAXException.class, () -> validate(dossier));
    }

    @Test
    void what_was_chosen_for_a_child_is_valid_by_its_schemas_and_not_a_whole_dossier()
            throws IOException, SAXException {
        ObjectNode chosen = Json.MAPPER.createObjectNode().put("version", Declaration.VERSION);
        chosen.withArray("/findings").addObject().put("conclusion", "Het gaat goed.");
        JsonNode child = Json.MAPPER.readTree(shipped(Schemas.CHILD_JSON));
        JsonNode whole = Json.MAPPER.readTree(shipped(Schemas.JSON));
        assertEquals(List.of(), problems(child, child, chosen, ""));
        assertEquals(1, problems(whole, whole, chosen, "").size());
        StreamSource xml = new StreamSource(new StringReader(shipped(Schemas.CHILD_XML)));
        SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                .newSchema(xml)
                .newValidator()
                .validate(new StreamSource(new ByteArrayInputStream(writer.xml(chosen))));
        assertThrows(SAXException.class, () -> validate(chosen));
    }

    private void validate(ObjectNode dossier) throws IOException, SAXException {
        xml().newValidator().validate(new StreamSource(new ByteArrayInputStream(writer.xml(dossier))));
    }

    private static Schema xml() throws IOException, SAXException {
        SchemaFactory factory = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI);
        return factory.newSchema(new StreamSource(new StringReader(shipped(Schemas.XML))));
    }

    /** The few keywords that the schema uses; any other fails, so that nothing of it goes unchecked. */
    private static List<String> problems(JsonNode root, JsonNode schema, JsonNode value, String at) {
        List<String> found = new ArrayList<>();
        for (var rule : schema.properties()) {
            JsonNode said = rule.getValue();
            boolean right =
                    switch (rule.getKey()) {
                        case "$schema", "$id", "$defs", "title", "description" -> true;
                        case "$ref" -> {
                            found.addAll(problems(root, root.at(said.asText().substring(1)), value, at));
                            yield true;
                        }
                        case "type" -> type(said.asText(), value);
                        case "const" -> said.equals(value);
                        case "minLength" -> value.asText().length() >= said.asInt();
                        case "pattern" -> value.asText().matches(said.asText());
                        case "minimum" -> value.asInt() >= said.asInt();
                        case "maximum" -> value.asInt() <= said.asInt();
                        case "minItems" -> value.size() >= said.asInt();
                        case "items" -> {
                            value.forEach(one -> found.addAll(problems(root, said, one, at + "[]")));
                            yield true;
                        }
                        case "required" -> {
                            boolean all = true;
                            for (JsonNode name : said) {
                                all &= value.has(name.asText());
                            }
                            yield all;
                        }
                        case "additionalProperties" ->
                            value.properties().stream()
                                    .allMatch(one -> schema.path("properties").has(one.getKey()));
                        case "properties" -> {
                            said.properties().stream()
                                    .filter(one -> value.has(one.getKey()))
                                    .forEach(one -> found.addAll(problems(
                                            root, one.getValue(), value.get(one.getKey()), at + "." + one.getKey())));
                            yield true;
                        }
                        default -> false;
                    };
            if (!right) {
                found.add(at + " " + rule.getKey() + " " + said);
            }
        }
        return found;
    }

    private static boolean type(String type, JsonNode value) {
        return switch (type) {
            case "object" -> value.isObject();
            case "array" -> value.isArray();
            case "string" -> value.isTextual();
            case "boolean" -> value.isBoolean();
            case "integer" -> value.isInt();
            default -> value.isNumber();
        };
    }
}
