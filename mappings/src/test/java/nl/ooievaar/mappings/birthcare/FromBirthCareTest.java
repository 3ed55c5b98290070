package nl.ooievaar.mappings.birthcare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.ooievaar.mappings.account.Line;
import nl.ooievaar.mappings.account.Outcome;
import nl.ooievaar.mappings.account.Why;
import nl.ooievaar.profiles.PhbValidation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FromBirthCareTest {
    private static final Instant NOW = Instant.parse("2026-11-26T12:00:00Z");

    @ParameterizedTest
    @ValueSource(strings = {"card-2.3.xml", "card-3.2.xml"})
    void every_field_of_a_record_has_one_line_and_no_line_holds_its_value(String card) {
        Mapped mapped = Cards.map(card);
        assertEquals(mapped.source().leaves().size(), mapped.account().leaves());
        for (int i = 0; i < mapped.account().leaves(); i++) {
            assertEquals(
                    mapped.source().leaves().get(i).place(),
                    mapped.account().lines().get(i).place());
        }
        String told = mapped.account().lines().toString();
        for (String value : List.of("999900018", "999900171", "Voorbeeld", "Roos", "Bedacht", "6415", "verhuizing")) {
            assertFalse(told.contains(value), value);
        }
        assertTrue(mapped.account().lines().stream()
                .filter(line -> line.outcome() != Outcome.MAPPED)
                .allMatch(line -> line.why().isPresent()));
    }

    @Test
    void what_is_not_known_what_is_not_so_and_what_is_not_told_stay_three_things() {
        Mapped mapped = Cards.map("card-2.3.xml");
        assertEquals(
                "unknown",
                one(mapped, "education").at("/dataAbsentReason/coding/0/code").asText());
        assertEquals(
                "UNK",
                one(mapped, "education").at("/dataAbsentReason/coding/1/code").asText());
        assertFalse(one(mapped, "drugs").get("valueBoolean").asBoolean());
        assertEquals(List.of(), all(mapped, "dutch-proficiency"));
        assertEquals(
                "OTH",
                one(Cards.map("card-3.2.xml"), "family-composition")
                        .at("/valueCodeableConcept/coding/0/code")
                        .asText());
    }

    @Test
    void a_date_is_as_precise_as_it_was_told() {
        assertEquals(
                "2003-02",
                one(Cards.map("card-2.3.xml"), "woman").get("birthDate").asText());
        Mapped card = Cards.map("card-3.2.xml");
        assertEquals(
                "2026-06", one(card, "last-menstruation").get("valueDateTime").asText());
        assertEquals(
                "2025", all(card, "social-problem").get(0).get("onsetDateTime").asText());
    }

    @Test
    void what_was_found_at_a_check_up_has_its_day_and_each_check_up_its_own() {
        List<JsonNode> tobacco = all(Cards.map("card-2.3.xml"), "tobacco");
        assertEquals(
                List.of("2026-08-03T10:30:00+02:00", "2026-11-02"),
                tobacco.stream().map(it -> it.get("effectiveDateTime").asText()).toList());
    }

    @Test
    void the_factors_that_a_record_names_are_found_and_no_other() {
        assertEquals(List.of("domestic-violence", "smoking"), factors(Cards.map("card-2.3.xml")));
        assertEquals(List.of("debts", "homelessness", "smoking"), factors(Cards.map("card-3.2.xml")));
    }

    @Test
    void nothing_of_her_partner_or_her_children_comes_along() {
        String made = Transaction.of(Cards.map("card-2.3.xml"), NOW).toString()
                + Transaction.of(Cards.map("card-3.2.xml"), NOW);
        for (String value : List.of("Verzonnen", "1995-01-01", "2026-10-01")) {
            assertFalse(made.contains(value), value);
        }
        assertEquals(2, count(Cards.map("card-3.2.xml"), Why.CHILD));
    }

    @Test
    void a_broken_field_sinks_nothing_but_itself() {
        Mapped mapped = Cards.map("card-2.3.xml");
        assertEquals(1, mapped.account().count(Outcome.REJECTED));
        Line broken = mapped.account().lines().stream()
                .filter(line -> line.outcome() == Outcome.REJECTED)
                .findFirst()
                .orElseThrow();
        assertEquals(Optional.of(Why.NOT_WHOLE), broken.why());
        assertTrue(broken.place().line() > 60, "it says where");
        assertEquals(List.of(), all(mapped, "parity"));
        assertEquals(2, one(mapped, "gravidity").get("valueInteger").asInt());
    }

    @Test
    void a_check_up_with_two_dates_has_the_first_and_both_have_a_line() {
        String date =
                "<datum_controle conceptId=\"2.16.840.1.113883.2.4.3.11.60.90.77.2.6.80737\" value=\"2026-01-01\"/>";
        Mapped mapped = FromBirthCare.map(Cards.read(
                Cards.text("card-2.3.xml").replaceFirst("</prenatale_controle>", date + "</prenatale_controle>")));
        assertEquals(mapped.source().leaves().size(), mapped.account().leaves());
        assertEquals(count(Cards.map("card-2.3.xml"), Why.SECOND_VALUE) + 1, count(mapped, Why.SECOND_VALUE));
        assertEquals(
                List.of("2026-08-03T10:30:00+02:00", "2026-11-02"),
                all(mapped, "tobacco").stream()
                        .map(it -> it.get("effectiveDateTime").asText())
                        .toList());
    }

    @Test
    void the_same_record_makes_the_same_and_a_newer_one_keeps_its_identifiers() {
        assertEquals(Transaction.of(Cards.map("card-2.3.xml"), NOW), Transaction.of(Cards.map("card-2.3.xml"), NOW));
        Mapped newer =
                FromBirthCare.map(Cards.read(Cards.text("card-2.3.xml").replace("value=\"79\"", "value=\"80\"")));
        assertEquals(identifiers(Cards.map("card-2.3.xml")), identifiers(newer));
        assertFalse(identifiers(newer).toString().contains("999900018"));
    }

    @Test
    void each_resource_says_of_which_bytes_and_fields_it_was_made() {
        Mapped mapped = Cards.map("card-2.3.xml");
        ObjectNode bundle = Transaction.of(mapped, NOW);
        List<JsonNode> origins = entries(bundle)
                .filter(it -> it.path("resourceType").asText().equals("Provenance"))
                .toList();
        assertEquals(mapped.resources().size(), origins.size());
        assertEquals(
                mapped.resources().size() - 1,
                origins.stream().filter(it -> it.get("entity").size() > 1).count(),
                "fields, but for where the record is");
        for (JsonNode origin : origins) {
            assertEquals(
                    mapped.source().sha256(),
                    origin.at("/entity/0/what/identifier/value").asText());
        }
    }

    @Test
    void everything_made_is_valid_by_the_contract() {
        PhbValidation contract = PhbValidation.shared(Locale.ENGLISH);
        Stream<Mapped> all = Stream.concat(
                Stream.of("card-2.3.xml", "card-3.2.xml").map(Cards::map),
                Cards.published().stream().map(path -> FromBirthCare.map(Cards.read(path))));
        all.forEach(mapped -> entries(Transaction.of(mapped, NOW)).forEach(resource -> {
            var result = contract.validate(resource.toString());
            assertTrue(
                    PhbValidation.accepted(result),
                    () -> mapped.source().transaction() + " " + result.getMessages() + " " + resource);
        }));
    }

    private static Stream<JsonNode> entries(ObjectNode bundle) {
        return Stream.iterate(0, i -> i < bundle.get("entry").size(), i -> i + 1)
                .map(i -> bundle.at("/entry/" + i + "/resource"));
    }

    private static TreeSet<String> identifiers(Mapped mapped) {
        return mapped.resources().stream().map(Mapped.Made::identifier).collect(Collectors.toCollection(TreeSet::new));
    }

    private static long count(Mapped mapped, Why why) {
        return mapped.account().lines().stream()
                .filter(line -> line.why().equals(Optional.of(why)))
                .count();
    }

    private static List<JsonNode> all(Mapped mapped, String fact) {
        return mapped.resources().stream()
                .filter(made -> made.fact().equals(fact))
                .map(made -> (JsonNode) made.resource())
                .toList();
    }

    private static JsonNode one(Mapped mapped, String fact) {
        List<JsonNode> all = all(mapped, fact);
        assertEquals(1, all.size(), fact);
        return all.get(0);
    }

    private static List<String> factors(Mapped mapped) {
        return all(mapped, "risk-factor").stream()
                .map(it -> it.at("/valueCodeableConcept/coding/0/code").asText())
                .sorted()
                .toList();
    }
}
