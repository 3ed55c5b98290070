package nl.ooievaar.mappings.birthcare;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import nl.ooievaar.mappings.source.Dataset;

/** The way back: what the fields of a dataset would hold, in their normal form. Thread safe. */
public final class ToBirthCare {
    /**
     * A field as a record would write it.
     *
     * @param place where in the record it stood, when it came from one; empty when a record tells it once
     * @param repeat which of several parts of the woman, from 0
     */
    public record Told(
            String place,
            int repeat,
            int element,
            String value,
            String code,
            String codeSystem,
            String unit,
            String root) {}

    private static final int REPEATS = 8;

    private ToBirthCare() {}

    /** @param resources of R4, as {@link FromBirthCare} makes them; others tell nothing */
    public static List<Told> fields(Iterable<? extends JsonNode> resources, Dataset dataset) {
        List<Told> told = new ArrayList<>();
        for (JsonNode resource : resources) {
            fact(resource, dataset).ifPresent(fact -> {
                String place = place(resource, fact);
                int repeats = fact.resource().equals("Patient") ? REPEATS : 1;
                Declarations.all().fields().stream()
                        .filter(field ->
                                field.fact().equals(fact) && field.numbers().containsKey(dataset))
                        .forEach(field -> {
                            for (int i = 0; i < (repeating(field) ? repeats : 1); i++) {
                                int repeat = i;
                                Shape.of(fact)
                                        .take(resource, field, dataset, repeat)
                                        .ifPresent(value -> told.add(told(place, repeat, field, dataset, value)));
                            }
                        });
            });
        }
        return told;
    }

    private static boolean repeating(Field field) {
        return switch (field.part()) {
            case "street",
                    "house-number",
                    "house-letter",
                    "house-addition",
                    "postal-code",
                    "city",
                    "municipality",
                    "country",
                    "address-kind",
                    "phone",
                    "phone-kind",
                    "phone-use",
                    "email",
                    "email-use",
                    "language",
                    "understanding",
                    "speaking",
                    "reading" -> true;
            default -> false;
        };
    }

    private static Told told(String place, int repeat, Field field, Dataset dataset, Value value) {
        Value.Written written = value.written();
        return new Told(
                place,
                repeat,
                field.number(dataset).orElseThrow(),
                written.value(),
                written.code(),
                written.system(),
                written.unit(),
                written.root());
    }

    /** Which fact a resource carries: the Patient is the woman, the rest names the field it came from. */
    private static Optional<Fact> fact(JsonNode resource, Dataset dataset) {
        String codes =
                switch (resource.path("resourceType").asText()) {
                    case "Patient" -> "";
                    case "Condition" -> "/category/0/coding";
                    case "EpisodeOfCare" -> "/type/0/coding";
                    case "Observation" -> "/code/coding";
                    default -> "/none";
                };
        if (codes.isEmpty()) {
            return Declarations.all().fact("woman");
        }
        return StreamSupport.stream(resource.at(codes).spliterator(), false)
                .filter(coding -> coding.path("system").asText().equals(dataset.system()))
                .flatMap(coding ->
                        Declarations.all().anchored(dataset, coding.path("code").asInt()).stream())
                .findFirst();
    }

    private static String place(JsonNode resource, Fact fact) {
        return Json.where(resource.path("identifier"), "/system", FromBirthCare.IDENTIFIER)
                .map(it -> it.path("value").asText())
                .map(value -> value.substring(Math.min(
                        value.length(), value.indexOf('/') + 1 + fact.name().length())))
                .map(rest -> rest.startsWith("/") ? rest.substring(1) : rest)
                .orElse("");
    }
}
