package nl.ooievaar.profiles.sure;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.IValidationSupport;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import nl.ooievaar.profiles.sure.Element.Children;
import nl.ooievaar.profiles.sure.Element.Member;
import nl.ooievaar.profiles.sure.Element.Slice;
import nl.ooievaar.profiles.sure.Element.Type;
import org.hl7.fhir.r4.model.ElementDefinition;
import org.hl7.fhir.r4.model.Enumerations.BindingStrength;
import org.hl7.fhir.r4.model.PrimitiveType;
import org.hl7.fhir.r4.model.StructureDefinition;

/** Compiles definitions, each once and when first asked for. Thread safe. */
final class Shapes {
    private static final String BASE = "http://hl7.org/fhir/StructureDefinition/";
    private static final String MAXIMUM = BASE + "elementdefinition-maxValueSet";
    private static final String FHIR_TYPE = BASE + "structuredefinition-fhir-type";
    private static final Predicate<JsonNode> NEVER = value -> false;

    private final FhirContext context;
    private final IValidationSupport support;
    private final ObjectMapper mapper;
    private final Map<String, Optional<Element>> compiled = new ConcurrentHashMap<>();

    Shapes(FhirContext context, IValidationSupport support, ObjectMapper mapper) {
        this.context = context;
        this.support = support;
        this.mapper = mapper;
    }

    /** The root element of a profile or, by its code, of a type; empty when there is no such definition with a snapshot. */
    Optional<Element> of(String profileOrType) {
        Optional<Element> known = compiled.get(profileOrType);
        if (known == null) {
            known = definition(profileOrType).map(this::compile);
            compiled.put(profileOrType, known);
        }
        return known;
    }

    Optional<StructureDefinition> definition(String profileOrType) {
        String url = profileOrType.contains("/") ? profileOrType : BASE + profileOrType;
        return Optional.ofNullable((StructureDefinition) support.fetchStructureDefinition(url))
                .filter(StructureDefinition::hasSnapshot);
    }

    private Element compile(StructureDefinition definition) {
        Map<String, ElementDefinition> byId = new HashMap<>();
        Map<String, List<ElementDefinition>> below = new HashMap<>();
        Map<String, List<ElementDefinition>> slices = new HashMap<>();
        List<ElementDefinition> elements = definition.getSnapshot().getElement();
        for (ElementDefinition element : elements) {
            String id = element.getId();
            byId.put(id, element);
            String last = id.substring(id.lastIndexOf('.') + 1);
            if (last.contains(":")) {
                slices.computeIfAbsent(id.substring(0, id.lastIndexOf(':')), i -> new ArrayList<>())
                        .add(element);
            } else if (id.contains(".")) {
                below.computeIfAbsent(id.substring(0, id.lastIndexOf('.')), i -> new ArrayList<>())
                        .add(element);
            }
        }
        return new Compilation(byId, below, slices, new HashMap<>()).element(elements.get(0));
    }

    /** One definition at work: its elements by id, by parent and by the element they slice. */
    private final class Compilation {
        private final Map<String, ElementDefinition> byId;
        private final Map<String, List<ElementDefinition>> below;
        private final Map<String, List<ElementDefinition>> slices;
        private final Map<String, Children> done;

        Compilation(
                Map<String, ElementDefinition> byId,
                Map<String, List<ElementDefinition>> below,
                Map<String, List<ElementDefinition>> slices,
                Map<String, Children> done) {
            this.byId = byId;
            this.below = below;
            this.slices = slices;
            this.done = done;
        }

        Element element(ElementDefinition from) {
            List<Slice> sorts = new ArrayList<>();
            for (ElementDefinition slice : slices.getOrDefault(from.getId(), List.of())) {
                sorts.add(slice(from, slice));
            }
            boolean bounded = from.hasMinValue() || from.hasMaxValue() || from.hasMaxLength();
            return new Element(
                    from.getMin(),
                    number(from.getMax()),
                    number(from.getBase().getMax()) > 1,
                    types(from),
                    bounded ? NEVER : Rules.of(from.getConstraint()),
                    required(from),
                    json(from.getFixed()),
                    json(from.getPattern()),
                    List.copyOf(sorts),
                    from.getSlicing().getRules() == ElementDefinition.SlicingRules.CLOSED,
                    children(from));
        }

        private Children children(ElementDefinition from) {
            String id = from.getId();
            if (from.hasContentReference()) {
                String reference = from.getContentReference();
                id = reference.substring(reference.indexOf('#') + 1);
            }
            if (!below.containsKey(id)) {
                return null;
            }
            Children known = done.get(id);
            if (known != null) {
                return known;
            }
            // Filled after it is noted, because elements such as the items of an answer contain themselves.
            Children made = new Children(new HashMap<>(), new ArrayList<>());
            done.put(id, made);
            for (ElementDefinition child : below.get(id)) {
                Element element = element(child);
                made.all().add(element);
                String name = child.getId().substring(child.getId().lastIndexOf('.') + 1);
                for (Type type : element.types().isEmpty()
                        ? List.of(new Type("BackboneElement", List.of(), Set.of()))
                        : element.types()) {
                    String property = name.endsWith("[x]")
                            ? name.substring(0, name.length() - 3)
                                    + Character.toUpperCase(type.code().charAt(0))
                                    + type.code().substring(1)
                            : name;
                    made.members().put(property, new Member(element, type));
                }
            }
            return made;
        }

        private Slice slice(ElementDefinition sliced, ElementDefinition slice) {
            Element element = element(slice);
            String path = sliced.getSlicing().getDiscriminatorFirstRep().getPath();
            if (sliced.getSlicing().getDiscriminator().size() != 1 || path == null) {
                return new Slice(NEVER, value -> true, element);
            }
            // A part of an extension is named by the address fixed in it, an extension by the definition it follows.
            if (path.equals("url") && !slice.getTypeFirstRep().getProfile().isEmpty()) {
                String url = slice.getTypeFirstRep().getProfile().get(0).getValue();
                return new Slice(item -> url.equals(item.path("url").asText()), NEVER, element);
            }
            ElementDefinition telling = path.equals("$this") ? slice : byId.get(slice.getId() + "." + path);
            JsonNode told =
                    telling == null ? null : json(telling.hasFixed() ? telling.getFixed() : telling.getPattern());
            if (told == null) {
                return new Slice(NEVER, value -> true, element);
            }
            String[] steps = path.equals("$this") ? new String[0] : path.split("\\.");
            return new Slice(
                    item -> Patterns.holds(follow(item, steps), told), item -> follow(item, steps) == null, element);
        }
    }

    /** The one value at the end of the steps, missing when there is none; null when there are several. */
    private static JsonNode follow(JsonNode from, String[] steps) {
        JsonNode at = from;
        for (String step : steps) {
            at = at.path(step);
            if (at.isArray() && at.size() > 1) {
                return null;
            }
            at = at.isArray() ? at.path(0) : at;
        }
        return at;
    }

    private List<Type> types(ElementDefinition from) {
        List<Type> types = new ArrayList<>();
        for (ElementDefinition.TypeRefComponent type : from.getType()) {
            String code = type.hasExtension(FHIR_TYPE)
                    ? type.getExtensionByUrl(FHIR_TYPE).getValue().primitiveValue()
                    : type.getCode();
            Set<String> targets = new LinkedHashSet<>();
            type.getTargetProfile().forEach(target -> targets.add(targetType(target.getValue())));
            if (targets.contains("Resource")) {
                targets.clear();
            }
            types.add(new Type(
                    code,
                    type.getProfile().stream().map(PrimitiveType::getValue).toList(),
                    Set.copyOf(targets)));
        }
        return List.copyOf(types);
    }

    private String targetType(String profile) {
        return definition(profile).map(StructureDefinition::getType).orElse("none");
    }

    private static List<String> required(ElementDefinition from) {
        List<String> sets = new ArrayList<>();
        if (from.hasBinding()) {
            if (from.getBinding().getStrength() == BindingStrength.REQUIRED) {
                sets.add(from.getBinding().getValueSet());
            }
            if (from.getBinding().hasExtension(MAXIMUM)) {
                sets.add(from.getBinding().getExtensionByUrl(MAXIMUM).getValue().primitiveValue());
            }
        }
        return List.copyOf(sets);
    }

    private JsonNode json(org.hl7.fhir.r4.model.Type value) {
        if (value == null) {
            return null;
        }
        try {
            return value.isPrimitive()
                    ? mapper.valueToTree(
                            value instanceof org.hl7.fhir.r4.model.BooleanType yes
                                    ? yes.getValue()
                                    : value.primitiveValue())
                    : mapper.readTree(context.newJsonParser().encodeToString(value));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A definition holds a value that is no JSON", e);
        }
    }

    private static int number(String max) {
        return "*".equals(max) ? Integer.MAX_VALUE : Integer.parseInt(max);
    }
}
