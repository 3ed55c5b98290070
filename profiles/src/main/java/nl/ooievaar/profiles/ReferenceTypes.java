package nl.ooievaar.profiles;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.validation.ResultSeverityEnum;
import ca.uhn.fhir.validation.SingleValidationMessage;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hl7.fhir.r4.model.ElementDefinition;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.StructureDefinition;

/**
 * Looks whether the type that a literal reference tells is one that a claimed profile of ours allows there. The validator leaves
 * that to whoever fetches what is behind it. Thread safe.
 */
final class ReferenceTypes {
    /** Id of the validator's own message on a type that does not fit. */
    static final String MESSAGE = "Reference_REF_WrongTarget";

    private static final Pattern TOLD = Pattern.compile(
            "^(?:https?://[^\\s?]+/)?([A-Z][A-Za-z]+)(?:/[A-Za-z0-9\\-.]{1,64}(?:/_history/\\S+)?|\\?\\S+)$");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final FhirContext context;
    private final PhbPackage phb;
    private final Map<String, Map<String, Set<String>>> allowed = new ConcurrentHashMap<>();

    ReferenceTypes(FhirContext context, PhbPackage phb) {
        this.context = context;
        this.phb = phb;
    }

    /** A message for each reference to a type that none may have there. */
    List<SingleValidationMessage> wrong(Sent sent) {
        List<SingleValidationMessage> found = new ArrayList<>();
        for (Sent.Part part : sent.parts()) {
            for (String profile : part.claim().profiles()) {
                phb.find(StructureDefinition.class, profile)
                        .filter(structure ->
                                structure.getType().equals(part.claim().type()))
                        .map(this::targets)
                        .ifPresent(targets -> walk(
                                tree(part.resource()),
                                part.claim().type(),
                                part.claim().expression(),
                                targets,
                                found));
            }
        }
        return found;
    }

    private JsonNode tree(Resource resource) {
        try {
            return JSON.readTree(context.newJsonParser().encodeResourceToString(resource));
        } catch (JsonProcessingException | RuntimeException e) {
            // What can't be written down again was told by the validator.
            return JSON.missingNode();
        }
    }

    private static void walk(
            JsonNode at,
            String path,
            String expression,
            Map<String, Set<String>> targets,
            List<SingleValidationMessage> found) {
        Set<String> here = targets.get(path);
        Matcher told = TOLD.matcher(at.path("reference").asText());
        if (here != null && told.matches() && !here.contains(told.group(1))) {
            found.add(message(expression, here, told.group(1)));
        }
        at.properties().forEach(child -> {
            String below = path + '.' + child.getKey();
            String known = below.endsWith("Reference") && !targets.containsKey(below)
                    ? below.substring(0, below.length() - "Reference".length()) + "[x]"
                    : below;
            JsonNode value = child.getValue();
            for (int i = 0; value.isArray() && i < value.size(); i++) {
                walk(value.get(i), known, expression + '.' + child.getKey() + '[' + i + ']', targets, found);
            }
            if (value.isObject() && !child.getKey().equals("contained")) {
                walk(value, known, expression + '.' + child.getKey(), targets, found);
            }
        });
    }

    private static SingleValidationMessage message(String expression, Set<String> allowed, String told) {
        SingleValidationMessage message = new SingleValidationMessage();
        message.setSeverity(ResultSeverityEnum.ERROR);
        message.setMessageId(MESSAGE);
        message.setLocationString(expression);
        message.setMessage("The type '" + told + "' is not a valid Target for this element (must be one of "
                + String.join(", ", allowed) + ")");
        return message;
    }

    /** The types that a reference may tell, by the path of its element; where any will do there is nothing to look at. */
    private Map<String, Set<String>> targets(StructureDefinition profile) {
        return allowed.computeIfAbsent(profile.getUrl(), url -> {
            Map<String, Set<String>> found = new HashMap<>();
            for (ElementDefinition element : profile.getSnapshot().getElement()) {
                Set<String> types = new TreeSet<>();
                element.getType().stream()
                        .filter(type -> type.getCode().equals("Reference"))
                        .flatMap(type -> type.getTargetProfile().stream())
                        .forEach(target -> types.add(type(target.getValue())));
                if (!types.isEmpty() && !types.contains("Resource") && !element.hasSliceName()) {
                    found.putIfAbsent(element.getPath(), types);
                }
            }
            return found;
        });
    }

    private String type(String profile) {
        return phb.find(StructureDefinition.class, profile)
                .map(StructureDefinition::getType)
                .orElse(profile.substring(profile.lastIndexOf('/') + 1));
    }
}
