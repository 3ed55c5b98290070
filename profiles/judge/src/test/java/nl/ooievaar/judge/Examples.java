package nl.ooievaar.judge;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.hl7.fhir.utilities.json.model.JsonElement;
import org.hl7.fhir.utilities.json.model.JsonObject;
import org.hl7.fhir.utilities.json.parser.JsonParser;

/** The resources of the examples, one by one, each with those it refers to: a profile may look at what stands there. */
final class Examples {
    private static final Pattern REFERENCE = Pattern.compile("\"reference\" ?: ?\"([^\"]+)\"");
    private static final String HERE = "http://phb.example/fhir/";

    private final List<JsonObject> resources = new ArrayList<>();
    private final Map<String, JsonObject> known = new LinkedHashMap<>();

    Examples(Map<String, byte[]> files) throws Exception {
        for (var file : files.entrySet()) {
            if (file.getKey().startsWith("example/")) {
                JsonObject example = JsonParser.parseObject(Judge.text(file.getValue()));
                if (example.has("entry")) {
                    for (JsonElement entry : example.getJsonArray("entry")) {
                        JsonObject resource = entry.asJsonObject().getJsonObject("resource");
                        add(resource);
                        known.put(entry.asJsonObject().asString("fullUrl"), resource);
                    }
                } else {
                    add(example);
                }
            }
        }
    }

    private void add(JsonObject resource) {
        resources.add(resource);
        known.putIfAbsent(resource.asString("resourceType"), resource);
    }

    /** Ids of our profiles that the examples claim, and types of those that claim none. */
    TreeSet<String> profiles() {
        TreeSet<String> profiles = new TreeSet<>();
        resources.forEach(one -> profiles.add(profile(one)));
        return profiles;
    }

    /** Those of one of our profiles (or of a type, without one), each as a Bundle that begins with it and claims another profile too. */
    List<byte[]> of(String profile, String... others) throws Exception {
        List<byte[]> bundles = new ArrayList<>();
        for (JsonObject resource : resources) {
            if (profile(resource).equals(profile)) {
                bundles.add(bundle(resource, others));
            }
        }
        return bundles;
    }

    private byte[] bundle(JsonObject resource, String... others) throws Exception {
        JsonObject tested = literal(resource);
        Map<String, JsonObject> beside = new LinkedHashMap<>();
        refer(tested, beside);
        for (String other : others) {
            tested.forceObject("meta").forceArray("profile").add(other);
        }
        JsonObject bundle = new JsonObject().set("resourceType", "Bundle").set("type", "collection");
        bundle.forceArray("entry").add(entry(HERE + tested.asString("resourceType") + "/tested", tested));
        for (var one : beside.entrySet()) {
            bundle.forceArray("entry").add(entry(one.getKey(), one.getValue()));
        }
        return JsonParser.compose(bundle).getBytes(StandardCharsets.UTF_8);
    }

    /** A copy in which a search for a resource (a conditional reference) is as good as its address. */
    private static JsonObject literal(JsonObject resource) throws Exception {
        return JsonParser.parseObject(
                JsonParser.compose(resource).replaceAll("\"([A-Za-z]+)\\?[^\"]*\"", "\"$1/example\""));
    }

    /** Finds what a resource refers to, and what that refers to; an address that only stands for an example is given one of its type. */
    private void refer(JsonObject resource, Map<String, JsonObject> beside) throws Exception {
        var references = REFERENCE.matcher(JsonParser.compose(resource));
        while (references.find()) {
            String reference = references.group(1);
            String address = reference.startsWith("urn:") ? reference : HERE + reference;
            JsonObject found = known.getOrDefault(reference, known.get(reference.replaceAll("/.*", "")));
            if (found != null && !beside.containsKey(address)) {
                beside.put(address, literal(found));
                refer(beside.get(address), beside);
            }
        }
    }

    private static JsonObject entry(String address, JsonObject resource) {
        if (address.startsWith(HERE)) {
            resource.set("id", address.replaceAll(".*/", ""));
        }
        return new JsonObject().set("fullUrl", address).set("resource", resource);
    }

    private static String profile(JsonObject resource) {
        return resource.has("meta") && resource.getJsonObject("meta").has("profile")
                ? resource.getJsonObject("meta")
                        .getJsonArray("profile")
                        .get(0)
                        .asString()
                        .replaceAll(".*/", "")
                : resource.asString("resourceType");
    }
}
