package nl.ooievaar.profiles;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import ca.uhn.fhir.util.VersionUtil;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.ElementDefinition;
import org.hl7.fhir.r4.model.MetadataResource;
import org.hl7.fhir.r4.model.StructureDefinition;
import org.hl7.fhir.r4.model.ValueSet;

/**
 * Lays the definitions of FHIR R4 out one by one and without their prose, so that a server reads the few it needs. As one
 * document, as the standard publishes them, reading takes seconds and hundreds of megabytes at every start.
 */
public final class BasePackage {
    /** Changes when the way of writing changes, so that an older folder is not taken for current. */
    private static final String FORM = "2";

    private BasePackage() {}

    /** Writes the definitions below the folder of the first argument, unless they are there already. */
    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        Path mark = folder.resolve("form");
        String now = FORM + " " + VersionUtil.getVersion();
        if (Files.exists(mark) && Files.readString(mark).equals(now)) {
            return;
        }
        var context = FhirContext.forR4Cached();
        SortedMap<String, String> rows = new TreeMap<>();
        for (var definition : all(context)) {
            var metadata = (MetadataResource) definition;
            String file = metadata.fhirType() + "/" + metadata.getIdElement().getIdPart() + ".json";
            String row =
                    String.join(",", file, metadata.getUrl(), String.valueOf(metadata.getVersion()), kind(metadata));
            if (rows.put(file, row) != null) {
                throw new IllegalStateException("The base has two definitions called " + file);
            }
            Files.createDirectories(folder.resolve(file).getParent());
            Files.writeString(
                    folder.resolve(file), context.newJsonParser().encodeResourceToString(shortened(metadata)));
        }
        Files.write(folder.resolve("index.csv"), rows.values());
        Files.writeString(mark, now);
    }

    /** All structures, value sets and code systems as HAPI publishes them. */
    static List<IBaseResource> all(FhirContext context) {
        var base = new DefaultProfileValidationSupport(context);
        // It lists only what it has read already, and it reads when asked for one of a kind.
        base.fetchAllStructureDefinitions();
        base.fetchCodeSystem("http://hl7.org/fhir/administrative-gender");
        return base.fetchAllConformanceResources();
    }

    private static String kind(MetadataResource definition) {
        return definition instanceof StructureDefinition structure && isType(structure) ? "type" : "other";
    }

    /** True for the definition of a type, false for a profile on one. */
    static boolean isType(StructureDefinition structure) {
        return structure.getDerivation() != StructureDefinition.TypeDerivationRule.CONSTRAINT;
    }

    /**
     * A copy without what explains a definition to people; what judges stays. A copy, for HAPI keeps what it publishes for the
     * whole process.
     */
    static MetadataResource shortened(MetadataResource published) {
        MetadataResource definition = published.copy();
        ((DomainResource) definition).setText(null);
        definition
                .setDescription(null)
                .setPublisher(null)
                .setContact(null)
                .setUseContext(null)
                .setJurisdiction(null);
        if (definition instanceof StructureDefinition structure) {
            structure
                    .setPurpose(null)
                    .setCopyright(null)
                    .setKeyword(null)
                    .setMapping(null)
                    .setDifferential(null);
            structure.getSnapshot().getElement().forEach(BasePackage::shorten);
        } else if (definition instanceof CodeSystem system) {
            system.setPurpose(null).setCopyright(null);
            shorten(system.getConcept());
        } else if (definition instanceof ValueSet set) {
            set.setPurpose(null).setCopyright(null);
        }
        return definition;
    }

    private static void shorten(List<CodeSystem.ConceptDefinitionComponent> concepts) {
        for (var concept : concepts) {
            concept.setDefinition(null).setDesignation(null);
            shorten(concept.getConcept());
        }
    }

    private static void shorten(ElementDefinition element) {
        element.setDefinition(null)
                .setShort(null)
                .setComment(null)
                .setRequirements(null)
                .setMeaningWhenMissing(null)
                .setIsModifierReason(null)
                .setAlias(null)
                .setMapping(null)
                .setExample(null);
        element.getConstraint().forEach(rule -> rule.setXpath(null));
        if (element.hasBinding()) {
            element.getBinding().setDescription(null);
        }
    }
}
