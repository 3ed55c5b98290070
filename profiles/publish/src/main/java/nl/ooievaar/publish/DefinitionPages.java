package nl.ooievaar.publish;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import nl.ooievaar.profiles.PhbPackage;
import nl.ooievaar.publish.Definition.Fact;
import org.hl7.fhir.r4.model.ActivityDefinition;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.ConceptMap;
import org.hl7.fhir.r4.model.MetadataResource;
import org.hl7.fhir.r4.model.NamingSystem;
import org.hl7.fhir.r4.model.OperationDefinition;
import org.hl7.fhir.r4.model.PlanDefinition;
import org.hl7.fhir.r4.model.Questionnaire;
import org.hl7.fhir.r4.model.SearchParameter;
import org.hl7.fhir.r4.model.StructureDefinition;
import org.hl7.fhir.r4.model.StructureMap;
import org.hl7.fhir.r4.model.ValueSet;

/** A page for each definition of the package, in one language; what shares an address shares a page. */
final class DefinitionPages {
    private final PhbPackage phb;
    private final Language language;
    private final ProfilePage profiles;
    private final TermPages terms;
    private final FormPage forms;
    private final OtherPages others;
    private final ModelPages models;

    DefinitionPages(PhbPackage phb, Links links, Language language) {
        this.phb = phb;
        this.language = language;
        this.profiles = new ProfilePage(phb, links, language);
        this.terms = new TermPages(phb, links, language);
        this.forms = new FormPage(phb, links, language);
        this.others = new OtherPages(links, language);
        this.models = new ModelPages(links, language);
    }

    List<Page> all() {
        Map<String, List<MetadataResource>> byAddress = phb.definitions().stream()
                .collect(Collectors.groupingBy(Links::address, TreeMap::new, Collectors.toList()));
        List<Page> pages = new ArrayList<>();
        byAddress.forEach((address, together) -> pages.add(page(address, together)));
        return pages;
    }

    private Page page(String address, List<MetadataResource> together) {
        Definition found = definition(together);
        List<Fact> facts = new ArrayList<>(found.facts());
        together.stream()
                .filter(MetadataResource::hasUrl)
                .forEach(one -> facts.add(new Fact(one.fhirType(), "<code>" + one.getUrl() + "</code>")));
        MetadataResource first = together.get(0);
        facts.add(new Fact(
                language.word("status"),
                language.word("status." + first.getStatus().toCode())
                        + (first.hasVersion() ? ", " + first.getVersion() : "")));
        List<Fact> json = together.stream()
                .map(one -> new Fact(one.fhirType(), "../definitions/" + file(one)))
                .toList();
        Definition whole = new Definition(found.title(), found.description(), facts, found.blocks(), json);
        String section = address.substring(0, address.indexOf('/'));
        String id = first.getIdElement().getIdPart();
        boolean extension =
                first instanceof StructureDefinition one && one.getType().equals("Extension");
        String kind = extension ? "extensions" : logical(first) ? "models" : "";
        return new Page(
                address,
                section,
                found.title(),
                id.equals(found.title()) ? "" : id,
                kind.isEmpty() ? "" : language.word(kind),
                found.description(),
                Templates.render("definition", Map.of("definition", whole, "word", new Words(language))));
    }

    private static boolean logical(MetadataResource one) {
        return one instanceof StructureDefinition structure
                && structure.getKind() == StructureDefinition.StructureDefinitionKind.LOGICAL;
    }

    /** The name of its file among the raw definitions. */
    static String file(MetadataResource one) {
        return one.fhirType() + "-" + one.getIdElement().getIdPart() + ".json";
    }

    private Definition definition(List<MetadataResource> together) {
        MetadataResource first = together.get(0);
        if (logical(first)) {
            return models.model((StructureDefinition) first);
        }
        if (first instanceof StructureMap map) {
            return models.map(map);
        }
        if (first instanceof StructureDefinition profile) {
            return profiles.of(profile);
        }
        if (first instanceof CodeSystem || first instanceof ValueSet) {
            return terms.codes(find(together, CodeSystem.class), find(together, ValueSet.class));
        }
        if (first instanceof ConceptMap map) {
            return terms.map(map);
        }
        if (first instanceof NamingSystem system) {
            return terms.system(system);
        }
        if (first instanceof Questionnaire form) {
            return forms.of(form);
        }
        if (first instanceof PlanDefinition || first instanceof ActivityDefinition) {
            return others.intervention(find(together, PlanDefinition.class), find(together, ActivityDefinition.class));
        }
        if (first instanceof OperationDefinition operation) {
            return others.operation(operation);
        }
        if (first instanceof CapabilityStatement role) {
            return others.role(role);
        }
        if (first instanceof SearchParameter parameter) {
            return others.search(parameter);
        }
        throw new IllegalStateException("no page for " + first.fhirType());
    }

    private static <T extends MetadataResource> Optional<T> find(List<MetadataResource> among, Class<T> type) {
        return among.stream().filter(type::isInstance).map(type::cast).findFirst();
    }
}
