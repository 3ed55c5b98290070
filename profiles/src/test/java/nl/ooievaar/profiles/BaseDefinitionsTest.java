package nl.ooievaar.profiles;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import java.util.List;
import java.util.Locale;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.MetadataResource;
import org.junit.jupiter.api.Test;

/** The server judges by FHIR R4 as it was published. */
class BaseDefinitionsTest {
    private static final int DEPTH = Integer.getInteger("depth", 1);

    @Test
    void every_definition_of_the_standard_is_there_and_differs_in_prose_only() {
        int compared = 0;
        for (var published : BasePackage.all(FhirContext.forR4Cached())) {
            var definition = (MetadataResource) published;
            var found = BaseDefinitions.r4().fetchResource(definition.getClass(), definition.getUrl());
            assertNotNull(found, definition.getUrl());
            assertEquals(json(BasePackage.shortened(definition)), json(found));
            compared++;
        }
        assertTrue(compared > 3000, "only " + compared + " definitions were compared");
    }

    @Test
    void a_verdict_is_the_same_as_by_the_definitions_with_their_prose() {
        PhbPackage phb = PhbPackage.load();
        var bare = PhbValidation.shared(Locale.ENGLISH);
        var whole =
                new PhbValidation(phb, Locale.ENGLISH, new DefaultProfileValidationSupport(FhirContext.forR4Cached()));
        var faults = new Faults(phb, 4);
        int compared = 0;
        for (int i = 0; i < 200 * DEPTH; i++) {
            String tried = faults.next().toString();
            List<String> found = texts(bare, tried);
            List<String> expected = texts(whole, tried);
            // The published definitions, as HAPI serves them, break on an empty address; ours need not.
            if (expected.stream().noneMatch(text -> text.contains(Verdicts.UNREADABLE))) {
                assertEquals(expected, found, tried);
                compared++;
            }
        }
        assertTrue(compared > 180 * DEPTH, "only " + compared + " verdicts were compared");
    }

    private static String json(IBaseResource resource) {
        return FhirContext.forR4Cached().newJsonParser().encodeResourceToString(resource);
    }

    private static List<String> texts(PhbValidation validation, String resource) {
        return validation.validate(resource).getMessages().stream()
                .map(String::valueOf)
                .toList();
    }
}
