package nl.ooievaar.publish;

import ca.uhn.fhir.context.FhirContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nl.ooievaar.profiles.PhbPackage;
import nl.ooievaar.publish.Definition.Fact;
import nl.ooievaar.publish.Definition.Line;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.MetadataResource;
import org.hl7.fhir.r4.model.Resource;

/** A page for each example, as JSON and as XML, with links to the definitions it names. */
final class ExamplePages {
    private static final FhirContext R4 = FhirContext.forR4Cached();
    private static final Pattern OURS = Pattern.compile(
            "&quot;(" + Pattern.quote(PhbPackage.BASE) + "/[A-Za-z]+/[A-Za-z0-9-]+)(\\|[0-9.]+)?&quot;");

    private final PhbPackage phb;
    private final Links links;
    private final Language language;

    ExamplePages(PhbPackage phb, Links links, Language language) {
        this.phb = phb;
        this.links = links;
        this.language = language;
    }

    List<Page> all() {
        List<Page> pages = new ArrayList<>();
        new TreeMap<>(phb.examples()).forEach((file, text) -> pages.add(page(file, text)));
        return pages;
    }

    /** The examples in which a definition is used, if there are any. */
    static List<Fact> of(MetadataResource definition, PhbPackage phb, Language language) {
        String found = phb.examples().entrySet().stream()
                .filter(one -> one.getValue().contains('"' + definition.getUrl() + '"'))
                .map(one -> one.getKey().replace(".json", ""))
                .sorted(Comparator.comparing(Indexes::number))
                .map(one -> Links.anchor("examples/" + one + ".html", one))
                .collect(Collectors.joining(", "));
        return found.isEmpty() ? List.of() : List.of(new Fact(language.word("examples"), found));
    }

    private Page page(String file, String text) {
        String name = file.substring(0, file.length() - ".json".length());
        Resource resource = (Resource) R4.newJsonParser().parseResource(text);
        String story = name.matches("case-[0-9]+-.*") ? name.replaceFirst("(case-[0-9]+)-.*", "$1") : "";
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("type", resource.fhirType());
        values.put("heading", language.word("contents"));
        values.put("heads", List.of(language.word("type"), language.word("profile"), language.word("request")));
        values.put("lines", contents(resource));
        values.put("json", linked(Colours.json(text)));
        values.put("xml", linked(Colours.xml(R4.newXmlParser().encodeResourceToString(resource))));
        values.put("jsonFile", "../examples/" + file);
        values.put("xmlFile", "../examples/" + name + ".xml");
        values.put("story", story);
        values.put("word", new Words(language));
        String group = story.isEmpty()
                ? language.word("examples.more")
                : language.word("case") + " " + story.substring(story.indexOf('-') + 1);
        return new Page(
                "examples/" + name + ".html",
                "examples",
                name,
                "",
                group,
                resource.fhirType(),
                Templates.render("example", values));
    }

    /** What is in a message: each resource with the profiles it claims, and what is asked of the server for it. */
    private List<Line> contents(Resource resource) {
        if (!(resource instanceof Bundle bundle)) {
            return List.of(line(resource, ""));
        }
        return bundle.getEntry().stream()
                .filter(BundleEntryComponent::hasResource)
                .map(one -> line(
                        one.getResource(),
                        one.hasRequest()
                                ? "<code>" + one.getRequest().getMethod() + " "
                                        + Colours.escaped(one.getRequest().getUrl()) + "</code>"
                                : ""))
                .toList();
    }

    private Line line(Resource resource, String request) {
        String profiles = resource.getMeta().getProfile().stream()
                .map(one -> links.html(one.getValue()))
                .collect(Collectors.joining(", "));
        return new Line("", "", List.of(Links.base(resource.fhirType()), profiles, request));
    }

    private String linked(String coloured) {
        Matcher found = OURS.matcher(coloured);
        return found.replaceAll(one -> Matcher.quoteReplacement(links.page(one.group(1))
                .map(page -> "&quot;<a href=\"" + page + "\">" + one.group(1) + "</a>"
                        + (one.group(2) == null ? "" : one.group(2)) + "&quot;")
                .orElse(one.group())));
    }
}
