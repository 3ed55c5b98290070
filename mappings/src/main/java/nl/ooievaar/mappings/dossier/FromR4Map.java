package nl.ooievaar.mappings.dossier;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import nl.ooievaar.mappings.dossier.Definitions.Words;

/** The way from R4 to the dossier as a StructureMap, made from the ways of the declaration. */
final class FromR4Map {
    static final String ID = "phb-r4-to-parent-dossier";
    private static final List<String> INPUTS = List.of("src", "bundle", "about", "tgt");
    private static final Path ROOT = new Path(List.of());

    private final Declaration table;
    private final MapGroups groups;

    private FromR4Map(Declaration table) {
        this.table = table;
        this.groups = new MapGroups(Definitions.head(
                "StructureMap",
                ID,
                new Words("R4 naar ouderdossier", "R4 to parent dossier"),
                new Words(
                        "Maakt van een Bundle van R4 een ouderdossier, zoals $to-parent-dossier. Verplaatst alleen: waarden worden niet"
                                + " gecontroleerd en er komt geen verantwoording; dat doet de server.",
                        "Makes a parent dossier of a Bundle of R4, as $to-parent-dossier does. It only moves: values are not checked and"
                                + " there is no account; the server does that.")));
    }

    static ObjectNode of(Declaration table) {
        return new FromR4Map(table).made();
    }

    private ObjectNode made() {
        Ways ways = new Ways(table);
        Map<String, List<Way>> types = ways.types();
        Set<String> whole = MapGroups.whole(types);
        groups.r4("source", "Bundle");
        groups.model("target", LogicalModel.WHOLE, "Dossier");
        types.keySet().forEach(type -> groups.model("target", LogicalModel.id(type), "Dossier" + MapNames.group(type)));
        new TreeSet<>(table.resourceTypes()).forEach(type -> groups.r4("source", type));
        new EntryRules(table, groups).write();
        for (Row row : table.rows()) {
            if (row.type().equals("part")) {
                ArrayNode rules = groups.of(MapNames.group(row.path()))
                        .source("src", row.r4().split(" ")[0])
                        .source("bundle", "Bundle")
                        .source("about", "")
                        .target("tgt", "")
                        .rules();
                write(ways.part(row.path()), whole, rules);
            }
        }
        types.forEach((name, all) -> {
            MapGroups.Group group = groups.of(MapNames.group(name)).source("src", "");
            if (whole.contains(name)) {
                group.source("bundle", "Bundle");
            }
            write(
                    all,
                    whole,
                    group.target("tgt", "Dossier" + MapNames.group(name)).rules());
        });
        return groups.map();
    }

    private static void write(List<Way> ways, Set<String> whole, ArrayNode rules) {
        Place place = Place.of(ways.stream().filter(Way::field).map(Way::back).toList());
        Set<String> extended = ways.stream()
                .flatMap(way -> way.to().steps().stream())
                .map(Path.Step::name)
                .filter(name -> name.startsWith("_"))
                .map(name -> name.substring(1))
                .collect(Collectors.toSet());
        new MapPlaces(MapDirection.FROM_R4, new MapNames(INPUTS), whole, extended)
                .within(place, new MapSteps.At("src", ROOT, rules), "tgt");
    }
}
