package nl.ooievaar.mappings.dossier;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The rules that find the part of the dossier that an entry of a Bundle is: first what is about nobody, then hers, then the partner's.
 */
final class EntryRules {
    private static final String HERS = "Hers";

    private final Declaration table;
    private final MapGroups groups;
    private final MapNames names =
            new MapNames(List.of("bundle", "dossier", "about", "key", "resource", "part", "person", "partner"));

    EntryRules(Declaration table, MapGroups groups) {
        this.table = table;
        this.groups = groups;
    }

    void write() {
        ArrayNode main = groups.of("Bundle")
                .source("bundle", "Bundle")
                .target("dossier", "Dossier")
                .rules();
        MapRule.in(main, "version").from("bundle").say("dossier", "version", Declaration.VERSION);
        parts(part -> part.subject().isEmpty() && !part.person()).forEach(part -> entry(main, part, "", "dossier"));
        her(main);
        partner(main);
        hers();
    }

    private void hers() {
        ArrayNode hers = groups.of(HERS)
                .source("bundle", "Bundle")
                .source("about", "")
                .target("dossier", "Dossier")
                .rules();
        List<Part> pregnancy = parts(part -> hers(part) && part.dossier().size() > 1);
        ArrayNode group = MapRule.in(hers, "pregnancy")
                .from("bundle")
                .where(pregnancy.stream()
                        .map(part -> "entry.where(" + about(part) + ").exists()")
                        .collect(Collectors.joining(" or ")))
                .make("dossier", "pregnancy", "pregnancy")
                .rules();
        pregnancy.forEach(part -> entry(group, part, EntryConditions.about(part), "pregnancy"));
        parts(part -> hers(part) && part.dossier().size() == 1)
                .forEach(part -> entry(hers, part, EntryConditions.about(part), "dossier"));
    }

    private static boolean hers(Part part) {
        return part.subject().isPresent() && !part.ofPartner();
    }

    private static String about(Part part) {
        return MapDirection.and(EntryConditions.fits(part), EntryConditions.about(part));
    }

    private List<Part> parts(Predicate<Part> which) {
        return table.parts().stream().filter(which).toList();
    }

    /** She has an entry of her own, or is the only one that the records name. */
    private void her(ArrayNode main) {
        Part person = parts(part -> part.person() && !part.ofPartner()).get(0);
        ArrayNode hers = MapRule.in(main, "her")
                .from("bundle", "entry", "about")
                .where(EntryConditions.fits(person))
                .listed("first")
                .make("dossier", "person", "person")
                .rules();
        content(hers, "about", person, "person");
        MapRule.in(hers, "hers").from("about").then(HERS, "bundle", "about", "dossier");
        ArrayNode without = MapRule.in(main, "without-her")
                .from("bundle", "entry", "about")
                .where(EntryConditions.names(
                        person, parts(part -> part.person() && part.ofPartner()).get(0), parts(EntryRules::hers)))
                .listed("first")
                .rules();
        String open = "($this in " + MapConditions.CLOSED_ENTRIES + ").not()";
        MapRule.in(without, "her-key")
                .from("about")
                .where(EntryConditions.SUBJECT + ".where(" + open + ").exists()")
                .make("dossier", "person", "person")
                .evaluate("person", "reference", "about", EntryConditions.SUBJECT);
        MapRule.in(without, "hers").from("about").then(HERS, "bundle", "about", "dossier");
    }

    private void partner(ArrayNode main) {
        ArrayNode partner = MapRule.in(main, "partner")
                .from("bundle", "entry", "about")
                .where(EntryConditions.fits(
                        parts(part -> part.person() && part.ofPartner()).get(0)))
                .listed("first")
                .make("dossier", "partner", "partner")
                .rules();
        for (Part part : parts(Part::ofPartner)) {
            if (part.person()) {
                ArrayNode himself = MapRule.in(partner, "person")
                        .from("about")
                        .make("partner", "person", "person")
                        .rules();
                content(himself, "about", part, "person");
            } else {
                entry(partner, part, EntryConditions.about(part), "partner");
            }
        }
    }

    private void entry(ArrayNode rules, Part part, String about, String target) {
        String name = part.dossier().last().name();
        String entry = names.variable("entry");
        String made = names.variable("part");
        ArrayNode within = MapRule.in(rules, name)
                .from("bundle", "entry", entry)
                .where(MapDirection.and(EntryConditions.fits(part), about))
                .make(target, name, made)
                .rules();
        content(within, entry, part, made);
    }

    private void content(ArrayNode within, String entry, Part part, String made) {
        MapRule.in(within, "key")
                .from(entry)
                .where(MapConditions.KEY + ".exists()")
                .evaluate(made, "reference", entry, MapConditions.KEY);
        String resource = names.variable("resource");
        boolean ofNobody = part.subject().isEmpty() && !part.person();
        MapRule.in(within, "resource")
                .from(entry, "resource", resource)
                .typed(part.resourceType())
                .then(group(part), resource, "bundle", ofNobody ? entry : "about", made);
    }

    /** What the partner tells is made as what she tells. */
    private String group(Part part) {
        String path = MapSide.DOSSIER.path(part.dossier().steps());
        return table.rows().stream()
                .filter(row -> row.path().equals(path))
                .findFirst()
                .map(row -> MapNames.group(row.type().equals("like") ? row.r4() : row.path()))
                .orElseThrow();
    }
}
