package nl.ooievaar.mappings.dossier;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import nl.ooievaar.mappings.dossier.Definitions.Words;

/**
 * The forms as logical models of FHIR R4 (StructureDefinition of kind {@code logical}): the dossier, the dossier of a child, and one for
 * each kind of value that their fields share.
 */
final class LogicalModel {
    static final String WHOLE = "phb-parent-dossier";
    static final String CHILD = "phb-child-dossier";
    private static final String THEME = "phb-dossier-theme";
    private static final String BDS = "urn:oid:2.16.840.1.113883.2.4.4.40.267";

    private final String id;
    private final boolean whole;
    private final ArrayNode elements = Json.MAPPER.createArrayNode();

    private LogicalModel(String id, boolean whole) {
        this.id = id;
        this.whole = whole;
    }

    static List<ObjectNode> all(Declaration table) {
        List<ObjectNode> all = new ArrayList<>();
        all.add(new LogicalModel(WHOLE, true)
                .of(
                        table.root().own(),
                        new Words("Ouderdossier", "Parent dossier"),
                        new Words(
                                "Wat de JGZ van een prenataal huisbezoek vastlegt, naar hoofdstuk 8 van de handreiking: een voorstel, tot"
                                        + " het NCJ een model uitgeeft.",
                                "What youth health care records of a prenatal home visit, after chapter 8 of the guideline: a proposal,"
                                        + " until the NCJ publishes a model.")));
        all.add(new LogicalModel(CHILD, false)
                .of(
                        table.root().own(),
                        new Words("Ouderdossier: wat meegaat naar het kinddossier", "Child dossier"),
                        new Words(
                                "De velden van het ouderdossier, waarvan alleen wat de moeder koos naar het dossier van het kind gaat: geen"
                                        + " veld is verplicht.",
                                "The fields of the parent dossier, of which only what the mother chose goes to the dossier of the child: no"
                                        + " field is required.")));
        table.types().forEach((name, node) -> {
            if (!name.equals("part")) {
                all.add(new LogicalModel(id(name), true)
                        .of(
                                node.own(),
                                new Words("Ouderdossier: soort " + name, "Parent dossier: type " + name),
                                new Words(
                                        "Een soort waarde die velden van het ouderdossier delen.",
                                        "A kind of value that fields of the parent dossier share.")));
            }
        });
        return all;
    }

    /** Of the model of a kind of value that fields share. */
    static String id(String shared) {
        return "phb-dossier-" + shared.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    static String type(String shared) {
        return Definitions.url("StructureDefinition", id(shared));
    }

    private ObjectNode of(Map<String, Node> fields, Words title, Words about) {
        ObjectNode model = Definitions.head("StructureDefinition", id, title, about);
        model.put("fhirVersion", "4.0.1");
        ArrayNode mappings = model.putArray("mapping");
        mappings.addObject()
                .put("identity", "r4")
                .put("name", "FHIR R4")
                .put(
                        "comment",
                        "item(x) is the item with linkId x, extension(u) the extension with url u, * each of a list, [0] the first, {theme} the linkId of a theme.");
        if (id.equals(WHOLE) || id.equals(CHILD) || id.equals(THEME)) {
            mapping(mappings, "bds", BDS, "BDS JGZ 4.2.0")
                    .put("comment", "Numbers of elements, where their source is public.");
            mapping(mappings, "icf", "http://hl7.org/fhir/sid/icf-nl", "ICF")
                    .put("comment", "A relation and our choice: the guideline names no codes.");
        }
        model.put("kind", "logical")
                .put("abstract", false)
                .put("type", Definitions.url("StructureDefinition", id))
                .put("baseDefinition", "http://hl7.org/fhir/StructureDefinition/Element")
                .put("derivation", "specialization");
        ObjectNode root = elements.addObject().put("id", id).put("path", id).put("short", title.nl());
        root.set("_short", Definitions.translated("en", title.en()));
        root.put("definition", about.en()).put("min", 0).put("max", "*");
        fields.forEach((name, node) -> new ModelElements(id, whole, elements).field(id, "", node));
        model.putObject("differential").set("element", elements);
        return model;
    }

    private static ObjectNode mapping(ArrayNode into, String identity, String uri, String name) {
        return into.addObject().put("identity", identity).put("uri", uri).put("name", name);
    }
}
