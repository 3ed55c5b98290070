package nl.ooievaar.mappings.dossier;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * Writes the elements of a logical model, in the order of the form.
 *
 * @param whole false for the dossier of a child, which has what was chosen and no more
 */
record ModelElements(String id, boolean whole, ArrayNode elements) {

    /** @param part the type of R4 that holds the fields around it, if one does */
    void field(String above, String part, Node node) {
        Row row = node.row();
        String path = above + "." + node.name();
        ObjectNode one = elements.addObject().put("id", path).put("path", path).put("short", row.nl());
        one.set("_short", Definitions.translated("en", row.en()));
        one.put("definition", row.en() + "." + (row.note().isEmpty() ? "" : " " + row.note() + "."));
        one.put("min", row.required() && (whole || row.path().equals("version")) ? 1 : 0);
        one.put("max", row.repeats() ? "*" : "1");
        if (row.type().equals("like")) {
            one.put("contentReference", "#" + id + "." + row.r4());
        } else {
            typed(one, node);
        }
        boolean resource = row.type().equals("part");
        mapped(one, row, resource ? "" : part);
        if (!row.type().equals("like")) {
            String within = resource ? row.r4().split(" ")[0] : part;
            node.own().forEach((name, child) -> field(path, within, child));
        }
    }

    private static void typed(ObjectNode one, Node node) {
        String code = node.value()
                .map(ModelElements::primitive)
                .or(() -> node.shared().map(LogicalModel::type))
                .orElse("BackboneElement");
        one.putArray("type").addObject().put("code", code);
        node.value().ifPresent(type -> {
            switch (type) {
                case SCORE -> one.put("minValueInteger", 1).put("maxValueInteger", 10);
                case COUNT -> one.put("minValueInteger", 0);
                default -> {
                    // The type says it all.
                }
            }
        });
        if (node.row().path().equals("version")) {
            one.put("fixedCode", Declaration.VERSION);
        }
    }

    static String primitive(Primitive type) {
        return switch (type) {
            case STRING -> "string";
            case CODE -> "code";
            case URI -> "uri";
            case BOOLEAN -> "boolean";
            case COUNT, SCORE -> "integer";
            case DECIMAL -> "decimal";
            case DATE -> "date";
            case DATE_TIME -> "dateTime";
        };
    }

    private static void mapped(ObjectNode one, Row row, String part) {
        String r4 = PartBuilder.address(row.r4());
        if (!r4.isEmpty() && !row.type().equals("like")) {
            boolean key = r4.equals("fullUrl");
            map(one, "r4", part.isEmpty() || key ? r4 : part + "." + r4);
        }
        several(row.bds()).forEach(number -> map(one, "bds", number));
        several(row.icf()).forEach(code -> map(one, "icf", code));
    }

    private static List<String> several(String cell) {
        return cell.isEmpty() ? List.of() : List.of(cell.split(" "));
    }

    private static void map(ObjectNode one, String identity, String map) {
        one.withArray("mapping").addObject().put("identity", identity).put("map", map);
    }
}
