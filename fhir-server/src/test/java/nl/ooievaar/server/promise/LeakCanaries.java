package nl.ooievaar.server.promise;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.IParser;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.hl7.fhir.r4.model.Annotation;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.Base64BinaryType;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.MarkdownType;
import org.hl7.fhir.r4.model.Narrative;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.PrimitiveType;
import org.hl7.fhir.r4.model.Property;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.StringType;

/**
 * Plants a word of its own in every place of a resource that can hold free text, so that a word that comes out tells which
 * field of which record it came from.
 */
final class LeakCanaries {
    /** The register of the local identifiers that are planted. */
    static final String REGISTER = "http://midwife.example/id/canary";

    private static final FhirContext FHIR = FhirContext.forR4Cached();
    private static final String ELSEWHERE = "http://elsewhere.example/fhir/";
    /** Strings that are no free text: they point, or are looked at by a rule. */
    private static final Set<String> NO_TEXT =
            Set.of("id", "implicitRules", "language", "linkId", "reference", "postalCode", "country", "contained");
    /** Looked at by the validator (displays of codes), or planted by hand. */
    private static final Set<String> LEFT = Set.of("Coding", "Meta", "Narrative", "xhtml");

    private final Map<String, String> places = new LinkedHashMap<>();
    private Set<String> planted = new LinkedHashSet<>();

    /**
     * What was planted in one resource.
     *
     * @param json of the resource
     * @param words each of which stands in it once
     */
    record Planted(String json, Set<String> words) {}

    /** A new word, and the place for which it is. */
    String word(String place) {
        String word = LeakFinder.PREFIX
                + UUID.randomUUID().toString().replace("-", "").substring(0, 12);
        places.put(word, place);
        planted.add(word);
        return word;
    }

    /** Where a word was planted. */
    String placeOf(String word) {
        return places.getOrDefault(word, "nowhere");
    }

    Planted plant(JsonNode sent, String owner) {
        planted = new LinkedHashSet<>();
        IParser json = FHIR.newJsonParser();
        Resource resource = (Resource) json.parseResource(sent.toString());
        String path = owner + " " + resource.fhirType();
        walk(resource, path);
        Property identifier = resource.getNamedProperty("identifier");
        if (identifier != null
                && planted.stream().noneMatch(word -> placeOf(word).equals(path + ".identifier"))) {
            add(resource, identifier, path + ".identifier");
        }
        resource.getMeta()
                .addTag()
                .setSystem(ELSEWHERE + "tag")
                .setCode("canary")
                .setDisplay(word(path + ".meta.tag.display"));
        if (resource instanceof DomainResource whole) {
            roots(whole, path);
        }
        return new Planted(json.encodeResourceToString(resource), planted);
    }

    private void roots(DomainResource whole, String path) {
        whole.getText().setStatus(Narrative.NarrativeStatus.ADDITIONAL);
        whole.getText()
                .setDivAsString("<div xmlns=\"http://www.w3.org/1999/xhtml\">" + word(path + ".text") + "</div>");
        whole.addExtension(ELSEWHERE + "remark", new StringType(word(path + ".extension.valueString")));
        Organization inside = new Organization();
        inside.setName(word(path + ".contained.name")).setId("inside");
        whole.addContained(inside);
        whole.addExtension(ELSEWHERE + "inside", new Reference("#inside"));
    }

    private void walk(Base at, String path) {
        for (Property each : at.children()) {
            String here = path + "." + each.getName();
            // A question is quoted from its form, letter by letter.
            if (NO_TEXT.contains(each.getName()) || here.endsWith(".item.text")) {
                continue;
            }
            if (each.getValues().isEmpty()) {
                add(at, each, here);
            } else {
                each.getValues().forEach(value -> change(value, here));
            }
        }
    }

    private void add(Base at, Property empty, String here) {
        switch (empty.getTypeCode()) {
            case "string" -> at.setProperty(empty.getName(), new StringType(word(here)));
            case "markdown" -> at.setProperty(empty.getName(), new MarkdownType(word(here)));
            case "Annotation" -> at.setProperty(empty.getName(), new Annotation(new MarkdownType(word(here))));
            case "Identifier" -> {
                if (at instanceof Resource) {
                    at.setProperty(
                            empty.getName(),
                            new Identifier().setSystem(REGISTER).setValue(word(here)));
                }
            }
            default -> {
                // Not asked for: what can hold text inside it is not there.
            }
        }
    }

    private void change(Base value, String here) {
        if (value instanceof PrimitiveType<?> text) {
            if (value.fhirType().equals("string") || value.fhirType().equals("markdown")) {
                text.setValueAsString(word(here) + " " + text.getValueAsString());
            } else if (value instanceof Base64BinaryType data) {
                data.setValue(word(here).getBytes(StandardCharsets.US_ASCII));
            }
        } else if (value instanceof Identifier identifier
                && !identifier.getSystem().contains("fhir.nl")) {
            if (!identifier.getSystem().startsWith("http://ooievaar.example")) {
                identifier.setSystem(REGISTER).setValue(word(here));
            }
        } else if (!LEFT.contains(value.fhirType()) && !(value instanceof Identifier)) {
            walk(value, here);
        }
    }
}
