package nl.ooievaar.publish;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.ooievaar.publish.Definition.Fact;

/** The navigation, and a page for each section that lists what is in it. */
final class Indexes {
    /** In the order of the navigation. */
    private static final List<String> SECTIONS = List.of(
            "steps",
            "cases",
            "profiles",
            "questionnaires",
            "terminology",
            "interventions",
            "examples",
            "capabilities",
            "operations",
            "searches",
            "maps",
            "systems");

    private static final List<String> MAIN = List.of("steps", "cases", "profiles", "questionnaires", "terminology");

    private final Language language;

    Indexes(Language language) {
        this.language = language;
    }

    /** An entry of the navigation. */
    record Entry(String name, String address, boolean here) {}

    static List<Entry> navigation(Page page, Language language) {
        List<Entry> entries = new ArrayList<>();
        for (String section : MAIN) {
            entries.add(new Entry(
                    language.word("section." + section),
                    section + "/index.html",
                    page.section().equals(section)));
        }
        for (String name : List.of("everything", "downloads")) {
            entries.add(new Entry(
                    language.word("nav." + name), name + ".html", page.address().equals(name + ".html")));
        }
        return entries;
    }

    List<Page> of(List<Page> pages) {
        List<Page> indexes = new ArrayList<>();
        List<Fact> sections = new ArrayList<>();
        for (String section : SECTIONS) {
            List<Page> inside = pages.stream()
                    .filter(one ->
                            one.section().equals(section) && one.address().startsWith(section + "/"))
                    .sorted(Comparator.comparing(Indexes::order))
                    .toList();
            if (inside.isEmpty()) {
                continue;
            }
            List<Fact> entries = inside.stream()
                    .map(one -> new Fact(one.title(), one.address()))
                    .toList();
            Map<String, Object> values = new LinkedHashMap<>();
            values.put("intro", language.word("section." + section + ".intro"));
            values.put("entries", entries);
            sections.add(new Fact(
                    language.word("section." + section) + " (" + inside.size() + ")", section + "/index.html"));
            indexes.add(new Page(
                    section + "/index.html",
                    section,
                    language.word("section." + section),
                    Templates.render("list", values)));
        }
        indexes.add(new Page(
                "everything.html",
                "home",
                language.word("nav.everything"),
                Templates.render("list", Map.of("intro", language.word("everything.intro"), "entries", sections))));
        return indexes;
    }

    /** By name, and numbers in names by their size: case 2 before case 10. */
    private static String order(Page page) {
        return java.util.regex.Pattern.compile("[0-9]+")
                .matcher(page.address())
                .replaceAll(found -> String.format("%04d", Integer.parseInt(found.group())));
    }
}
