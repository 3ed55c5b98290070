package nl.ooievaar.publish;

import ca.uhn.fhir.context.FhirContext;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.ooievaar.profiles.PhbPackage;
import nl.ooievaar.publish.Definition.Fact;
import org.hl7.fhir.r4.model.MetadataResource;
import org.hl7.fhir.r4.model.Resource;

/** All files of the site: pages in both languages, the raw definitions and examples, the package, one style sheet. */
final class Site {
    private static final Pattern HREF = Pattern.compile("(href|src)=\"(?!#|[a-z]+:)([^\"]*)\"");
    private static final String ABSENT = "404.html";
    private static final FhirContext R4 = FhirContext.forR4Cached();

    private final PhbPackage phb;
    private final Sources sources;
    private final Links links;
    private final SortedMap<String, byte[]> files = new TreeMap<>();

    Site(PhbPackage phb, Sources sources) {
        this.phb = phb;
        this.sources = sources;
        this.links = new Links(phb);
    }

    Map<String, byte[]> files() throws IOException {
        for (Language language : Language.values()) {
            List<Page> pages = new ArrayList<>(written(language));
            pages.addAll(new DefinitionPages(phb, links, language).all());
            pages.addAll(new ExamplePages(phb, links, language).all());
            pages.addAll(stories(language));
            pages.addAll(new Indexes(language).of(pages));
            pages.add(Page.text(ABSENT, "home", language.word("not.found"), language.word("not.found.text")));
            for (Page page : pages) {
                text(language.code() + "/" + page.address(), framed(page, language));
            }
        }
        text("index.html", Templates.render("door", Map.of()));
        asset("site.css");
        asset("stork.svg");
        for (MetadataResource one : phb.definitions()) {
            text(
                    "definitions/" + DefinitionPages.file(one),
                    R4.newJsonParser().setPrettyPrint(true).encodeResourceToString(one));
        }
        for (var example : phb.examples().entrySet()) {
            text("examples/" + example.getKey(), example.getValue());
            Resource resource = (Resource) R4.newJsonParser().parseResource(example.getValue());
            text(
                    "examples/" + example.getKey().replace(".json", ".xml"),
                    R4.newXmlParser().setPrettyPrint(true).encodeResourceToString(resource));
        }
        files.put("package.tgz", PhbPackage.bytes());
        files.put("site.zip", ZipFile.of("ooievaar-" + phb.version(), files));
        return files;
    }

    private List<Page> written(Language language) throws IOException {
        List<Page> pages = new ArrayList<>();
        Path folder = sources.pages().resolve(language.code());
        for (Path file : Publisher.files(folder)) {
            String address =
                    folder.relativize(file).toString().replace('\\', '/').replaceFirst("\\.md$", ".html");
            Prose prose = Prose.of(Files.readString(file));
            String title = prose.title();
            String section = address.contains("/") ? address.substring(0, address.indexOf('/')) : "home";
            pages.add(Page.text(address, section, title, prose.html() + more(address, language)));
        }
        return pages;
    }

    /** What stands under the written text of a page and is kept elsewhere. */
    private String more(String address, Language language) throws IOException {
        return switch (address) {
            case "compatibility.html" -> Compatibility.html(sources.compatibility(), phb, language);
            case "process.html" -> new ProcessPage(language).html();
            case "bridge.html" -> new BridgePage(phb, language).html();
            case "dossier.html" -> new DossierPage(language).html();
            case "changes.html" -> {
                Prose changes = Prose.of(Files.readString(sources.changes()));
                changes.title();
                yield "<div lang=\"en\">" + changes.html() + "</div>";
            }
            default -> "";
        };
    }

    private List<Page> stories(Language language) throws IOException {
        List<Page> pages = new ArrayList<>();
        for (Path file : Publisher.files(sources.stories())) {
            String name = file.getFileName().toString();
            if (name.endsWith("." + language.code() + ".md")) {
                Prose prose = Prose.of(Files.readString(file));
                String title = prose.title();
                pages.add(Page.text(
                        "cases/" + name.substring(0, name.indexOf('.')) + ".html", "cases", title, prose.html()));
            }
        }
        return pages;
    }

    /** The page in its frame, with its links as seen from its own folder. */
    private String framed(Page page, Language language) {
        // Shown wherever nothing else is, however deep: only addresses from the root hold there.
        boolean anywhere = page.address().equals(ABSENT);
        String up = anywhere
                ? "/" + language.code() + "/"
                : "../".repeat((int)
                        page.address().chars().filter(c -> c == '/').count());
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("lang", language.code());
        values.put("title", page.title());
        values.put("name", page.name());
        values.put("window", page.window());
        values.put("home", page.address().equals("index.html"));
        values.put("body", page.body());
        values.put("word", new Words(language));
        values.put("version", phb.version());
        values.put("other", "../" + language.other().code() + "/" + page.address());
        values.put("otherLang", language.other().code());
        values.put("navigation", Indexes.navigation(page, language));
        values.put(
                "crumb",
                page.section().equals("home") || page.address().equals(page.section() + "/index.html")
                        ? List.of()
                        : List.of(
                                new Fact(language.word("section." + page.section()), page.section() + "/index.html")));
        Matcher links = HREF.matcher(Templates.render("frame", values));
        return links.replaceAll(found -> {
            String address = up + found.group(2);
            String from = anywhere ? URI.create(address).normalize().toString() : address;
            return Matcher.quoteReplacement(found.group(1) + "=\"" + from + "\"");
        });
    }

    private void text(String address, String content) {
        if (files.put(address, content.getBytes(StandardCharsets.UTF_8)) != null) {
            throw new IllegalStateException("two files for " + address);
        }
    }

    private void asset(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(Site.class.getResourceAsStream(name), name)) {
            files.put(name, in.readAllBytes());
        }
    }
}
