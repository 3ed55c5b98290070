package nl.ooievaar.profiles;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The stories of the guideline's eleven cases (annex 5) and the messages they tell belong together. */
class CaseStoriesTest {
    private static final Map<String, String> EXAMPLES = PhbPackage.load().examples();
    private static final Pattern LINK = Pattern.compile("]\\(([^)]*)\\)");
    private static final Pattern STEP = Pattern.compile("^[0-9]+\\. .*", Pattern.MULTILINE);
    private static final Pattern SENDER = Pattern.compile("`([a-z-]+)`");

    static IntStream cases() {
        return IntStream.rangeClosed(1, 11);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void each_message_of_a_case_is_told_in_its_story_and_each_link_of_a_story_is_a_message(int number)
            throws IOException {
        Set<String> messages = EXAMPLES.keySet().stream()
                .filter(name -> name.startsWith("case-" + number + "-"))
                .collect(Collectors.toCollection(TreeSet::new));
        for (String language : List.of("nl", "en")) {
            List<String> links = found(LINK, story(number, language));
            assertEquals(messages, new TreeSet<>(links), language);
            assertEquals(messages.size(), links.size(), language + " tells a message twice");
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void both_languages_tell_the_same_steps(int number) throws IOException {
        List<List<String>> dutch = steps(number, "nl");
        assertTrue(dutch.size() >= 2, "steps");
        assertEquals(dutch, steps(number, "en"));
    }

    @Test
    void no_two_cases_share_a_person_and_nobody_shares_a_number() {
        Map<String, Set<String>> casesOf = new TreeMap<>();
        Map<String, Set<String>> namesOf = new TreeMap<>();
        EXAMPLES.forEach((file, text) -> {
            String place = file.matches("case-[0-9]+-.*") ? file.replaceAll("^(case-[0-9]+)-.*", "$1") : file;
            for (JsonObject person : persons(JsonParser.parseString(text))) {
                String name = name(person);
                casesOf.computeIfAbsent(name, n -> new TreeSet<>()).add(place);
                for (String number : numbers(person)) {
                    namesOf.computeIfAbsent(number, n -> new TreeSet<>()).add(name);
                }
            }
        });
        casesOf.values()
                .removeIf(
                        places -> places.stream().filter(p -> !p.contains(".")).count() < 2);
        assertEquals(Map.of(), casesOf);
        assertTrue(namesOf.size() > 15, "numbers");
        namesOf.values().removeIf(names -> names.size() < 2);
        assertEquals(Map.of(), namesOf);
    }

    /** Of each step what it links to and who sends it. */
    private static List<List<String>> steps(int number, String language) throws IOException {
        return found(STEP, story(number, language)).stream()
                .map(step -> {
                    List<String> same = new ArrayList<>(found(LINK, step));
                    same.addAll(found(SENDER, step));
                    return same;
                })
                .toList();
    }

    private static String story(int number, String language) throws IOException {
        return Files.readString(Path.of("src/main/cases/case-" + number + "." + language + ".md"));
    }

    private static List<String> found(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map(hit -> hit.group(hit.groupCount()))
                .toList();
    }

    private static List<JsonObject> persons(JsonElement in) {
        List<JsonObject> persons = new ArrayList<>();
        if (in.isJsonArray()) {
            in.getAsJsonArray().forEach(one -> persons.addAll(persons(one)));
        } else if (in.isJsonObject()) {
            JsonObject object = in.getAsJsonObject();
            if (object.has("resourceType")
                    && Set.of("Patient", "RelatedPerson")
                            .contains(object.get("resourceType").getAsString())) {
                persons.add(object);
            }
            object.entrySet().forEach(entry -> persons.addAll(persons(entry.getValue())));
        }
        // A relative who is only "her mother" is nobody in particular.
        persons.removeIf(one -> name(one).isEmpty());
        return persons;
    }

    private static String name(JsonObject person) {
        JsonObject name = person.getAsJsonArray("name").get(0).getAsJsonObject();
        return name.has("family") ? name.get("family").getAsString() + ", " + name.getAsJsonArray("given") : "";
    }

    private static List<String> numbers(JsonObject person) {
        Map<String, String> numbers = new LinkedHashMap<>();
        for (String kind : List.of("identifier", "telecom")) {
            if (person.has(kind)) {
                person.getAsJsonArray(kind)
                        .forEach(one ->
                                numbers.put(one.getAsJsonObject().get("value").getAsString(), kind));
            }
        }
        return List.copyOf(numbers.keySet());
    }
}
