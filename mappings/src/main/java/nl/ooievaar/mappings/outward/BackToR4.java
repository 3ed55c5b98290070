package nl.ooievaar.mappings.outward;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;

/** The way back of {@link IndividualCareplan}, by the same table: whatever went whole comes back the same. Thread safe. */
public final class BackToR4 {
    private static final String ACHIEVEMENT = "http://terminology.hl7.org/CodeSystem/goal-achievement";

    private BackToR4() {}

    /** @param stu3 a Bundle of a plan, its goals and its team in STU3 */
    public static ObjectNode of(JsonNode stu3) {
        Tree made = new Tree();
        made.put("resourceType", "Bundle");
        made.put("type", "collection");
        List<Outgoing> all = Outgoing.of(stu3);
        for (int i = 0; i < all.size(); i++) {
            Path entry = Path.ROOT.then(new Path.Step("entry", i));
            if (!all.get(i).fullUrl().isEmpty()) {
                made.put(entry.text() + ".fullUrl", all.get(i).fullUrl());
            }
            resource(made, entry.then("resource"), all.get(i));
        }
        return made.object();
    }

    private static void resource(Tree made, Path at, Outgoing one) {
        made.put(at.then("resourceType"), TextNode.valueOf(one.type()));
        for (Tree.Leaf leaf : Tree.leaves(one.resource())) {
            if (!category(one, leaf.path())) {
                Stu3Table.table()
                        .back(one.type(), unwrapped(leaf.path()))
                        .ifPresent(place -> put(made, at, place, leaf.value()));
            }
        }
        if (one.type().equals("Goal") && one.resource().path("status").asText().equals("achieved")) {
            made.put(at.text() + ".achievementStatus.coding[0].system", ACHIEVEMENT);
            made.put(at.text() + ".achievementStatus.coding[0].code", "achieved");
        }
    }

    /** That it is an individual care plan is what the profile of STU3 asks for. */
    private static boolean category(Outgoing one, Path path) {
        return path.name(0).equals("category")
                && References.at(one.resource(), path.to(1))
                        .at("/coding/0/code")
                        .asText()
                        .equals(IndividualCareplan.CATEGORY);
    }

    /** A role stands in an extension of STU3, and by itself in R4. */
    private static Path unwrapped(Path path) {
        return path.text().contains(".extension[0].valueReference.")
                ? Path.of(path.text().replace(".extension[0].valueReference.", "."))
                : path;
    }

    private static void put(Tree made, Path at, Stu3Table.Place place, JsonNode value) {
        String how = place.row().how();
        if (how.equals("party") && place.path().text().endsWith(".extension[0].url")) {
            return;
        }
        switch (how) {
            case "", "party" -> made.put(at.then(place.path()), value);
            case "words" -> made.put(at.then(place.path()).then("text"), value);
            default ->
                Stu3Table.table()
                        .codeBack(how, value.asText())
                        .ifPresent(code -> made.put(at.then(place.path()), TextNode.valueOf(code)));
        }
    }
}
