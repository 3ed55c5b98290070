package nl.ooievaar.publish;

import java.text.Collator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

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

    private static final Pattern NUMBER = Pattern.compile("[0-9]+");
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
        List<Item> sections = new ArrayList<>();
        for (String section : SECTIONS) {
            List<Page> inside = pages.stream()
                    .filter(one ->
                            one.section().equals(section) && one.address().startsWith(section + "/"))
                    .sorted(order())
                    .toList();
            if (!inside.isEmpty()) {
                String title = language.word("section." + section);
                String intro = language.word("section." + section + ".intro");
                sections.add(new Item(title, "", section + "/index.html", intro));
                indexes.add(list(section + "/index.html", section, title, intro, groups(inside)));
            }
        }
        indexes.add(list(
                "everything.html",
                "home",
                language.word("nav.everything"),
                language.word("everything.intro"),
                List.of(new Group("", sections))));
        return indexes;
    }

    /** An entry of a list. */
    record Item(String title, String name, String address, String summary) {}

    /** Entries that belong together; without a heading where they are all there are. */
    record Group(String heading, List<Item> entries) {}

    private static Page list(String address, String section, String title, String intro, List<Group> groups) {
        return Page.text(address, section, title, Templates.render("list", Map.of("intro", intro, "groups", groups)));
    }

    private static List<Group> groups(List<Page> pages) {
        Map<String, List<Item>> groups = new LinkedHashMap<>();
        for (Page one : pages) {
            groups.computeIfAbsent(one.group(), ignored -> new ArrayList<>())
                    .add(new Item(one.title(), one.name(), one.address(), one.summary()));
        }
        return groups.entrySet().stream()
                .map(one -> new Group(one.getKey(), one.getValue()))
                .toList();
    }

    /** Definitions by their title as the reader spells it; texts, which carry numbers, by their address. */
    private Comparator<Page> order() {
        Collator spelling = Collator.getInstance(Locale.forLanguageTag(language.code()));
        return Comparator.comparing((Page one) -> number(one.group()))
                .thenComparing(one -> one.name().isEmpty() ? number(one.address()) : "")
                .thenComparing(Page::title, spelling)
                .thenComparing(Page::address);
    }

    /** With its numbers by their size: case 2 before case 10. */
    static String number(String text) {
        return NUMBER.matcher(text).replaceAll(found -> String.format("%04d", Integer.parseInt(found.group())));
    }
}
