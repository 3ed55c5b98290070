package nl.ooievaar.server.start;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Base64;
import java.util.List;
import nl.ooievaar.server.TestFolders;
import nl.ooievaar.server.directory.ImportDirectoryCommand;
import org.junit.jupiter.api.Test;

/** The directory of a production node comes from a file: judged, whole or not at all, and again without effect. */
class ImportDirectoryIT {
    private static final String ORGANIZATION =
            """
            {"fullUrl":"urn:uuid:00000000-0000-4000-8000-000000000001","resource":{"resourceType":"Organization",
            "meta":{"profile":["http://ooievaar.example/fhir/StructureDefinition/phb-organization"]},
            "identifier":[{"system":"http://fhir.nl/fhir/NamingSystem/ura","value":"90000701"}],"active":true,"name":"JGZ Noord"}}""";
    private static final String OTHER = ORGANIZATION
            .replace("000000000001\"", "000000000002\"")
            .replace("90000701", "90000702")
            .replace("JGZ Noord", "JGZ Zuid");

    private final ExternalPostgreSql.One database;
    private final Path folder = TestFolders.make("ooievaar-directory");

    ImportDirectoryIT() throws SQLException, IOException {
        database = ExternalPostgreSql.get().database("directory" + System.nanoTime());
    }

    @Test
    void what_is_imported_is_there_once_changed_entries_are_new_versions_and_it_is_on_record() throws Exception {
        String file = bundle(
                ORGANIZATION,
                service("1", "phb", "Aanmeldpunt"),
                service("1", "fg", "FG")
                        .replace(
                                "\"name\"",
                                "\"type\":[{\"coding\":[{\"system\":\"http://ooievaar.example/fhir/CodeSystem/phb-service-type\",\"code\":\"privacy-officer\"}]}],\"name\""));
        assertEquals("0: 3 new, 0 changed, 0 as they were\n", run(file));
        assertEquals("0: 0 new, 0 changed, 3 as they were\n", run(file));
        assertEquals("0: 0 new, 1 changed, 2 as they were\n", run(file.replace("Aanmeldpunt", "Digitale balie")));
        assertEquals(4, database.count("select count(*) from version"));
        assertEquals(3, database.count("select count(*) from version where superseded_xid is null"));
        assertEquals(2, database.count("select count(*) from party where service_id is not null"));
        assertEquals(1, database.count("select count(*) from party where service_type = 'privacy-officer'"));
        assertEquals(
                3,
                database.count(
                        "select count(*) from audit where interaction = 'import-directory' and query like 'sha-256 %'"));
    }

    @Test
    void a_service_that_moves_to_another_organisation_is_refused_and_nothing_is_imported() throws Exception {
        run(bundle(ORGANIZATION, service("1", "phb", "Aanmeldpunt")));
        String answer = run(bundle(OTHER, service("2", "phb", "Aanmeldpunt")));
        assertTrue(answer.startsWith("1: "), answer);
        assertTrue(answer.contains(":9:"), answer);
        assertTrue(answer.contains(" service-moved Bundle.entry[1].resource.providedBy: "), answer);
        assertEquals(2, database.count("select count(*) from version"));
    }

    @Test
    void what_is_wrong_is_told_with_line_and_path_in_the_language_asked() throws Exception {
        String wrong = bundle(
                ORGANIZATION,
                service("1", "phb", "Aanmeldpunt").replace("\"name\":\"Aanmeldpunt\"", "\"comment\":\"x\""));
        String answer = run(wrong);
        assertTrue(answer.startsWith("1: ") && answer.contains("Bundle.entry[1].resource"), answer);
        String woman = bundle(
                "{\"fullUrl\":\"urn:uuid:00000000-0000-4000-8000-0000000000a3\",\"resource\":{\"resourceType\":\"Practitioner\",\"name\":[{\"family\":\"X\"}]}}");
        assertTrue(run(woman).startsWith("1: "), "no person gets in by this door");
        String nowhere = run(bundle(service("9", "phb", "Aanmeldpunt")));
        assertTrue(nowhere.contains("reference-not-found"), nowhere);
        assertTrue(
                run(List.of("--lang", "nl"), bundle(service("9", "phb", "Aanmeldpunt")))
                        .contains("verwijzing"),
                nowhere);
        assertEquals("2: ", run(List.of(), folder.resolve("absent.json")).substring(0, 3));
    }

    @Test
    void a_table_of_municipalities_is_imported_whole_once_and_tells_who_has_no_desk() throws Exception {
        run(bundle(ORGANIZATION, service("1", "phb", "Aanmeldpunt")));
        String table =
                """
                municipality;name;ura;service;postal-from;postal-to;start;end
                GM9901;Proefstad;90000701;90000701-phb;1111;1112;;
                9901;Proefstad;90000701;90000701-phb;1114;;;
                9902;Proefdorp;;;;;;
                """;
        String answer = run(table);
        assertTrue(answer.startsWith("3: "), answer);
        assertTrue(answer.contains(":4:1 warning coverage-end line[4]: Municipality 9902"), answer);
        assertTrue(answer.contains("2 new, 1 changed, 0 as they were"), answer);
        assertTrue(run(table).contains("0 new, 0 changed, 3 as they were"), answer);
        assertEquals(1, database.count("select count(*) from coverage"));
        assertEquals(2, database.count("select count(*) from postal_area"));
        String covered = table.replace("Proefdorp;;", "Proefdorp;90000701;90000701-phb");
        assertTrue(run(covered).startsWith("0: 0 new, 1 changed, 2 as they were"), covered);
        assertEquals(2, database.count("select count(*) from coverage"));
    }

    @Test
    void two_desks_at_one_time_an_unknown_one_and_an_unreadable_line_are_told_by_line_and_nothing_is_imported()
            throws Exception {
        run(bundle(ORGANIZATION, service("1", "phb", "Aanmeldpunt"), service("1", "two", "Tweede")));
        String table =
                """
                municipality;name;ura;service;start;end
                9901;Proefstad;90000701;90000701-phb;;
                9901;Proefstad;90000701;90000701-two;2026-01-01;
                """;
        String two = run(table);
        assertTrue(two.startsWith("1: "), two);
        assertTrue(two.contains(":3:1 error coverage-overlap line[3]: Municipality 9901 has two desks"), two);
        assertTrue(
                run(List.of("--lang", "nl"), table).contains("heeft vanaf"), "the sentence is in the language asked");
        String wrong = run(
                """
                municipality;name;ura;service
                9901;Proefstad;90000701;90000701-nergens
                Proefdorp;Proefdorp;;
                """);
        assertTrue(wrong.contains(":2:1 error desk-unknown line[2].service: "), wrong);
        assertTrue(wrong.contains(":3:1 error municipality-line line[3].municipality: "), wrong);
        assertEquals(0, database.count("select count(*) from municipality"));
        assertEquals(3, database.count("select count(*) from version"));
    }

    @Test
    void a_bundle_tells_the_municipalities_of_a_desk_as_a_table_does() throws Exception {
        String town =
                """
                {"fullUrl":"urn:uuid:00000000-0000-4000-8000-0000000000f1","resource":{"resourceType":"Location",
                "identifier":[{"system":"http://ooievaar.example/fhir/NamingSystem/municipality","value":"9901"}],
                "status":"active","name":"Proefstad"}}""";
        String desk = service("1", "phb", "Aanmeldpunt")
                .replace(
                        "\"name\"",
                        "\"coverageArea\":[{\"extension\":[{\"url\":\"http://ooievaar.example/fhir/StructureDefinition/phb-coverage-period\",\"valuePeriod\":{\"end\":\"2099-12-31\"}}],\"reference\":\"urn:uuid:00000000-0000-4000-8000-0000000000f1\"}],\"name\"");
        String answer = run(bundle(ORGANIZATION, town, desk));
        assertTrue(answer.startsWith("3: "), answer);
        assertTrue(answer.contains("warning coverage-end Bundle.entry[1].resource: "), answer);
        assertEquals(1, database.count("select count(*) from coverage where ends = '2099-12-31'"));
        String other = run(bundle(ORGANIZATION, town, desk.replace("90000701-phb", "90000701-two")));
        assertTrue(other.startsWith("1: "), other);
        assertTrue(other.contains("coverage-overlap Bundle.entry[2].resource.coverageArea[0]: "), other);
    }

    private static String service(String organization, String number, String name) {
        return """
               {"fullUrl":"urn:uuid:00000000-0000-4000-8000-0000000000%s","resource":{"resourceType":"HealthcareService",
               "meta":{"profile":["http://ooievaar.example/fhir/StructureDefinition/phb-desk"]},
               "identifier":[{"system":"http://ooievaar.example/fhir/NamingSystem/service","value":"90000701-%s"}],
               "active":true,
               "providedBy":{"reference":"urn:uuid:00000000-0000-4000-8000-00000000000%s"},
               "name":"%s"}}"""
                .formatted(number.equals("phb") ? "a1" : "a2", number, organization, name);
    }

    private static String bundle(String... entries) {
        return "{\"resourceType\":\"Bundle\",\"type\":\"collection\",\"entry\":[\n" + String.join(",\n", entries)
                + "]}";
    }

    private String run(String bundle) throws IOException {
        return run(List.of(), bundle);
    }

    private String run(List<String> options, String bundle) throws IOException {
        return run(options, Files.writeString(folder.resolve("directory.json"), bundle));
    }

    private String run(List<String> options, Path file) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream print = new PrintStream(out, true, StandardCharsets.UTF_8);
        List<String> arguments = new java.util.ArrayList<>(options);
        arguments.addAll(List.of(
                file.toString(),
                "--ooievaar.mode=production",
                "--ooievaar.data=" + folder,
                "--ooievaar.master-key=" + Base64.getEncoder().encodeToString(new byte[32]),
                "--spring.security.oauth2.resourceserver.jwt.issuer-uri=http://127.0.0.1:9",
                "--spring.security.oauth2.resourceserver.jwt.audiences=http://127.0.0.1/fhir",
                "--ooievaar.tls-binding=optional"));
        arguments.addAll(List.of(database.arguments()));
        int code = new ImportDirectoryCommand(print, print).run(arguments);
        return code + ": " + out.toString(StandardCharsets.UTF_8);
    }
}
