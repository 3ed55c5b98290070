package nl.ooievaar.profiles;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.Element;
import org.hl7.fhir.r4.model.MetadataResource;
import org.hl7.fhir.r4.model.Questionnaire;
import org.hl7.fhir.r4.model.StructureDefinition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackagerTest {
    private static final String TRANSLATION = "http://hl7.org/fhir/StructureDefinition/translation";

    private static final Path SOURCE = Path.of("src/main/fhir");

    @Test
    void the_same_input_gives_the_same_bytes() throws IOException {
        assertArrayEquals(
                PhbPackage.bytes(), Packager.build(SOURCE, PhbPackage.load().version()));
    }

    @Test
    void unchanged_input_is_not_packaged_again(@TempDir Path folder) throws IOException {
        Path source = Files.createDirectories(folder.resolve("in"));
        Files.copy(SOURCE.resolve("CodeSystem-phb-route.json"), source.resolve("CodeSystem-phb-route.json"));
        Path target = folder.resolve("out/package.tgz");
        String[] arguments = {source.toString(), target.toString(), "0.1.0"};
        Packager.main(arguments);
        Files.setLastModifiedTime(target, FileTime.fromMillis(0));
        Packager.main(arguments);
        assertEquals(0, Files.getLastModifiedTime(target).toMillis());
        arguments[2] = "0.1.1";
        Packager.main(arguments);
        assertEquals("0.1.1", PhbPackage.read(Files.readAllBytes(target)).version());
    }

    @Test
    void the_package_lists_every_definition_in_its_index() throws IOException {
        var files = Archive.unpack(PhbPackage.bytes());
        assertEquals("package/package.json", files.keySet().iterator().next());
        var index = JsonParser.parseString(files.get("package/.index.json")).getAsJsonObject();
        assertEquals(
                PhbPackage.load().definitions().size(),
                index.getAsJsonArray("files").size());
        for (var row : index.getAsJsonArray("files")) {
            assertTrue(files.containsKey(
                    "package/" + row.getAsJsonObject().get("filename").getAsString()));
        }
    }

    @Test
    void every_profile_has_a_snapshot_and_our_version_without_generator_leftovers() throws IOException {
        PhbPackage phb = PhbPackage.load();
        for (var definition : phb.definitions()) {
            if (definition instanceof StructureDefinition structure) {
                assertFalse(structure.getSnapshot().getElement().isEmpty(), structure.getUrl());
                assertEquals(phb.version(), structure.getVersion());
            }
        }
        Archive.unpack(PhbPackage.bytes())
                .values()
                .forEach(text -> assertFalse(text.contains("snapshot-base-version")));
    }

    @Test
    void the_factors_of_the_guideline_are_all_there_and_one_more_for_others() {
        PhbPackage phb = PhbPackage.load();
        var risk = phb.find(CodeSystem.class, PhbPackage.BASE + "/CodeSystem/phb-risk-factor")
                .orElseThrow();
        var protective = phb.find(CodeSystem.class, PhbPackage.BASE + "/CodeSystem/phb-protective-factor")
                .orElseThrow();
        assertEquals(56 + 1, risk.getConcept().size());
        assertEquals(18 + 1, protective.getConcept().size());
    }

    @Test
    void every_definition_says_what_it_is_for_in_both_languages() {
        for (MetadataResource one : PhbPackage.load().definitions()) {
            boolean dutch = one.getNamedProperty("description").getValues().stream()
                    .map(Element.class::cast)
                    .flatMap(text -> text.getExtensionsByUrl(TRANSLATION).stream())
                    .anyMatch(said -> "nl".equals(said.getExtensionString("lang")));
            assertTrue(dutch && one.hasDescription(), one.fhirType() + " " + one.getId());
        }
    }

    @Test
    void every_code_has_a_dutch_name() {
        for (var definition : PhbPackage.load().definitions()) {
            if (definition instanceof CodeSystem system) {
                for (var concept : system.getConcept()) {
                    assertTrue(
                            concept.getDesignation().stream().anyMatch(name -> "nl".equals(name.getLanguage())),
                            system.getId() + " " + concept.getCode());
                }
            }
        }
    }

    @Test
    void a_definition_is_found_with_and_without_its_version() {
        PhbPackage phb = PhbPackage.load();
        String canonical = PhbPackage.BASE + "/Questionnaire/phb-findings";
        assertTrue(phb.find(Questionnaire.class, canonical).isPresent());
        assertTrue(
                phb.find(Questionnaire.class, canonical + "|" + phb.version()).isPresent());
        assertTrue(phb.find(Questionnaire.class, canonical + "|9.9.9").isEmpty());
    }

    @Test
    void examples_lie_on_the_class_path() {
        assertNotNull(PackagerTest.class.getResource("/nl/ooievaar/phb/examples/case-1-referral.json"));
    }

    @Test
    void our_small_oid_table_comes_before_the_large_one() throws IOException {
        // The validator reads this file for every resource; the one in its own jar has 1.5 MB.
        try (var stream = PackagerTest.class.getClassLoader().getResourceAsStream("oidregistry.csv")) {
            assertTrue(stream.readAllBytes().length < 10_000);
        }
    }
}
