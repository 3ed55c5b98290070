package nl.ooievaar.profiles.sure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import nl.ooievaar.profiles.Faults;
import nl.ooievaar.profiles.PhbPackage;
import nl.ooievaar.profiles.PhbValidation;
import org.hl7.fhir.r4.model.StructureDefinition;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is called surely valid is what the validator accepts, tried on the examples with random faults. */
class SurelyValidTest {
    private static final int DEPTH = Integer.getInteger("depth", 1);
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private static PhbPackage phb;
    private static PhbValidation validation;

    @BeforeAll
    static void load() {
        phb = PhbPackage.load();
        validation = PhbValidation.shared(Locale.ENGLISH);
    }

    @Test
    void a_whole_referral_is_surely_valid() throws JsonProcessingException {
        for (String name : List.of("case-1-referral.json", "case-2-referral.json")) {
            Set<String> unsure = new TreeSet<>();
            for (JsonNode entry : MAPPER.readTree(phb.examples().get(name)).path("entry")) {
                if (!sure(entry.path("resource"))) {
                    unsure.add(entry.path("resource").path("resourceType").asText());
                }
            }
            assertEquals(Set.of(), unsure, name);
        }
    }

    @Test
    void each_rule_of_the_contract_is_known_but_those_on_answers_and_documents() {
        Set<String> unknown = new TreeSet<>();
        for (var definition : phb.definitions()) {
            if (definition instanceof StructureDefinition structure) {
                for (var element : structure.getDifferential().getElement()) {
                    element.getConstraint().stream()
                            .filter(rule -> !Rules.knows(rule))
                            .forEach(rule -> unknown.add(rule.getKey()));
                }
            }
        }
        assertEquals(
                Set.of(
                        "phb-dos-1",
                        "phb-eva-1",
                        "phb-eva-2",
                        "phb-fam-1",
                        "phb-fam-2",
                        "phb-fin-1",
                        "phb-fin-2",
                        "phb-fin-3",
                        "phb-fin-4",
                        "phb-fin-5"),
                unknown);
    }

    @Test
    void nothing_the_validator_refuses_is_called_surely_valid() {
        Faults faults = new Faults(phb, 20261123);
        int sure = 0;
        for (int i = 0; i < 10_000 * DEPTH; i++) {
            JsonNode tried = faults.next();
            if (sure(tried)) {
                sure++;
                assertTrue(
                        PhbValidation.accepted(validation.validate(tried.toString())),
                        () -> tried + "\n"
                                + validation.validate(tried.toString()).getMessages());
            }
        }
        assertTrue(sure > 300 * DEPTH, "only " + sure + " were sure, which proves little");
    }

    private static boolean sure(JsonNode resource) {
        return validation.surelyAccepted(resource.toString().getBytes(StandardCharsets.UTF_8));
    }
}
