package nl.ooievaar.profiles;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import nl.ooievaar.profiles.PhbTranslation.Match;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.ConceptMap;
import org.hl7.fhir.r4.model.Enumerations.ConceptMapEquivalence;
import org.junit.jupiter.api.Test;

/** Second codings stand in maps, each with how near it comes and where it was seen. */
class PhbTranslationTest {
    private static final PhbPackage PHB = PhbPackage.load();
    private static final PhbTerminology TERMINOLOGY = new PhbTerminology(PHB);
    private static final PhbTranslation TRANSLATION = new PhbTranslation(PHB);
    private static final String FACTORS = PhbPackage.BASE + "/CodeSystem/phb-risk-factor";
    private static final String SNOMED = "http://snomed.info/sct";

    @Test
    void a_map_names_of_our_systems_only_codes_that_the_package_defines_and_each_code_once() {
        for (ConceptMap map : maps()) {
            for (var group : map.getGroup()) {
                Set<String> seen = new HashSet<>();
                for (var element : group.getElement()) {
                    assertTrue(defined(group.getSource(), element.getCode()), map.getUrl() + " " + element.getCode());
                    assertTrue(seen.add(element.getCode()), map.getUrl() + " " + element.getCode());
                    element.getTarget().stream()
                            .filter(target -> target.hasCode())
                            .forEach(target -> assertTrue(
                                    defined(group.getTarget(), target.getCode()),
                                    map.getUrl() + " " + target.getCode()));
                }
            }
        }
    }

    /** Codes of a list that others keep are theirs to know. */
    private static boolean defined(String system, String code) {
        if (!system.startsWith(PhbPackage.BASE + "/CodeSystem/")) {
            return true;
        }
        CodeSystem ours = TERMINOLOGY.codeSystem(system).orElseThrow();
        return TERMINOLOGY.concept(ours, code).isPresent();
    }

    @Test
    void what_is_not_the_same_says_why() {
        for (ConceptMap map : maps()) {
            for (var group : map.getGroup()) {
                for (var element : group.getElement()) {
                    for (var target : element.getTarget()) {
                        assertTrue(
                                target.getEquivalence() == ConceptMapEquivalence.EQUIVALENT || target.hasComment(),
                                map.getUrl() + " " + element.getCode());
                        assertEquals(
                                target.getEquivalence() == ConceptMapEquivalence.UNMATCHED,
                                !target.hasCode(),
                                map.getUrl() + " " + element.getCode());
                    }
                }
            }
        }
    }

    @Test
    void each_risk_factor_and_each_theme_has_its_row_also_where_there_is_no_other_code() {
        for (String system : List.of("phb-risk-factor", "phb-theme")) {
            Set<String> without = new TreeSet<>();
            CodeSystem source = TERMINOLOGY
                    .codeSystem(PhbPackage.BASE + "/CodeSystem/" + system)
                    .orElseThrow();
            source.getConcept().forEach(one -> {
                if (TRANSLATION
                        .translate(new Coding(source.getUrl(), one.getCode(), null), Optional.empty(), false)
                        .isEmpty()) {
                    without.add(one.getCode());
                }
            });
            assertEquals(Set.of(), without);
        }
    }

    @Test
    void debts_are_the_same_in_both_directions_and_a_half_is_narrower_one_way_and_wider_the_other() {
        Match debts = only(FACTORS, "debts", false);
        assertEquals(ConceptMapEquivalence.EQUIVALENT, debts.equivalence());
        assertEquals(SNOMED, debts.concept().getSystem());
        assertEquals(
                "debts", only(SNOMED, debts.concept().getCode(), true).concept().getCode());

        Match obesity = only(FACTORS, "underweight-or-obesity", false);
        assertEquals(ConceptMapEquivalence.NARROWER, obesity.equivalence());
        assertEquals(
                ConceptMapEquivalence.WIDER,
                only(SNOMED, obesity.concept().getCode(), true).equivalence());
        assertFalse(only(FACTORS, "gaming", false).found());
    }

    @Test
    void one_map_asked_alone_answers_alone() {
        ConceptMap icf = PHB.find(ConceptMap.class, PhbPackage.BASE + "/ConceptMap/phb-theme-to-icf")
                .orElseThrow();
        assertEquals(List.of(), TRANSLATION.translate(new Coding(FACTORS, "debts", null), Optional.of(icf), false));
    }

    private static Match only(String system, String code, boolean reverse) {
        List<Match> all = TRANSLATION.translate(new Coding(system, code, null), Optional.empty(), reverse);
        assertEquals(1, all.size(), all.toString());
        return all.get(0);
    }

    private static List<ConceptMap> maps() {
        List<ConceptMap> maps = PHB.definitions().stream()
                .filter(ConceptMap.class::isInstance)
                .map(ConceptMap.class::cast)
                .toList();
        assertTrue(maps.size() > 4);
        return maps;
    }
}
