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
        ArrayNode hers = groups.of(HERS)
                .source("bundle", "Bundle")
                .source("about", "")
                .target("dossier", "Dossier")
                .rules();
        List<Part> pregnancy =
                parts(part -> part.dossier().size() > 1 && part.subject().isPresent() && !part.ofPartner());
        ArrayNode group = MapRule.in(hers, "pregnancy")
                .from("bundle")
                .where(pregnancy.stream()
                        .map(part -> "entry.where(" + MapDirection.and(fits(part), about(part)) + ").exists()")
                        .collect(Collectors.joining(" or ")))
                .make("dossier", "pregnancy", "pregnancy")
                .rules();
        pregnancy.forEach(part -> entry(group, part, about(part), "pregnancy"));
        parts(part -> part.dossier().size() == 1 && part.subject().isPresent())
                .forEach(part -> entry(hers, part, about(part), "dossier"));
    }

    private List<Part> parts(Predicate<Part> which) {
        return table.parts().stream().filter(which).toList();
    }

    /** She has an entry of her own, or is the only one that the records name. */
    private void her(ArrayNode main) {
        Part person = parts(part -> part.person() && !part.ofPartner()).get(0);
        ArrayNode hers = MapRule.in(main, "her")
                .from("bundle", "entry", "about")
                .where(fits(person))
                .listed("first")
                .make("dossier", "person", "person")
                .rules();
        content(hers, "about", person, "person");
        MapRule.in(hers, "hers").from("about").then(HERS, "bundle", "about", "dossier");
        String him = fits(parts(part -> part.person() && part.ofPartner()).get(0));
        String others = "%bundle.entry.where(" + him + ").select(fullUrl | " + MapConditions.KEY + ")";
        String records = parts(part -> part.subject().isPresent() && !part.ofPartner()).stream()
                .map(EntryRules::fits)
                .distinct()
                .map(one -> "(" + one + ")")
                .collect(Collectors.joining(" or "));
        String named = "(resource.subject | resource.patient).reference.where(($this in " + others + ").not())";
        ArrayNode without = MapRule.in(main, "without-her")
                .from("bundle", "entry", "about")
                .where("%bundle.entry.where(" + fits(person) + ").empty() and " + named + ".exists() and (" + records
                        + ") and %bundle.entry.where(" + records + ").select(" + named + ").distinct().count() = 1")
                .listed("first")
                .rules();
        String open = "($this in " + MapConditions.CLOSED_ENTRIES + ").not()";
        MapRule.in(without, "her-key")
                .from("about")
                .where("(resource.subject | resource.patient).reference.where(" + open + ").exists()")
                .make("dossier", "person", "person")
                .evaluate("person", "reference", "about", "(resource.subject | resource.patient).reference");
        MapRule.in(without, "hers").from("about").then(HERS, "bundle", "about", "dossier");
    }

    private void partner(ArrayNode main) {
        ArrayNode partner = MapRule.in(main, "partner")
                .from("bundle", "entry", "about")
                .where(fits(parts(part -> part.person() && part.ofPartner()).get(0)))
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
                entry(partner, part, about(part), "partner");
            }
        }
    }

    private void entry(ArrayNode rules, Part part, String about, String target) {
        String name = part.dossier().last().name();
        String entry = names.variable("entry");
        String made = names.variable("part");
        ArrayNode within = MapRule.in(rules, name)
                .from("bundle", "entry", entry)
                .where(MapDirection.and(fits(part), about))
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

    private static String about(Part part) {
        return "(resource." + MapSide.R4.path(part.subject().orElseThrow().steps()) + " in " + MapConditions.NAMES
                + ")";
    }

    /** Of an entry, that it is this part and no label closes it ({@link Incoming#fits}). */
    private static String fits(Part part) {
        String claimed = part.profiles().stream()
                .map(profile -> MapConditions.PROFILE + " = '" + profile + "'")
                .collect(Collectors.joining(" or "));
        String profile = Incoming.CLAIMED.contains(part.resourceType())
                ? claimed
                : MapConditions.PROFILE + ".empty() or " + claimed;
        String form = part.discriminator()
                .map(one -> "resource." + one.field() + " = '" + one.canonical() + "' or resource." + one.field()
                        + ".startsWith('" + one.canonical() + "|')")
                .orElse("");
        String said = part.implied().stream()
                .filter(one -> one.anchor().steps().isEmpty() && !one.value().equals(Rule.Implied.SUBJECT))
                .map(one -> "resource." + MapSide.R4.path(one.r4().steps()) + " = '" + one.value() + "'")
                .collect(Collectors.joining(" and "));
        return MapDirection.and("resource is " + part.resourceType(), MapConditions.OPEN_ENTRY, profile, form, said);
    }
}
