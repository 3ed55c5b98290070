package nl.ooievaar.mappings.dossier;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The rules that make an entry of each part of a dossier, in the order of the declaration. */
final class MainRules {
    private final Declaration table;
    private final FormTree forms;
    private final ArrayNode rules;
    private final Map<String, ArrayNode> groups = new HashMap<>();
    private final MapNames names = new MapNames(List.of("dossier", "bundle", "version", "key"));

    MainRules(Declaration table, ArrayNode rules) {
        this.table = table;
        this.forms = new FormTree(table.rows());
        this.rules = rules;
    }

    void write() {
        MapRule.in(rules, "version")
                .from("dossier", "version", "version")
                .check("$this = '" + Declaration.VERSION + "'");
        MapRule.in(rules, "type").from("dossier").say("bundle", "type", "collection");
        for (Row row : table.rows()) {
            if (row.type().equals("part")) {
                part(row, row);
            } else if (row.type().equals("like")) {
                part(row, find(row.r4()));
            }
        }
    }

    private Row find(String path) {
        return table.rows().stream()
                .filter(row -> row.path().equals(path))
                .findFirst()
                .orElseThrow();
    }

    /** @param like the row that declares what it is made of, itself or another */
    private void part(Row row, Row like) {
        String type = like.r4().split(" ")[0];
        List<Path.Step> steps = forms.pattern(row.path(), "").steps();
        ArrayNode at = rules;
        String above = "dossier";
        if (steps.size() > 1) {
            above = steps.get(0).name();
            at = groups.computeIfAbsent(above, this::group);
        }
        String about = above.equals("partner") ? above : "dossier";
        String name = steps.get(steps.size() - 1).name();
        String variable = names.variable(name);
        String entry = names.variable("entry");
        ArrayNode within = MapRule.in(at, name)
                .from(above, name, variable)
                .where(MapConditions.OPEN + " and (" + said(row, like) + ")")
                .make("bundle", "entry", entry)
                .rules();
        MapRule.in(within, "key")
                .from(variable, "reference", "key")
                .where("(" + local(type) + ").not()")
                .copy(entry, "fullUrl", "key");
        if (type.equals("Patient")) {
            MapRule.in(within, "no-key")
                    .from(variable)
                    .where("reference.empty() and (" + spoken(about.equals("dossier")) + ")")
                    .say(entry, "fullUrl", People.UNNAMED + (about.equals("dossier") ? "0" : "1"));
        }
        String resource = names.variable("resource");
        MapRule.in(within, "resource")
                .from(variable)
                .create(entry, "resource", resource, type)
                .then(MapNames.group(like.path()), variable, "dossier", about, resource);
    }

    private ArrayNode group(String name) {
        MapRule rule = MapRule.in(rules, name).from("dossier", name, names.variable(name));
        if (name.equals("partner")) {
            rule.where("person.where(" + MapConditions.OPEN + ").exists()");
        }
        return rule.rules();
    }

    /** That a part says something; a partner is somebody by his key alone. */
    private String said(Row row, Row like) {
        boolean himself = row.path().equals("partner.person");
        Node node = node(like.path());
        return node.own().keySet().stream()
                .filter(name -> himself || !name.equals("reference"))
                .map(name -> name + ".exists()")
                .collect(Collectors.joining(" or "));
    }

    private Node node(String path) {
        Node at = forms.root();
        for (String name : path.split("\\.")) {
            at = at.own().get(name);
        }
        return at;
    }

    /** That a part speaks of her, or of the partner. */
    private String spoken(boolean ofHer) {
        Predicate<Part> same =
                part -> part.ofPartner() != ofHer && part.subject().isPresent();
        return table.parts().stream()
                .filter(same)
                .map(part -> "%dossier." + MapSide.DOSSIER.path(part.dossier().steps()) + ".where(" + MapConditions.OPEN
                        + ").exists()")
                .collect(Collectors.joining(" or "));
    }

    /** Of a key, that it is the name of a resource of this type on its server. */
    static String local(String type) {
        return "matches('^" + type + "/[A-Za-z0-9.-]{1,64}$')";
    }
}
