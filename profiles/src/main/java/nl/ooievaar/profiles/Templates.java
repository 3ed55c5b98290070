package nl.ooievaar.profiles;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The sentences of the validator in one language, read backwards: which one a text is, and what was filled in. The validator
 * hands on texts only, some of them without their id. Thread safe.
 */
final class Templates {
    private static final ResourceBundle.Control EXACT =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
    /** What is longer holds more of what was sent than of a sentence, and would take its time. */
    private static final int LONGEST = 4000;

    private static final Pattern PLACE = Pattern.compile("\\{(\\d)}");
    private static final Pattern NUMBERED = Pattern.compile("_(one|other|few|many|two|zero)$");

    /**
     * A sentence as an expression, with the number of what stands in each of its groups.
     *
     * @param head the words before its first group
     * @param tail the words after its last
     */
    private record Template(String id, Pattern pattern, List<Integer> places, int literal, String head, String tail) {
        /** Most sentences differ in their first or last words, which costs far less to see than the whole expression. */
        Optional<Matcher> match(String text) {
            if (!text.startsWith(head) || !text.endsWith(tail)) {
                return Optional.empty();
            }
            return Optional.of(pattern.matcher(text)).filter(Matcher::matches);
        }
    }

    private final ResourceBundle texts;
    private final ResourceBundle english;
    private final Map<String, List<Template>> read = new ConcurrentHashMap<>();
    private volatile List<Template> all;

    Templates(Locale locale) {
        this.texts = ResourceBundle.getBundle("Messages", locale, EXACT);
        this.english = ResourceBundle.getBundle("Messages", Locale.ROOT, EXACT);
    }

    /** The id of the sentence that a text is: of those that fit, the one with the most words of its own. */
    Optional<String> idOf(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        return all().stream()
                .filter(one -> one.match(text).isPresent())
                .findFirst()
                .map(Template::id);
    }

    /** Those with enough words of their own to be known by them, the most first. */
    private List<Template> all() {
        List<Template> known = all;
        if (known == null) {
            known = english.keySet().stream()
                    .map(key -> NUMBERED.matcher(key).replaceFirst(""))
                    .distinct()
                    .flatMap(id -> of(id).stream())
                    .filter(one -> one.literal() > 8)
                    .sorted(Comparator.comparingInt(Template::literal)
                            .thenComparing(Template::id)
                            .reversed())
                    .toList();
            all = known;
        }
        return known;
    }

    /** What was filled into the sentence with this id, by its number; empty when the text is not that sentence. */
    Optional<Map<Integer, String>> filled(String id, String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        for (Template one : of(id)) {
            Optional<Matcher> matcher = one.match(text);
            if (matcher.isPresent()) {
                Map<Integer, String> found = new ConcurrentHashMap<>();
                for (int i = 0; i < one.places().size(); i++) {
                    found.put(one.places().get(i), matcher.get().group(i + 1));
                }
                return Optional.of(found);
            }
        }
        return Optional.empty();
    }

    private List<Template> of(String id) {
        return read.computeIfAbsent(id, this::compile);
    }

    /** In the language and, for what that one lacks, in English; a count has a sentence for one and one for more. */
    private List<Template> compile(String id) {
        List<Template> made = new ArrayList<>();
        for (ResourceBundle bundle : List.of(texts, english)) {
            for (String key : List.of(id, id + "_one", id + "_other")) {
                if (bundle.containsKey(key)) {
                    made.add(template(id, bundle.getString(key)));
                }
            }
        }
        return List.copyOf(made);
    }

    private static Template template(String id, String sentence) {
        StringBuilder pattern = new StringBuilder();
        List<Integer> places = new ArrayList<>();
        String plain = sentence.replace("''", "'");
        Matcher place = PLACE.matcher(plain);
        int from = 0;
        int literal = 0;
        String head = plain;
        while (place.find()) {
            if (from == 0) {
                head = plain.substring(0, place.start());
            }
            literal += place.start() - from;
            pattern.append(Pattern.quote(plain.substring(from, place.start()))).append("(.*?)");
            places.add(Integer.parseInt(place.group(1)));
            from = place.end();
        }
        String tail = plain.substring(from);
        pattern.append(Pattern.quote(tail));
        return new Template(
                id,
                Pattern.compile(pattern.toString(), Pattern.DOTALL),
                List.copyOf(places),
                literal + tail.length(),
                head,
                tail);
    }
}
