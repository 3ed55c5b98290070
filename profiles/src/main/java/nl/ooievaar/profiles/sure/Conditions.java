package nl.ooievaar.profiles.sure;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** What rules ask of parts of a message, told so that a yes is sure. */
final class Conditions {
    private static final List<String> WRITTEN = List.of("text-message", "email", "letter", "app");
    private static final List<String> BARE = List.of(
            "reasonCode",
            "reasonReference",
            "note",
            "text",
            "contained",
            "bodySite",
            "orderDetail",
            "patientInstruction",
            "encounter",
            "relevantHistory");

    private Conditions() {}

    static Predicate<JsonNode> any(String... names) {
        return value -> List.of(names).stream().anyMatch(value::has);
    }

    static Predicate<JsonNode> notBoth(String one, String other) {
        return value -> !(value.has(one) && value.has(other));
    }

    static Predicate<JsonNode> notHome() {
        return value -> !"home".equals(value.path("use").asText());
    }

    static Predicate<JsonNode> to(String type) {
        return reference -> {
            String to = reference.path("reference").asText();
            return to.startsWith("urn:uuid:") || to.startsWith(type + "/") || to.startsWith(type + "?");
        };
    }

    static Stream<JsonNode> of(JsonNode parent, String list) {
        return StreamSupport.stream(parent.path(list).spliterator(), false);
    }

    /** Whatever the system: wider than a rule that names one, where the code is what must not be there. */
    static boolean isCoded(JsonNode concept, String code) {
        return of(concept, "coding")
                .anyMatch(one -> code.equals(one.path("code").asText()));
    }

    static boolean oneContent(JsonNode extension) {
        boolean value = extension.properties().stream().anyMatch(p -> p.getKey().startsWith("value"));
        return value != extension.has("extension");
    }

    /** True also when one of the moments is absent. */
    static boolean inOrder(JsonNode first, JsonNode second) {
        if (first == null || second == null) {
            return true;
        }
        if (Primitives.instant(first) && Primitives.instant(second)) {
            return !OffsetDateTime.parse(first.textValue())
                    .toInstant()
                    .isAfter(OffsetDateTime.parse(second.textValue()).toInstant());
        }
        return Primitives.day(first)
                && Primitives.day(second)
                && first.textValue().compareTo(second.textValue()) <= 0;
    }

    static boolean isNumbered(JsonNode organization) {
        for (JsonNode identifier : organization.path("identifier")) {
            String system = identifier.path("system").asText();
            if (system.equals(Rules.URA) || system.equals(Rules.KVK)) {
                return true;
            }
        }
        return false;
    }

    static boolean otherIsNamed(JsonNode factor) {
        JsonNode value = factor.path("valueCodeableConcept");
        boolean other = false;
        for (JsonNode coding : value.path("coding")) {
            other |= "other".equals(coding.path("code").asText());
        }
        return !other || value.has("text") || factor.has("note");
    }

    static boolean writesOnlyWhereItMay(JsonNode safeContact) {
        boolean nothing = of(safeContact, "extension")
                .anyMatch(part -> "write".equals(part.path("url").asText())
                        && !part.path("valueBoolean").asBoolean());
        return !nothing
                || of(safeContact, "extension")
                        .flatMap(way -> of(way, "extension"))
                        .noneMatch(
                                part -> WRITTEN.contains(part.path("valueCode").asText()));
    }

    static boolean contactDetailsOnly(JsonNode request) {
        for (JsonNode category : request.path("category")) {
            for (JsonNode coding : category.path("coding")) {
                if (Rules.ROUTE.equals(coding.path("system").asText())
                        && "contact-details".equals(coding.path("code").asText())) {
                    return true;
                }
            }
        }
        return false;
    }

    static boolean hasReason(JsonNode request) {
        return request.has("reasonCode") || request.has("reasonReference") || request.has("note");
    }

    static boolean bare(JsonNode request) {
        for (JsonNode info : request.path("supportingInfo")) {
            boolean consent = "Consent".equals(info.path("type").asText())
                    || info.path("reference").asText().startsWith("Consent/");
            if (!consent) {
                return false;
            }
        }
        return BARE.stream().noneMatch(request::has)
                && of(request, "extension")
                        .noneMatch(one -> Rules.PHASE.equals(one.path("url").asText()));
    }

    static boolean bsn(JsonNode identifier) {
        String value = identifier.path("value").asText();
        if (!value.matches("[0-9]{9}")) {
            return false;
        }
        int sum = -(value.charAt(8) - '0');
        for (int i = 0; i < 8; i++) {
            sum += (9 - i) * (value.charAt(i) - '0');
        }
        return sum % 11 == 0;
    }
}
