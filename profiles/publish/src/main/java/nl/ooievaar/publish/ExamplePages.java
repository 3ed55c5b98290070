package nl.ooievaar.publish;

import ca.uhn.fhir.context.FhirContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.ooievaar.profiles.PhbPackage;
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

    private Page page(String file, String text) {
        String name = file.substring(0, file.length() - ".json".length());
        Resource resource = (Resource) R4.newJsonParser().parseResource(text);
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("type", resource.fhirType());
        values.put("json", linked(Colours.json(text)));
        values.put("xml", linked(Colours.xml(R4.newXmlParser().encodeResourceToString(resource))));
        values.put("jsonFile", "../examples/" + file);
        values.put("xmlFile", "../examples/" + name + ".xml");
        values.put("story", name.matches("case-[0-9]+-.*") ? name.replaceFirst("(case-[0-9]+)-.*", "$1") : "");
        values.put("word", new Words(language));
        return new Page("examples/" + name + ".html", "examples", name, Templates.render("example", values));
    }

    private String linked(String coloured) {
        Matcher found = OURS.matcher(coloured);
        return found.replaceAll(one -> Matcher.quoteReplacement(links.page(one.group(1))
                .map(page -> "&quot;<a href=\"" + page + "\">" + one.group(1) + "</a>"
                        + (one.group(2) == null ? "" : one.group(2)) + "&quot;")
                .orElse(one.group())));
    }
}
