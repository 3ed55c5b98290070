package nl.ooievaar.mappings.dossier;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import nl.ooievaar.mappings.dossier.Definitions.Words;

/** The way from the dossier to R4 as a StructureMap, made from the ways of the declaration. */
final class ToR4Map {
    static final String ID = "phb-parent-dossier-to-r4";
    private static final List<String> INPUTS = List.of("src", "dossier", "about", "tgt");
    private static final Path ROOT = new Path(List.of());

    private final Declaration table;
    private final Ways ways;
    private final MapGroups groups;

    private ToR4Map(Declaration table) {
        this.table = table;
        this.ways = new Ways(table);
        this.groups = new MapGroups(Definitions.head(
                "StructureMap",
                ID,
                new Words("Ouderdossier naar R4", "Parent dossier to R4"),
                new Words(
                        "Maakt van een ouderdossier een Bundle van R4, zoals $from-parent-dossier. Verplaatst alleen: waarden worden niet"
                                + " gecontroleerd en er komt geen verantwoording; dat doet de server.",
                        "Makes a Bundle of R4 of a parent dossier, as $from-parent-dossier does. It only moves: values are not checked and"
                                + " there is no account; the server does that.")));
    }

    static ObjectNode of(Declaration table) {
        return new ToR4Map(table).made();
    }

    private ObjectNode made() {
        Map<String, List<Way>> types = ways.types();
        Set<String> whole = MapGroups.whole(types);
        groups.model("source", LogicalModel.WHOLE, "Dossier");
        types.keySet().forEach(type -> groups.model("source", LogicalModel.id(type), "Dossier" + MapNames.group(type)));
        groups.r4("target", "Bundle");
        new TreeSet<>(table.resourceTypes()).forEach(type -> groups.r4("target", type));
        new MainRules(
                        table,
                        groups.of("ParentDossier")
                                .source("dossier", "Dossier")
                                .target("bundle", "Bundle")
                                .rules())
                .write();
        for (Row row : table.rows()) {
            if (row.type().equals("part")) {
                part(row, whole);
            }
        }
        types.forEach((name, all) -> type(name, all, whole));
        return groups.map();
    }

    private void part(Row row, Set<String> whole) {
        String[] words = row.r4().split(" ");
        ArrayNode rules = groups.of(MapNames.group(row.path()))
                .source("src", "")
                .source("dossier", "Dossier")
                .source("about", "")
                .target("tgt", words[0])
                .rules();
        MapRule.in(rules, "id")
                .from("src", "reference", "key")
                .where(MainRules.local(words[0]))
                .evaluate("tgt", "id", "key", "substring(" + (words[0].length() + 1) + ")");
        List<Way> all = new ArrayList<>();
        all.add(Way.said(Path.parse("meta.profile[0]"), PartBuilder.profile(words[1])));
        all.addAll(ways.part(row.path()));
        Optional<Part.Discriminator> form = PartBuilder.discriminator(row);
        form.ifPresent(one -> {
            all.removeIf(way -> way.to().text().equals(one.field()));
            String right = "$this = '" + one.canonical() + "' or startsWith('" + one.canonical() + "|')";
            MapRule.in(rules, "form")
                    .from("src", one.field(), "form")
                    .where(right)
                    .copy("tgt", one.field(), "form");
            MapRule.in(rules, "its-form")
                    .from("src")
                    .where(one.field() + ".where(" + right + ").empty()")
                    .say("tgt", one.field(), one.canonical());
        });
        List<String> inputs = new ArrayList<>(INPUTS);
        inputs.addAll(List.of("key", "form"));
        new MapPlaces(MapDirection.TO_R4, new MapNames(inputs), whole, Set.of())
                .within(Place.of(all), new MapSteps.At("src", ROOT, rules), "tgt");
    }

    private void type(String name, List<Way> all, Set<String> whole) {
        MapGroups.Group group = groups.of(MapNames.group(name)).source("src", "Dossier" + MapNames.group(name));
        if (whole.contains(name)) {
            group.source("dossier", "Dossier");
        }
        new MapPlaces(MapDirection.TO_R4, new MapNames(INPUTS), whole, Set.of())
                .within(
                        Place.of(all),
                        new MapSteps.At("src", ROOT, group.target("tgt", "").rules()),
                        "tgt");
    }
}
