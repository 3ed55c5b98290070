package nl.ooievaar.profiles;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

/**
 * An example with a few changes: the base is a file, or one resource of a Bundle ({@code file#Type} or {@code
 * file#Type:n}); an edit is {@code /pointer=json} to set, {@code -/pointer} to remove, and several are parted by
 * {@code ;;}.
 */
final class Edited {
    private Edited() {}

    static String of(PhbPackage phb, String base, String edit) {
        int hash = base.indexOf('#');
        String file = hash < 0 ? base : base.substring(0, hash);
        JsonObject resource = JsonParser.parseString(phb.examples().get(file)).getAsJsonObject();
        if (hash >= 0) {
            resource = entry(resource, base.substring(hash + 1));
        }
        if (edit != null) {
            for (String step : edit.split(";;")) {
                apply(resource, step.trim());
            }
        }
        return resource.toString();
    }

    private static JsonObject entry(JsonObject bundle, String wanted) {
        String[] parts = wanted.split(":");
        int skip = parts.length > 1 ? Integer.parseInt(parts[1]) : 0;
        for (JsonElement entry : bundle.getAsJsonArray("entry")) {
            JsonObject resource = entry.getAsJsonObject().getAsJsonObject("resource");
            if (resource.get("resourceType").getAsString().equals(parts[0]) && skip-- == 0) {
                return resource;
            }
        }
        throw new IllegalArgumentException("No entry " + wanted);
    }

    private static void apply(JsonObject resource, String step) {
        boolean removal = step.startsWith("-");
        int equals = step.indexOf('=');
        String pointer = removal ? step.substring(1) : step.substring(0, equals);
        String[] path = pointer.substring(1).split("/");
        JsonElement parent = resource;
        for (int i = 0; i < path.length - 1; i++) {
            parent = parent.isJsonArray()
                    ? parent.getAsJsonArray().get(Integer.parseInt(path[i]))
                    : parent.getAsJsonObject().get(path[i]);
        }
        String last = path[path.length - 1];
        JsonElement value = removal ? null : JsonParser.parseString(step.substring(equals + 1));
        if (parent instanceof JsonArray array) {
            if (removal) {
                array.remove(Integer.parseInt(last));
            } else if (last.equals("-")) {
                array.add(value);
            } else {
                array.set(Integer.parseInt(last), value);
            }
        } else if (removal) {
            if (parent.getAsJsonObject().remove(last) == null) {
                throw new IllegalArgumentException("Nothing to remove at " + pointer);
            }
        } else {
            parent.getAsJsonObject().add(last, value);
        }
    }
}
