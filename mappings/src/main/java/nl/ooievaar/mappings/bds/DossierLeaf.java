package nl.ooievaar.mappings.bds;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import nl.ooievaar.mappings.dossier.Marks;

/**
 * One value of a dossier.
 *
 * @param name its path without places in lists
 * @param around the group it stands in
 * @param part the record it stands in, and its place among those of its kind
 */
record DossierLeaf(String path, String name, JsonNode value, JsonNode around, JsonNode part, int index) {

    static List<DossierLeaf> of(JsonNode dossier) {
        List<DossierLeaf> leaves = new ArrayList<>();
        new Walk(dossier, leaves).group("", "", dossier, dossier, 0);
        return leaves;
    }

    boolean marked() {
        return Marks.closed(part.path("security"));
    }

    boolean inError() {
        return part.path("status").asText().equals("entered-in-error");
    }

    private record Walk(JsonNode root, List<DossierLeaf> leaves) {
        void group(String path, String name, JsonNode group, JsonNode part, int index) {
            group.properties().forEach(one -> {
                String at = path.isEmpty() ? one.getKey() : path + "." + one.getKey();
                String called = name.isEmpty() ? one.getKey() : name + "." + one.getKey();
                if (!one.getValue().isArray()) {
                    value(at, called, one.getValue(), group, part, index);
                    return;
                }
                for (int i = 0; i < one.getValue().size(); i++) {
                    value(at + "[" + i + "]", called, one.getValue().get(i), group, part, index(part, name, i, index));
                }
            });
        }

        private int index(JsonNode part, String around, int i, int index) {
            return part == root || around.equals("pregnancy") || around.equals("partner") ? i : index;
        }

        private void value(String at, String called, JsonNode value, JsonNode around, JsonNode part, int index) {
            if (value.isObject()) {
                boolean whole = part == root && !called.equals("pregnancy") && !called.equals("partner");
                group(at, called, value, whole ? value : part, index);
            } else if (value.isArray()) {
                for (int i = 0; i < value.size(); i++) {
                    value(at + "[" + i + "]", called + "[]", value.get(i), around, part, index);
                }
            } else if (!value.isNull()) {
                leaves.add(new DossierLeaf(at, called, value, around, part, index));
            }
        }
    }
}
