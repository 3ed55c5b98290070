package nl.ooievaar.profiles.sure;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.IValidationSupport;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.ooievaar.profiles.sure.Element.Children;
import nl.ooievaar.profiles.sure.Element.Member;
import nl.ooievaar.profiles.sure.Element.Type;
import org.hl7.fhir.r4.model.StructureDefinition;

/**
 * Says of a resource that the validator would surely find no error in it, or says nothing. It never says that a resource is
 * wrong: what it is not sure of goes to the validator, which has the last word. It knows the definitions the validator knows,
 * compiled; whatever it meets that it does not understand makes it unsure. Thread safe.
 */
public final class SurelyValid {
    /** Judged by more than their definition. */
    private static final Set<String> OTHERWISE =
            Set.of("QuestionnaireResponse", "Questionnaire", "Bundle", "Binary", "Parameters");

    private static final Pattern TYPE = Pattern.compile("[A-Z][A-Za-z]+");
    private static final Pattern LITERAL = Pattern.compile("([A-Z][A-Za-z]+)/[A-Za-z0-9\\-.]{1,64}");
    private static final Pattern CONDITIONAL = Pattern.compile("([A-Z][A-Za-z]+)\\?[A-Za-z0-9_.:=&|%/\\-]+");
    private static final Pattern URN = Pattern.compile("urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final String UCUM = "http://unitsofmeasure.org";
    private static final Set<String> QUANTITIES =
            Set.of("Quantity", "Age", "Count", "Distance", "Duration", "MoneyQuantity");

    private final String ours;
    private final String version;
    private final Shapes shapes;
    private final Codes codes;
    private final ObjectMapper mapper;

    /**
     * @param ours the canonical base of the definitions that must exist when they are claimed
     * @param version the version under which they may be claimed
     */
    public SurelyValid(FhirContext context, IValidationSupport support, String ours, String version) {
        this.ours = ours;
        this.version = version;
        this.mapper = new ObjectMapper()
                .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
        this.shapes = new Shapes(context, support, mapper);
        this.codes = new Codes(support);
    }

    /** True when the resource, JSON in UTF-8, is valid beyond doubt by its type and by each profile that it claims. */
    public boolean of(byte[] json) {
        try {
            return resource(mapper.readTree(json));
        } catch (IOException e) {
            return false;
        }
    }

    private boolean resource(JsonNode resource) {
        String type = resource.path("resourceType").asText();
        if (!resource.isObject() || !TYPE.matcher(type).matches() || OTHERWISE.contains(type)) {
            return false;
        }
        // Two labels can be one label twice, which the validator refuses.
        if (resource.path("meta").path("security").size() > 1
                || resource.path("meta").path("tag").size() > 1) {
            return false;
        }
        boolean judged = false;
        for (JsonNode claim : resource.path("meta").path("profile")) {
            String profile = claim.asText();
            if (profile.startsWith(ours) && profile.endsWith("|" + version)) {
                profile = profile.substring(0, profile.length() - version.length() - 1);
            }
            if (!Primitives.web(profile)) {
                return false;
            }
            Optional<StructureDefinition> definition = shapes.definition(profile);
            if (definition.isEmpty() && (profile.startsWith(ours) || profile.contains("|"))) {
                return false;
            }
            // A profile of another publisher that is not here is no matter of ours.
            if (definition.isPresent()) {
                if (!definition.get().getType().equals(type) || !isA(profile, resource)) {
                    return false;
                }
                judged = true;
            }
        }
        return judged || isA(type, resource);
    }

    private boolean isA(String profile, JsonNode resource) {
        return shapes.of(profile)
                .filter(root -> root.rule().test(resource) && object(resource, root.children(), true))
                .isPresent();
    }

    private boolean object(JsonNode object, Children children, boolean root) {
        if (!object.isObject() || object.isEmpty() || children == null) {
            return false;
        }
        Map<Element, JsonNode> present = new IdentityHashMap<>();
        for (var property : object.properties()) {
            if (root && property.getKey().equals("resourceType")) {
                continue;
            }
            Member member = children.members().get(property.getKey());
            // Ids of elements must differ throughout the resource, which no single element shows.
            boolean unclearId = property.getKey().equals("id") && !(root && Primitives.sure("id", property.getValue()));
            if (member == null
                    || unclearId
                    || present.put(member.element(), property.getValue()) != null
                    || !values(property.getValue(), member)) {
                return false;
            }
        }
        for (Element element : children.all()) {
            if (element.needed() && !present.containsKey(element)) {
                return false;
            }
        }
        return true;
    }

    private boolean values(JsonNode given, Member member) {
        Element element = member.element();
        int count = given.isArray() ? given.size() : 1;
        if (given.isArray() != element.repeats() || count == 0 || count < element.min() || count > element.max()) {
            return false;
        }
        int[] counts = new int[element.slices().size()];
        for (int i = 0; i < count; i++) {
            if (!item(given.isArray() ? given.get(i) : given, member, counts)) {
                return false;
            }
        }
        for (int i = 0; i < counts.length; i++) {
            Element sort = element.slices().get(i).element();
            if (counts[i] < sort.min() || counts[i] > sort.max()) {
                return false;
            }
        }
        return true;
    }

    private boolean item(JsonNode item, Member member, int[] counts) {
        Element element = member.element();
        boolean named = false;
        for (int i = 0; i < counts.length; i++) {
            Element.Slice slice = element.slices().get(i);
            if (slice.unclear().test(item)) {
                return false;
            }
            if (slice.matches().test(item)) {
                counts[i]++;
                Element sort = slice.element();
                Type type =
                        sort.types().isEmpty() ? member.type() : sort.types().get(0);
                if (named || !value(item, sort, type)) {
                    return false;
                }
                named = true;
            }
        }
        // An extension that no profile names may be right, but its place and content are told elsewhere.
        boolean extension = member.type().code().equals("Extension");
        if (named && extension) {
            return true;
        }
        return (named || !element.closed() && !extension) && value(item, element, member.type());
    }

    private boolean value(JsonNode value, Element element, Type type) {
        boolean asTold = (element.fixed() == null || element.fixed().equals(value))
                && (element.pattern() == null || Patterns.holds(value, element.pattern()))
                && element.rule().test(value);
        if (!asTold) {
            return false;
        }
        String code = type.code();
        if (value.isValueNode()) {
            return (element.fixed() != null || Primitives.sure(code, value))
                    && element.required().stream().allMatch(set -> codes.in(set, null, value.asText()));
        }
        return complex(value, element, type)
                && coded(value, code, element.required())
                && (!code.equals("Identifier") || !value.has("system") || Primitives.address(value.get("system")))
                && (!code.equals("Reference") || reference(value, type.targets()))
                && (!QUANTITIES.contains(code) || quantity(value));
    }

    /** By the members the element tells of, and by the type and the profiles on it. */
    private boolean complex(JsonNode value, Element element, Type type) {
        for (String profile : type.profiles()) {
            if (!isPart(profile, value)) {
                return false;
            }
        }
        if (element.children() != null) {
            return object(value, element.children(), false)
                    && (type.code().equals("BackboneElement")
                            || shapes.of(type.code())
                                    .filter(root -> root.rule().test(value))
                                    .isPresent());
        }
        // What defines an extension tells all of it, its parts too, which the type alone knows nothing of.
        boolean told = type.code().equals("Extension") && !type.profiles().isEmpty();
        return told || isPart(type.code(), value);
    }

    private boolean isPart(String profileOrType, JsonNode value) {
        return shapes.of(profileOrType)
                .filter(root -> root.rule().test(value) && object(value, root.children(), false))
                .isPresent();
    }

    private boolean coded(JsonNode value, String code, List<String> required) {
        switch (code) {
            case "Coding":
                return codes.known(value) && required.stream().allMatch(set -> in(set, value));
            case "CodeableConcept":
                JsonNode codings = value.path("coding");
                for (JsonNode coding : codings) {
                    if (!codes.known(coding)) {
                        return false;
                    }
                }
                return required.stream().allMatch(set -> all(codings, set));
            default:
                return required.isEmpty();
        }
    }

    /** Stricter than a binding, which one coding satisfies: a maximum binding asks it of all. */
    private boolean all(JsonNode codings, String set) {
        for (JsonNode coding : codings) {
            if (!in(set, coding)) {
                return false;
            }
        }
        return !codings.isEmpty();
    }

    private boolean in(String set, JsonNode coding) {
        return codes.in(set, coding.path("system").asText(), coding.path("code").asText());
    }

    private boolean reference(JsonNode reference, Set<String> targets) {
        if (!reference.has("reference")) {
            return !reference.has("type") && (reference.has("identifier") || reference.has("display"));
        }
        String to = reference.path("reference").asText();
        Matcher literal = LITERAL.matcher(to);
        Matcher conditional = CONDITIONAL.matcher(to);
        String told = reference.path("type").asText();
        String type = URN.matcher(to).matches()
                ? told
                : literal.matches() ? literal.group(1) : conditional.matches() ? conditional.group(1) : "";
        if (type.isEmpty()) {
            return URN.matcher(to).matches();
        }
        if (!TYPE.matcher(type).matches()) {
            return false;
        }
        boolean allowed = targets.isEmpty() ? shapes.of(type).isPresent() : targets.contains(type);
        return allowed && (told.isEmpty() || told.equals(type));
    }

    private boolean quantity(JsonNode quantity) {
        return !quantity.has("code") || UCUM.equals(quantity.path("system").asText()) && codes.known(quantity);
    }
}
