package nl.ooievaar.mappings.dossier;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import nl.ooievaar.mappings.dossier.Definitions.Words;

/** The way from the dossier to R4 as a StructureMap, made from the ways of the declaration. */
final class ToR4Map {
    static final String ID = "phb-parent-dossier-to-r4";
    private static final List<String> INPUTS = List.of("src", "dossier", "about", "tgt");
    private static final Path ROOT = new Path(List.of());

    private final Declaration table;
    private final Ways ways;
    private final ObjectNode map;

    private ToR4Map(Declaration table) {
        this.table = table;
        this.ways = new Ways(table);
        this.map = Definitions.head(
                "StructureMap",
                ID,
                new Words("Ouderdossier naar R4", "Parent dossier to R4"),
                new Words(
                        "Maakt van een ouderdossier een Bundle van R4, zoals $from-parent-dossier. Verplaatst alleen: waarden worden niet"
                                + " gecontroleerd en er komt geen verantwoording; dat doet de server.",
                        "Makes a Bundle of R4 of a parent dossier, as $from-parent-dossier does. It only moves: values are not checked and"
                                + " there is no account; the server does that."));
    }

    static ObjectNode of(Declaration table) {
        return new ToR4Map(table).made();
    }

    private ObjectNode made() {
        Map<String, List<Way>> types = ways.types();
        ArrayNode structures = map.putArray("structure");
        structure(structures, "source", LogicalModel.WHOLE, "Dossier");
        types.keySet()
                .forEach(type ->
                        structure(structures, "source", LogicalModel.id(type), "Dossier" + MapNames.group(type)));
        r4(structures, "Bundle");
        new TreeSet<>(table.resourceTypes()).forEach(type -> r4(structures, type));
        ObjectNode main = group("ParentDossier");
        input(main, "dossier", "Dossier", "source");
        input(main, "bundle", "Bundle", "target");
        new MainRules(table, main.putArray("rule")).write();
        for (Row row : table.rows()) {
            if (row.type().equals("part")) {
                part(row);
            }
        }
        types.forEach((name, all) -> type(name, all, whole(types)));
        return map;
    }

    /** The shared types that name other parts. */
    private static TreeSet<String> whole(Map<String, List<Way>> types) {
        return types.entrySet().stream()
                .filter(type -> type.getValue().stream().anyMatch(Way::reference))
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static void structure(ArrayNode into, String mode, String id, String alias) {
        into.addObject()
                .put("url", Definitions.url("StructureDefinition", id))
                .put("mode", mode)
                .put("alias", alias);
    }

    private static void r4(ArrayNode into, String type) {
        into.addObject()
                .put("url", "http://hl7.org/fhir/StructureDefinition/" + type)
                .put("mode", "target")
                .put("alias", type);
    }

    private ObjectNode group(String name) {
        return map.withArray("group").addObject().put("name", name).put("typeMode", "none");
    }

    private static void input(ObjectNode group, String name, String type, String mode) {
        ObjectNode one = group.withArray("input").addObject().put("name", name);
        if (!type.isEmpty()) {
            one.put("type", type);
        }
        one.put("mode", mode);
    }

    private void part(Row row) {
        String[] words = row.r4().split(" ");
        ObjectNode group = group(MapNames.group(row.path()));
        input(group, "src", "", "source");
        input(group, "dossier", "Dossier", "source");
        input(group, "about", "", "source");
        input(group, "tgt", words[0], "target");
        ArrayNode rules = group.putArray("rule");
        MapRule.in(rules, "id")
                .from("src", "reference", "key")
                .where(MainRules.local(words[0]))
                .evaluate("tgt", "id", "key", "substring(" + (words[0].length() + 1) + ")");
        List<Way> all = new ArrayList<>();
        all.add(said("meta.profile[0]", PartBuilder.profile(words[1])));
        all.addAll(ways.part(row.path()));
        Optional<Part.Discriminator> form = PartBuilder.discriminator(row);
        form.ifPresent(one -> {
            all.removeIf(way -> way.r4().text().equals(one.field()));
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
        new MapPlaces(new MapNames(inputs), whole(ways.types()))
                .within(Place.of(all), new MapPlaces.At("src", ROOT, rules), "tgt");
    }

    private static Way said(String r4, String value) {
        return new Way(ROOT, Path.parse(r4), Optional.empty(), Optional.empty(), Optional.of(value), false);
    }

    private void type(String name, List<Way> all, TreeSet<String> whole) {
        ObjectNode group = group(MapNames.group(name));
        input(group, "src", "Dossier" + MapNames.group(name), "source");
        if (whole.contains(name)) {
            input(group, "dossier", "Dossier", "source");
        }
        input(group, "tgt", "", "target");
        new MapPlaces(new MapNames(INPUTS), whole)
                .within(Place.of(all), new MapPlaces.At("src", ROOT, group.putArray("rule")), "tgt");
    }
}
