package nl.ooievaar.profiles;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.IValidationSupport;
import ca.uhn.fhir.context.support.ValidationSupportContext;
import ca.uhn.fhir.context.support.ValueSetExpansionOptions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.hl7.fhir.common.hapi.validation.support.CommonCodeSystemsTerminologyService;
import org.hl7.fhir.common.hapi.validation.support.InMemoryTerminologyServerValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.ValidationSupportChain;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.CodeSystem.ConceptDefinitionComponent;
import org.hl7.fhir.r4.model.ValueSet;
import org.hl7.fhir.r4.model.ValueSet.ConceptSetComponent;

/** The codes of the package and the value sets they form, in English and Dutch. Thread safe. */
public final class PhbTerminology {
    private final PhbPackage phb;
    private final FhirContext context = FhirContext.forR4Cached();
    private final IValidationSupport support;
    private final Map<String, List<Concept>> expansions = new ConcurrentHashMap<>();

    /** A code with the system that defines it. */
    public record Concept(CodeSystem system, ConceptDefinitionComponent definition) {
        /** System and code, which together are one of a kind. */
        public String key() {
            return system.getUrl() + '|' + definition.getCode();
        }

        /** In the language asked, and in English where that one is missing. */
        public String display(Locale locale) {
            return definition.getDesignation().stream()
                    .filter(one -> locale.getLanguage().equals(one.getLanguage()))
                    .map(one -> one.getValue())
                    .findFirst()
                    .orElse(definition.getDisplay());
        }

        /** Whether the code or one of its names holds the text, which is in lower case. */
        public boolean mentions(String text) {
            return definition.getCode().contains(text)
                    || definition.getDisplay().toLowerCase(Locale.ROOT).contains(text)
                    || definition.getDesignation().stream()
                            .anyMatch(one ->
                                    one.getValue().toLowerCase(Locale.ROOT).contains(text));
        }

        /** Whether the text is one of its names, whatever the language. */
        public boolean isCalled(String text) {
            return text.equalsIgnoreCase(definition.getDisplay())
                    || definition.getDesignation().stream().anyMatch(one -> text.equalsIgnoreCase(one.getValue()));
        }
    }

    /** Speaks of what this package defines. */
    public PhbTerminology(PhbPackage phb) {
        this.phb = phb;
        this.support = new ValidationSupportChain(
                new PackageSupport(context, phb),
                BaseDefinitions.r4(),
                new CommonCodeSystemsTerminologyService(context),
                new InMemoryTerminologyServerValidationSupport(context));
    }

    /** A value set of the package, by its address with or without version. */
    public Optional<ValueSet> valueSet(String canonical) {
        return phb.find(ValueSet.class, canonical);
    }

    /** A code system of the package, by its address with or without version. */
    public Optional<CodeSystem> codeSystem(String canonical) {
        return phb.find(CodeSystem.class, canonical);
    }

    /** A code of a system of the package. */
    public Optional<Concept> concept(CodeSystem system, String code) {
        return find(system.getConcept(), code).map(definition -> new Concept(system, definition));
    }

    /** The codes of a value set of the package, in the order of its definition. */
    public List<Concept> expand(ValueSet set) {
        return expansions.computeIfAbsent(set.getUrl(), ignored -> expanded(set));
    }

    private List<Concept> expanded(ValueSet set) {
        IValidationSupport.ValueSetExpansionOutcome outcome =
                support.expandValueSet(new ValidationSupportContext(support), new ValueSetExpansionOptions(), set);
        if (outcome == null || !(outcome.getValueSet() instanceof ValueSet expanded)) {
            throw new IllegalStateException(set.getUrl() + " can't be expanded");
        }
        List<String> order = order(set);
        return expanded.getExpansion().getContains().stream()
                .map(one -> codeSystem(one.getSystem())
                        .flatMap(system -> concept(system, one.getCode()))
                        .orElseThrow(() -> new IllegalStateException(
                                one.getSystem() + "|" + one.getCode() + " is not defined in the package")))
                .sorted(Comparator.comparingInt(one -> order.indexOf(one.key())))
                .toList();
    }

    /** As the definition lists them: the order in which a form should offer them, which the expansion loses. */
    private List<String> order(ValueSet set) {
        List<String> order = new ArrayList<>();
        for (ConceptSetComponent include : set.getCompose().getInclude()) {
            include.getConcept().forEach(one -> order.add(include.getSystem() + '|' + one.getCode()));
            if (include.getConcept().isEmpty()) {
                codeSystem(include.getSystem()).ifPresent(system -> system.getConcept()
                        .forEach(one -> order.add(include.getSystem() + '|' + one.getCode())));
            }
        }
        return order;
    }

    private static Optional<ConceptDefinitionComponent> find(List<ConceptDefinitionComponent> among, String code) {
        for (ConceptDefinitionComponent one : among) {
            if (one.getCode().equals(code)) {
                return Optional.of(one);
            }
            Optional<ConceptDefinitionComponent> below = find(one.getConcept(), code);
            if (below.isPresent()) {
                return below;
            }
        }
        return Optional.empty();
    }
}
