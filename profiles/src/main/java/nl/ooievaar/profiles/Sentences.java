package nl.ooievaar.profiles;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Our own words for messages of the validator that are hard to read, or that it has in English only. Thread safe. */
final class Sentences {
    private static final String BUNDLE = "nl.ooievaar.profiles.sentences";
    private static final ResourceBundle.Control EXACT =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
    private static final Pattern PLACE = Pattern.compile("\\{([0-9p])}|''");
    private static final Pattern TYPES =
            Pattern.compile("(?:CanonicalType\\[)?[^\\s,\\[\\]]*/StructureDefinition/([^\\s,\\]|]+)[^\\s,\\]]*]?");
    private static final Pattern SET = Pattern.compile("https?://[^\\s']*/ValueSet/[^\\s'|)]+");
    private static final Pattern PROFILE =
            Pattern.compile("(?:defined in the profile|gedefinieerd in het profiel) (\\S+)");

    /** Of the terminology inside, which speaks English and has no ids. */
    private static final Map<String, Pattern> TERMINOLOGY = Map.of(
            "unknown-code", Pattern.compile("Unknown code '([^']+)'.*", Pattern.DOTALL),
            "unknown-system",
                    Pattern.compile(
                            "CodeSystem is unknown and can't be validated: (\\S+) for '([^']+)'.*", Pattern.DOTALL),
            "display-wrong",
                    Pattern.compile("Concept Display \"(.*?)\" does not match expected \"(.*?)\".*", Pattern.DOTALL));

    private final Templates templates;
    private final ResourceBundle own;

    Sentences(Locale locale) {
        templates = new Templates(locale);
        own = ResourceBundle.getBundle(BUNDLE, locale.getLanguage().equals("nl") ? locale : Locale.ROOT, EXACT);
    }

    /** The sentence for a message, or the text of the validator where that is good. */
    String of(String id, String text, String expression) {
        for (var one : TERMINOLOGY.entrySet()) {
            Matcher said = one.getValue().matcher(text);
            if (said.matches()) {
                return fill(one.getKey(), Map.of(0, said.group(1), 1, said.groupCount() > 1 ? said.group(2) : ""), "");
            }
        }
        if (id == null) {
            return text;
        }
        String key = id.substring(id.indexOf('#') + 1);
        if (own.containsKey("rule." + key)) {
            return fill("rule", Map.of(0, key, 1, own.getString("rule." + key)), expression);
        }
        return known(id, text)
                .flatMap(known -> templates.filled(known, text).map(filled -> fill(known, withSet(filled), expression)))
                .orElse(text);
    }

    /** Of the sentence about a sort of values the validator tells the id of another. */
    private Optional<String> known(String id, String text) {
        if (own.containsKey(id)) {
            return Optional.of(id);
        }
        return id.startsWith("Details_for_") ? templates.idOf(text).filter(own::containsKey) : Optional.empty();
    }

    /** Of a code that is no possible answer only the reason names the value set. */
    private static Map<Integer, String> withSet(Map<Integer, String> filled) {
        Map<Integer, String> all = new TreeMap<>(filled);
        Matcher set = SET.matcher(String.join(" ", filled.values()));
        all.put(9, set.find() ? set.group() : "");
        return all;
    }

    private String fill(String key, Map<Integer, String> with, String expression) {
        return PLACE.matcher(own.getString(key)).replaceAll(place -> {
            String told = place.group(1) == null
                    ? "'"
                    : place.group(1).equals("p")
                            ? Expressions.element(expression)
                            : plain(with.getOrDefault(Integer.parseInt(place.group(1)), ""));
            return Matcher.quoteReplacement(told);
        });
    }

    /** Types by their names, and a profile by its address alone. */
    private String plain(String told) {
        Matcher profile = PROFILE.matcher(told);
        if (profile.find()) {
            return profile.group(1);
        }
        String[] types = told.replaceAll("^\\[(.*)]$", "$1").split(", ");
        Map<String, String> names = new TreeMap<>();
        for (String type : types) {
            Matcher one = TYPES.matcher(type);
            if (!type.startsWith("CanonicalType[") && !type.startsWith("[CanonicalType[") || !one.find()) {
                return told;
            }
            names.put(one.group(1), "");
        }
        return String.join(" " + own.getString("or") + " ", names.keySet());
    }
}
