package nl.ooievaar.profiles;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import nl.ooievaar.profiles.PhbTerminology.Concept;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.ValueSet;
import org.junit.jupiter.api.Test;

/** The package answers for every code it uses, in both languages. */
class PhbTerminologyTest {
    private static final Locale DUTCH = Locale.forLanguageTag("nl");
    private final PhbPackage phb = PhbPackage.load();
    private final PhbTerminology terminology = new PhbTerminology(phb);

    @Test
    void the_lists_of_the_guideline_are_complete() {
        assertEquals(57, codes("phb-risk-factor").size(), "56 factors of paragraph 5.2.1, and other");
        assertEquals(19, codes("phb-protective-factor").size(), "18 factors of paragraph 5.2.2, and other");
        assertEquals(4, codes("phb-route").size());
    }

    @Test
    void every_value_set_expands_to_different_codes_that_the_package_defines_and_names_in_both_languages() {
        for (var definition : phb.definitions()) {
            if (definition instanceof ValueSet set) {
                List<Concept> codes = terminology.expand(set);
                assertFalse(codes.isEmpty(), set.getUrl());
                assertEquals(
                        codes.size(),
                        new HashSet<>(codes.stream().map(Concept::key).toList()).size());
                codes.forEach(one -> assertTrue(
                        one.definition().getDesignation().stream().anyMatch(d -> "nl".equals(d.getLanguage())),
                        () -> one.system().getUrl() + "|" + one.definition().getCode()));
            }
        }
    }

    @Test
    void an_enumerated_value_set_keeps_its_own_order_and_leaves_out_the_rest() {
        ValueSet advice =
                terminology.valueSet(PhbPackage.BASE + "/ValueSet/phb-advice").orElseThrow();
        CodeSystem support = terminology
                .codeSystem(PhbPackage.BASE + "/CodeSystem/phb-support")
                .orElseThrow();
        assertEquals(
                advice.getCompose().getIncludeFirstRep().getConcept().stream()
                        .map(one -> one.getCode())
                        .toList(),
                terminology.expand(advice).stream()
                        .map(one -> one.definition().getCode())
                        .toList());
        assertTrue(support.getConcept().size() > terminology.expand(advice).size());
    }

    @Test
    void a_code_has_its_names_in_dutch_and_english() {
        CodeSystem factors = terminology
                .codeSystem(PhbPackage.BASE + "/CodeSystem/phb-risk-factor")
                .orElseThrow();
        Concept young = terminology.concept(factors, "younger-than-20").orElseThrow();
        assertEquals("zwangere jonger dan 20 jaar", young.display(DUTCH));
        assertEquals("Pregnant and younger than 20", young.display(Locale.ENGLISH));
        assertEquals("Pregnant and younger than 20", young.display(Locale.FRENCH));
        assertTrue(young.isCalled("Zwangere jonger dan 20 jaar"));
        assertFalse(young.isCalled("something else"));
        assertTrue(terminology.concept(factors, "younger-than-2").isEmpty());
    }

    private List<Concept> codes(String id) {
        return terminology.expand(
                terminology.valueSet(PhbPackage.BASE + "/ValueSet/" + id).orElseThrow());
    }
}
