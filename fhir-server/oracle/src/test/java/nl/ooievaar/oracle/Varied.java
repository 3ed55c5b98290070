package nl.ooievaar.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Fills the places of a template: <code>{{a|b}}</code> takes one of the words, <code>{{date}}</code>, <code>{{dateTime}}</code>,
 * <code>{{instant}}</code>, <code>{{period}}</code> and <code>{{boolean}}</code> a value of that kind, <code>{{new}}</code> a
 * number of its own. With a question mark the element is sometimes left out.
 */
final class Varied {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    /** Ends of a month and a year, a leap day, both changes of the clock. */
    private static final List<String> DAYS = List.of(
            "2024-02-29",
            "2025-12-31",
            "2026-01-01",
            "2026-03-29",
            "2026-10-25",
            "2026-11-23",
            "2026-11-30",
            "2026-12-01");

    /** Those that are past, since none of the others is a day on which a task was written. */
    private static final List<String> PAST = DAYS.subList(0, 6);

    /** On the day they name also in the Netherlands: HAPI compares days as they were written, in whatever zone. */
    private static final List<String> TIMES = List.of(
            "T00:00:00+01:00",
            "T02:30:00+01:00",
            "T10:20:00+01:00",
            "T10:20:30.250+01:00",
            "T22:59:59+01:00",
            "T21:30:00Z",
            "T15:15:00-05:00");

    private final Random random;
    private int last;

    Varied(Random random) {
        this.random = random;
    }

    <T> T one(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    boolean perhaps() {
        return random.nextInt(3) > 0;
    }

    String date() {
        return one(DAYS).substring(0, one(List.of(4, 7, 10, 10)));
    }

    String instant() {
        return one(DAYS) + one(TIMES);
    }

    String dateTime() {
        return perhaps() ? instant() : date();
    }

    /** Of what was written: never later than now. */
    String written() {
        return perhaps() ? one(PAST) + one(TIMES) : one(PAST).substring(0, one(List.of(4, 7, 10)));
    }

    /** @param names what stands for itself, by the name of its place */
    JsonNode fill(JsonNode template, Map<String, String> names) {
        if (template instanceof ObjectNode object) {
            ObjectNode filled = NODES.objectNode();
            object.properties().forEach(field -> {
                if (!field.getValue().asText().startsWith("{{?") || perhaps()) {
                    filled.set(field.getKey(), fill(field.getValue(), names));
                }
            });
            return filled;
        }
        if (template instanceof ArrayNode array) {
            ArrayNode filled = NODES.arrayNode();
            array.forEach(element -> filled.add(fill(element, names)));
            return filled;
        }
        String text = template.asText();
        return text.startsWith("{{") ? value(text.replaceAll("[{}?]", ""), names) : template;
    }

    private JsonNode value(String place, Map<String, String> names) {
        return switch (place) {
            case "date" -> NODES.textNode(date());
            case "dateTime" -> NODES.textNode(dateTime());
            case "instant" -> NODES.textNode(instant());
            case "period" -> period();
            case "boolean" -> NODES.booleanNode(random.nextBoolean());
            case "new" -> NODES.textNode("n-" + ++last);
            default -> NODES.textNode(names.containsKey(place) ? names.get(place) : one(List.of(place.split("\\|"))));
        };
    }

    /** Open on either side now and then. */
    private JsonNode period() {
        ObjectNode period = NODES.objectNode();
        int start = random.nextInt(DAYS.size());
        int shape = random.nextInt(4);
        if (shape != 0) {
            period.put("start", DAYS.get(start) + (random.nextBoolean() ? one(TIMES) : ""));
        }
        if (shape != 1) {
            // Two days further, so that it stays later in every zone.
            int end = start + 2 + random.nextInt(2);
            boolean timed = end < DAYS.size() && random.nextBoolean();
            period.put("end", end < DAYS.size() ? DAYS.get(end) + (timed ? one(TIMES) : "") : "2027-06");
        }
        return period;
    }
}
