package nl.ooievaar.mappings.outward;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.ooievaar.mappings.account.Why;
import nl.ooievaar.mappings.outward.Stu3Table.Place;

/**
 * The plan as birth care has it in FHIR STU3: {@code bc-IndividualCareplan} with its goals and care team (Nictiz, geboortezorg 1.3.3).
 * Feedback has no place there; it goes as a document. Of herself who she is goes, and never where she lives or how she is reached. Thread safe.
 */
public final class IndividualCareplan {
    private static final String NICTIZ = "http://nictiz.nl/fhir/StructureDefinition/";
    static final String CATEGORY = "736377005";
    static final String ROLE = NICTIZ + "practitionerrole-reference";
    private static final String BSN = "http://fhir.nl/fhir/NamingSystem/bsn";
    private static final Map<String, String> PROFILES = Map.of(
            "CarePlan",
            "bc-IndividualCareplan",
            "Goal",
            "bc-IndividualCarePlan-Goal",
            "CareTeam",
            "bc-CareTeam",
            "Patient",
            "bc-Woman");
    /** What a reference to somebody may name in STU3; a role has an extension. */
    private static final Set<String> PARTIES =
            Set.of("Patient", "Practitioner", "RelatedPerson", "Organization", "CareTeam");

    private final Source source;

    private IndividualCareplan(Source source) {
        this.source = source;
    }

    /** @param source a Bundle, or one resource: what the caller may see */
    public static Sent of(JsonNode source) {
        return of(source, Set.of());
    }

    /** @param hers how the records name her; empty where she is the only one they name */
    public static Sent of(JsonNode source, Set<String> hers) {
        Source what = new Source(source, IndividualCareplan::known, hers);
        IndividualCareplan made = new IndividualCareplan(what);
        Sending sending = new Sending(what, made::fate);
        sending.put(source);
        Tree bundle = sending.bundle();
        bundle.put("resourceType", "Bundle");
        bundle.put("type", "collection");
        for (int i = 0; i < what.all().size(); i++) {
            if (what.stays(what.all().get(i)).isEmpty()) {
                frame(bundle, Sending.entry(i), what.all().get(i));
                made.roles(bundle, Sending.entry(i), what.all().get(i));
            }
        }
        return sending.sent(source);
    }

    /** STU3 has no status for a goal that is over and was not achieved. */
    private static boolean known(Outgoing one) {
        boolean over = one.type().equals("Goal")
                && one.resource().path("lifecycleStatus").asText().equals("completed")
                && !achieved(one);
        return PROFILES.containsKey(one.type()) && !over;
    }

    private static boolean achieved(Outgoing goal) {
        return goal.resource().path("lifecycleStatus").asText().equals("completed")
                && goal.resource()
                        .at("/achievementStatus/coding/0/code")
                        .asText()
                        .equals("achieved");
    }

    /** The address of the extension in which a role is named. */
    private void roles(Tree bundle, Path entry, Outgoing one) {
        for (Tree.Leaf leaf : Tree.leaves(one.resource())) {
            boolean stays =
                    References.stays(source, one.resource(), leaf.path()).isPresent();
            if (!stays && fate(one, leaf.path(), leaf.value()) instanceof Fate.Goes goes) {
                String target = entry.then("resource").then(goes.target()).text();
                int role = target.indexOf(".valueReference.");
                if (role > 0) {
                    bundle.put(target.substring(0, role) + ".url", ROLE);
                }
            }
        }
    }

    private static void frame(Tree bundle, Path entry, Outgoing one) {
        String resource = entry.text() + ".resource.";
        if (!one.fullUrl().isEmpty()) {
            bundle.put(entry.text() + ".fullUrl", one.fullUrl());
        }
        bundle.put(resource + "meta.profile[0]", NICTIZ + PROFILES.get(one.type()));
        if (one.type().equals("CarePlan")) {
            int next = one.resource().path("category").size();
            bundle.put(resource + "category[" + next + "].coding[0].system", "http://snomed.info/sct");
            bundle.put(resource + "category[" + next + "].coding[0].code", CATEGORY);
        }
    }

    private Fate fate(Outgoing one, Path path, JsonNode value) {
        String name = path.name(0);
        if (name.equals("resourceType")) {
            return Fate.goes(path, value);
        }
        if (name.equals("meta") || name.equals("text")) {
            return Fate.stays(name.equals("text") ? Why.REPEATED : Why.ENVELOPE);
        }
        if (one.type().equals("Patient") && CareDocument.REACHED.contains(name)) {
            return Fate.stays(Why.SAFE_CONTACT);
        }
        if (name.equals("achievementStatus")) {
            return achievement(one, path);
        }
        if (withdrawn(one, path)) {
            return Fate.stays(Why.IN_ERROR);
        }
        boolean named = one.type().equals("Patient") && name.equals("name");
        boolean extended = !named
                && path.steps().stream()
                        .anyMatch(step -> step.name().equals("extension")
                                || step.name().equals("contained")
                                || step.name().startsWith("_"));
        return extended
                ? Fate.stays(Why.NO_PLACE)
                : Stu3Table.table()
                        .forth(one.type(), path)
                        .map(place -> put(one, path, place, value))
                        .orElse(Fate.stays(Why.NO_PLACE));
    }

    /** That it was achieved is the status itself in STU3. */
    private static Fate achievement(Outgoing one, Path path) {
        String at = path.text();
        boolean code = at.equals("achievementStatus.coding[0].system") || at.equals("achievementStatus.coding[0].code");
        if (!achieved(one) || !code && !at.equals("achievementStatus.coding[0].display")) {
            return Fate.stays(Why.NO_PLACE);
        }
        return code ? Fate.goes(Path.of("status"), TextNode.valueOf("achieved")) : Fate.stays(Why.REPEATED);
    }

    /** STU3 can not say of one activity that it was recorded in error. */
    private static boolean withdrawn(Outgoing one, Path path) {
        return path.name(0).equals("activity")
                && References.at(one.resource(), path.to(1))
                        .at("/detail/status")
                        .asText()
                        .equals("entered-in-error");
    }

    private Fate put(Outgoing one, Path path, Place place, JsonNode value) {
        return switch (place.row().how()) {
            case "" -> Fate.goes(place.path(), value);
            case "party" -> party(one, path, place, value);
            case "words" -> words(one, path, place, value);
            default -> code(place, value);
        };
    }

    private static Fate code(Place place, JsonNode value) {
        Optional<String> same = Stu3Table.table().code(place.row().how(), value.asText());
        if (same.isPresent()) {
            return Fate.goes(place.path(), TextNode.valueOf(same.get()));
        }
        // R4 tells what was stopped from what was cancelled, and what is over from what was achieved.
        return switch (value.asText()) {
            case "stopped" -> Fate.lossy(place.path(), TextNode.valueOf("cancelled"), Why.COARSER);
            default -> Fate.stays(Why.NARROWER);
        };
    }

    private static Fate party(Outgoing one, Path path, Place place, JsonNode value) {
        int at = place.path().size() - path.size() + depth(path, place);
        JsonNode reference = References.at(one.resource(), path.to(depth(path, place)));
        String type = Source.type(reference.path("reference").asText());
        if (type.isEmpty() || PARTIES.contains(type)) {
            return Fate.goes(place.path(), value);
        }
        Path inside = place.path()
                .to(at)
                .then(Path.of("extension[0].valueReference"))
                .then(place.path().from(at));
        return type.equals("PractitionerRole") ? Fate.goes(inside, value) : Fate.stays(Why.NO_PLACE);
    }

    /** How many steps of a path name the reference itself. */
    private static int depth(Path path, Place place) {
        return Math.min(path.size(), place.row().r4().split("\\.").length);
    }

    private static Fate words(Outgoing one, Path path, Place place, JsonNode value) {
        int depth = depth(path, place);
        Path target = place.path().to(place.path().size() - (path.size() - depth));
        JsonNode concept = References.at(one.resource(), path.to(depth));
        List<String> order = List.of("text", "coding[0].display", "coding[0].code");
        Optional<String> first = order.stream()
                .filter(it -> References.at(concept, Path.of(it)).isTextual())
                .findFirst();
        String inside = path.from(depth).text();
        if (first.filter(inside::equals).isEmpty()) {
            return Fate.stays(Why.NO_PLACE);
        }
        return inside.equals("text") ? Fate.goes(target, value) : Fate.lossy(target, value, Why.COARSER);
    }
}
