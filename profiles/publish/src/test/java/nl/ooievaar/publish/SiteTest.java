package nl.ooievaar.publish;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import nl.ooievaar.profiles.PhbPackage;
import org.hl7.fhir.r4.model.MetadataResource;
import org.hl7.fhir.r4.model.StructureDefinition;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a reader of the site may rely on, whichever page he stands on. */
class SiteTest {
    private static final Sources SOURCES = Sources.of(Path.of("../.."));
    private static final PhbPackage PHB = PhbPackage.load();
    private static final Map<String, Document> HTML = new TreeMap<>();
    /** As the build made it. */
    private static final Path SITE = Path.of("target/classes", Publisher.FOLDER);

    private static final Map<String, byte[]> FILES = new TreeMap<>();

    @BeforeAll
    static void build() throws IOException {
        for (Path file : Publisher.files(SITE)) {
            FILES.put(SITE.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
        }
        FILES.forEach((address, bytes) -> {
            if (address.endsWith(".html")) {
                HTML.put(address, Jsoup.parse(new String(bytes, StandardCharsets.UTF_8)));
            }
        });
        assertTrue(HTML.size() > 200, "pages: " + HTML.size());
    }

    @Test
    void every_link_and_every_anchor_leads_somewhere() {
        Map<String, Set<String>> anchors = new HashMap<>();
        HTML.forEach((address, page) -> anchors.put(
                address, page.select("[id]").stream().map(Element::id).collect(Collectors.toSet())));
        List<String> dead = new ArrayList<>();
        HTML.forEach((address, page) -> page.select("[href], [src]").forEach(link -> {
            String to = link.hasAttr("href") ? link.attr("href") : link.attr("src");
            if (!to.matches("^[a-z]+:.*")) {
                URI goal = URI.create("/" + address).resolve(to.replace(" ", "%20"));
                String file = goal.getPath().substring(1);
                boolean there = FILES.containsKey(file)
                        && (goal.getFragment() == null
                                || !file.endsWith(".html")
                                || anchors.get(file).contains(goal.getFragment()));
                if (!there) {
                    dead.add(address + " -> " + to);
                }
            }
        }));
        assertEquals(List.of(), dead);
    }

    @Test
    void no_page_asks_anything_of_another_host_or_runs_a_script() {
        HTML.forEach((address, page) -> {
            assertEquals(List.of(), page.select("script, iframe, [style], [onclick]"), address);
            page.select("link[href], img[src]").forEach(one -> {
                String from = one.hasAttr("href") ? one.attr("href") : one.attr("src");
                assertFalse(from.contains(":"), address + " " + from);
            });
        });
        assertFalse(new String(FILES.get("site.css"), StandardCharsets.UTF_8).contains("url("));
    }

    @Test
    void every_page_is_there_in_both_languages_and_says_which_it_is() {
        assertEquals(in("nl"), in("en"));
        HTML.forEach((address, page) -> {
            if (address.contains("/")) {
                String language = address.substring(0, 2);
                assertEquals(language, page.select("html").attr("lang"), address);
                String other = page.select("a.language").attr("href");
                assertEquals(
                        (language.equals("nl") ? "en" : "nl") + address.substring(2),
                        URI.create("/" + address).resolve(other).getPath().substring(1));
            }
        });
    }

    @Test
    void the_page_where_nothing_is_holds_at_any_depth() {
        for (String language : List.of("nl", "en")) {
            HTML.get(language + "/404.html")
                    .select("[href], [src]")
                    .forEach(link ->
                            assertTrue((link.attr("href") + link.attr("src")).matches("[/#][^.].*"), link.outerHtml()));
        }
    }

    @Test
    void what_she_reads_calls_the_visit_what_she_calls_it_and_calls_her_no_names() {
        for (String language : List.of("nl", "en")) {
            String text = HTML.get(language + "/woman.html").text();
            assertTrue(text.contains("huisbezoek bij zwangerschap door de JGZ"));
            assertFalse(text.matches("(?is).*(\\bphb|risico|kwetsba|risk|vulnerab).*"), text);
        }
    }

    @Test
    void each_element_of_a_profile_has_its_row_under_its_own_name() {
        for (MetadataResource one : PHB.definitions()) {
            if (one instanceof StructureDefinition profile) {
                Document page = HTML.get("en/" + Links.address(profile));
                boolean model = profile.getKind() == StructureDefinition.StructureDefinitionKind.LOGICAL;
                (model
                                ? profile.getDifferential().getElement()
                                : profile.getSnapshot().getElement())
                        .forEach(element -> assertTrue(
                                page.getElementById(element.getId()) != null, one.getUrl() + " " + element.getId()));
            }
        }
    }

    @Test
    void the_change_log_of_the_project_is_on_the_site() throws IOException {
        String log = Files.readString(SOURCES.changes());
        List<String> headings = log.lines()
                .filter(line -> line.startsWith("## "))
                .map(line -> line.substring(3))
                .toList();
        assertFalse(headings.isEmpty());
        for (String language : List.of("nl", "en")) {
            assertTrue(
                    HTML.get(language + "/changes.html").select("h2").eachText().containsAll(headings));
        }
    }

    @Test
    void every_fixed_word_is_there_in_both_languages() {
        Set<String> missing = new TreeSet<>();
        for (Language language : Language.values()) {
            language.other().words().stream()
                    .filter(key -> !language.knows(key))
                    .forEach(key -> missing.add(language + " " + key));
        }
        assertEquals(Set.of(), missing);
    }

    @Test
    void every_definition_and_every_example_has_its_page_and_its_files() {
        for (MetadataResource one : PHB.definitions()) {
            assertTrue(HTML.containsKey("nl/" + Links.address(one)), one.getUrl());
            assertTrue(FILES.containsKey("definitions/" + DefinitionPages.file(one)), one.getUrl());
        }
        for (String example : PHB.examples().keySet()) {
            String name = example.replace(".json", "");
            assertTrue(HTML.containsKey("en/examples/" + name + ".html"), example);
            assertTrue(FILES.containsKey("examples/" + name + ".xml"), example);
        }
    }

    @Test
    void each_rule_stands_on_the_page_of_its_profile_under_its_own_name_in_the_language_of_the_page() {
        int rules = 0;
        for (MetadataResource one : PHB.definitions()) {
            if (one instanceof StructureDefinition profile) {
                for (var element : profile.getDifferential().getElement()) {
                    for (var rule : element.getConstraint()) {
                        if (rule.getKey().startsWith("phb-")) {
                            for (Language language : Language.values()) {
                                Document page = HTML.get(language.code() + "/" + Links.address(profile));
                                Element row = page.getElementById(rule.getKey());
                                assertTrue(
                                        row != null && row.text().contains(language.of(rule.getHumanElement())),
                                        language + " " + rule.getKey());
                            }
                            rules++;
                        }
                    }
                }
            }
        }
        assertTrue(rules > 20, "rules: " + rules);
    }

    @Test
    void a_page_has_one_title_one_content_and_a_way_past_the_navigation() {
        HTML.forEach((address, page) -> {
            assertEquals(1, page.select("h1").size(), address);
            assertEquals(1, page.select("main").size(), address);
            Set<String> ids = new HashSet<>();
            page.select("[id]").forEach(one -> assertTrue(ids.add(one.id()), address + " " + one.id()));
        });
    }

    @Test
    void all_eleven_cases_are_told_in_both_languages_and_each_message_of_a_case_is_in_its_story() {
        for (String language : List.of("nl", "en")) {
            Set<String> told = new TreeSet<>();
            for (int i = 1; i <= 11; i++) {
                Document story = HTML.get(language + "/cases/case-" + i + ".html");
                story.select("main a[href*=examples/]")
                        .forEach(link -> told.add(
                                link.attr("href").replaceFirst(".*/", "").replace(".html", ".json")));
            }
            assertEquals(
                    PHB.examples().keySet().stream()
                            .filter(one -> one.startsWith("case-"))
                            .collect(Collectors.toCollection(TreeSet::new)),
                    told);
        }
    }

    @Test
    void what_is_coloured_is_what_the_file_holds() {
        for (String example : PHB.examples().keySet()) {
            String name = example.replace(".json", "");
            var blocks = HTML.get("nl/examples/" + name + ".html").select("pre code");
            assertEquals(
                    com.google.gson.JsonParser.parseString(PHB.examples().get(example)),
                    com.google.gson.JsonParser.parseString(blocks.get(0).wholeText()),
                    example);
            assertEquals(
                    squeezed(new String(FILES.get("examples/" + name + ".xml"), StandardCharsets.UTF_8)),
                    squeezed(blocks.get(1).wholeText()),
                    example);
        }
    }

    @Test
    void built_again_the_site_is_the_same_bytes() throws IOException {
        Map<String, byte[]> again = Publisher.build(SOURCES);
        assertEquals(FILES.keySet(), again.keySet());
        FILES.forEach((address, bytes) -> assertEquals(
                new String(bytes, StandardCharsets.ISO_8859_1),
                new String(again.get(address), StandardCharsets.ISO_8859_1),
                address));
    }

    private static String squeezed(String xml) {
        return xml.replaceAll("\\s+", "").replace("&quot;", "\"");
    }

    private static Set<String> in(String language) {
        return HTML.keySet().stream()
                .filter(one -> one.startsWith(language + "/"))
                .map(one -> one.substring(3))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
