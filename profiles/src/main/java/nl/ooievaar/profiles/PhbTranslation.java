package nl.ooievaar.profiles;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.ConceptMap;
import org.hl7.fhir.r4.model.ConceptMap.ConceptMapGroupComponent;
import org.hl7.fhir.r4.model.ConceptMap.SourceElementComponent;
import org.hl7.fhir.r4.model.ConceptMap.TargetElementComponent;
import org.hl7.fhir.r4.model.Enumerations.ConceptMapEquivalence;

/** What a code is in another system, as the maps of the package have it, in either direction. Thread safe. */
public final class PhbTranslation {
    private final List<ConceptMap> maps;

    /**
     * One answer.
     *
     * @param equivalence of the answer as seen from the code asked (FHIR R4, ConceptMap.group.element.target.equivalence)
     * @param concept the answer; without a code where the map says that there is none
     * @param map the canonical address of the map, with its version
     * @param comment why, empty where the map says nothing
     */
    public record Match(ConceptMapEquivalence equivalence, Coding concept, String map, Optional<String> comment) {
        /** Whether there is a code, which can be nearer or farther from the one asked. */
        public boolean found() {
            return equivalence != ConceptMapEquivalence.UNMATCHED && equivalence != ConceptMapEquivalence.DISJOINT;
        }
    }

    /** Speaks of the maps of this package. */
    public PhbTranslation(PhbPackage phb) {
        this.maps = phb.definitions().stream()
                .filter(ConceptMap.class::isInstance)
                .map(ConceptMap.class::cast)
                .toList();
    }

    /**
     * The answers of every map, or of one, in the order of the maps.
     *
     * @param map asked alone, as the package has it
     * @param reverse from the target of a map to its source
     */
    public List<Match> translate(Coding code, Optional<ConceptMap> map, boolean reverse) {
        return map.map(List::of).orElse(maps).stream()
                .flatMap(one -> one.getGroup().stream()
                        .flatMap(group -> reverse ? back(one, group, code) : forth(one, group, code)))
                .toList();
    }

    private static Stream<Match> forth(ConceptMap map, ConceptMapGroupComponent group, Coding code) {
        if (!group.getSource().equals(code.getSystem())) {
            return Stream.empty();
        }
        return group.getElement().stream()
                .filter(element -> element.getCode().equals(code.getCode()))
                .flatMap(element -> element.getTarget().stream())
                .map(target -> match(map, group.getTarget(), target.getCode(), target.getEquivalence(), target));
    }

    private static Stream<Match> back(ConceptMap map, ConceptMapGroupComponent group, Coding code) {
        if (!group.getTarget().equals(code.getSystem())) {
            return Stream.empty();
        }
        return group.getElement().stream().flatMap(element -> back(map, group, element, code));
    }

    private static Stream<Match> back(
            ConceptMap map, ConceptMapGroupComponent group, SourceElementComponent element, Coding code) {
        return element.getTarget().stream()
                .filter(target -> code.hasCode() && code.getCode().equals(target.getCode()))
                .map(target ->
                        match(map, group.getSource(), element.getCode(), turned(target.getEquivalence()), target));
    }

    private static Match match(
            ConceptMap map,
            String system,
            String code,
            ConceptMapEquivalence equivalence,
            TargetElementComponent target) {
        return new Match(
                equivalence,
                new Coding().setSystem(system).setCode(code),
                map.getUrl() + '|' + map.getVersion(),
                Optional.ofNullable(target.getComment()));
    }

    /** What is narrower one way is wider the other way. */
    private static ConceptMapEquivalence turned(ConceptMapEquivalence equivalence) {
        return switch (equivalence) {
            case WIDER -> ConceptMapEquivalence.NARROWER;
            case NARROWER -> ConceptMapEquivalence.WIDER;
            case SUBSUMES -> ConceptMapEquivalence.SPECIALIZES;
            case SPECIALIZES -> ConceptMapEquivalence.SUBSUMES;
            default -> equivalence;
        };
    }
}
