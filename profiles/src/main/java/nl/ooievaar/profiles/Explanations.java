package nl.ooievaar.profiles;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hl7.fhir.r4.model.ElementDefinition;
import org.hl7.fhir.r4.model.StructureDefinition;

/** Where on the site of the contract a finding of the validator is explained. Thread safe. */
public final class Explanations {
    private static final Pattern PROFILE =
            Pattern.compile(Pattern.quote(PhbPackage.BASE + "/StructureDefinition/") + "([a-z0-9-]+)");

    private static final String ENTRY = ".resource.";

    /** Ids of the elements that each profile speaks of, by their path, in the order of the profile. */
    private final Map<String, Map<String, String>> spoken = new HashMap<>();

    /** Knows the profiles and extensions of this package. */
    public Explanations(PhbPackage phb) {
        for (var definition : phb.definitions()) {
            if (definition instanceof StructureDefinition profile) {
                Map<String, String> ids = new HashMap<>();
                for (ElementDefinition element : profile.getDifferential().getElement()) {
                    ids.putIfAbsent(element.getPath().replace("[x]", ""), element.getId());
                }
                spoken.put(profile.getIdElement().getIdPart(), ids);
            }
        }
    }

    /** What people call the rule: the key of one of ours, such as {@code phb-ref-1}, or the id of the validator's message. */
    public static String rule(String messageId) {
        return messageId.startsWith(PhbPackage.BASE + "/")
                ? messageId.substring(messageId.indexOf('#') + 1)
                : messageId;
    }

    /**
     * The page with its anchor, inside the folder of a language, such as {@code profiles/phb-referral.html#phb-ref-1}; empty
     * when no profile of ours has anything to do with it.
     *
     * @param messageId of the validator
     * @param text of the message, in which the validator names the profile it judged by
     * @param expression where in the resource, as FHIRPath
     * @param claimed profiles that the resource claims
     */
    public Optional<String> page(String messageId, String text, String expression, Collection<String> claimed) {
        int key = messageId.indexOf('#');
        if (key > 0 && messageId.startsWith(PhbPackage.BASE + "/StructureDefinition/")) {
            return Optional.of(address(messageId.substring(0, key)) + messageId.substring(key));
        }
        Set<String> about = new LinkedHashSet<>(named(text));
        claimed.forEach(one -> about.addAll(named(one)));
        List<String> known = about.stream().filter(spoken::containsKey).toList();
        String path = path(expression);
        return known.stream()
                .filter(id -> spoken.get(id).containsKey(path))
                .findFirst()
                .map(id -> address(id) + '#' + spoken.get(id).get(path))
                .or(() -> known.stream().findFirst().map(Explanations::address));
    }

    private static List<String> named(String text) {
        Matcher found = PROFILE.matcher(text);
        return found.results().map(one -> one.group(1)).toList();
    }

    private static String address(String profile) {
        return "profiles/" + profile.substring(profile.lastIndexOf('/') + 1) + ".html";
    }

    /** From the resource on, without places in lists and choices of a type. */
    private static String path(String expression) {
        String plain = (expression == null ? "" : expression)
                .replaceAll("/\\*.*?\\*/", "")
                .replaceAll("\\[[0-9]+]", "")
                .replaceAll("\\.ofType\\([A-Za-z]+\\)", "");
        int entry = plain.lastIndexOf(ENTRY);
        return entry < 0 ? plain : plain.substring(entry + ENTRY.length());
    }
}
