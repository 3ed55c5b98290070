package nl.ooievaar.server.promise;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.List;
import nl.ooievaar.profiles.PhbPackage;
import nl.ooievaar.server.TestServer;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.MetadataResource;
import org.hl7.fhir.r4.model.OperationDefinition;
import org.hl7.fhir.r4.model.SearchParameter;
import org.junit.jupiter.api.Test;

/** Whoever builds against the contract finds it here, whole, without asking us for anything. */
class ContractIT {
    private static final TestServer SERVER = TestServer.get();
    private static final PhbPackage PHB = PhbPackage.load();
    private static final String FACTORS = PhbPackage.BASE + "/CodeSystem/phb-risk-factor";

    @Test
    void anybody_reads_every_definition_by_id_and_by_canonical_address_and_version() {
        for (MetadataResource one : PHB.definitions()) {
            String type = one.fhirType();
            anybody()
                    .get("/" + type + "/" + one.getIdElement().getIdPart())
                    .then()
                    .statusCode(200)
                    .body("resourceType", equalTo(type));
            if (one.hasUrl()) {
                assertEquals(1, total(type, one.getUrl(), one.getVersion()), one.getUrl());
                assertEquals(0, total(type, one.getUrl(), "99.0.0"), one.getUrl());
            }
        }
    }

    @Test
    void nobody_writes_the_contract_or_asks_by_post_without_a_token() {
        anybody()
                .body("{\"resourceType\":\"ValueSet\",\"status\":\"draft\"}")
                .post("/ValueSet")
                .then()
                .statusCode(401);
        anybody()
                .body("{\"resourceType\":\"Parameters\"}")
                .post("/ValueSet/$expand")
                .then()
                .statusCode(401);
        SERVER.as("jgz")
                .body("{\"resourceType\":\"ValueSet\",\"status\":\"draft\"}")
                .post("/ValueSet")
                .then()
                .statusCode(400);
    }

    @Test
    void the_package_is_one_file_at_a_fixed_address_and_under_its_name_and_version() {
        RequestSpecification root = anybody().basePath("");
        Response file = root.get("/package.tgz");
        assertEquals(200, file.statusCode());
        assertArrayEquals(PhbPackage.bytes(), file.asByteArray());
        anybody()
                .basePath("")
                .header("If-None-Match", file.header("ETag"))
                .get("/package.tgz")
                .then()
                .statusCode(304);

        Response list = anybody().basePath("").get("/" + PhbPackage.ID);
        String address = list.jsonPath().getString("versions['" + PHB.version() + "'].dist.tarball");
        assertEquals(PHB.version(), list.jsonPath().getString("'dist-tags'.latest"));
        assertArrayEquals(
                PhbPackage.bytes(), SERVER.nobody().basePath("").get(address).asByteArray());
        for (String language : List.of("en", "nl")) {
            anybody()
                    .basePath("")
                    .header("Accept-Language", language)
                    .get("/" + PhbPackage.ID + "/99.0.0")
                    .then()
                    .statusCode(404)
                    .contentType("application/json")
                    .body(
                            "error",
                            containsString(
                                    language.equals("nl") ? "deze server heeft versie " : "this server has version "))
                    .body("error", containsString(PHB.version()));
        }
    }

    @Test
    void a_value_set_expands_in_the_language_asked_by_page_and_by_filter() {
        expand("")
                .body("expansion.total", equalTo(57))
                .body("expansion.contains[0].code", equalTo("younger-than-20"))
                .body("expansion.contains[0].display", equalTo("Pregnant and younger than 20"));
        expand("&displayLanguage=nl-NL&count=2&offset=1")
                .body("expansion.total", equalTo(57))
                .body("expansion.contains.code", hasSize(2))
                .body("expansion.contains[0].display", equalTo("zwangere ouder dan 40 jaar"));
        expand("&filter=JONGER&includeDesignations=true")
                .body("expansion.contains.code", hasItem("younger-than-20"))
                .body("expansion.contains.code", not(hasItem("older-than-40")))
                .body("expansion.contains[0].designation.language", hasItem("nl"));
        anybody()
                .header("Accept-Language", "nl")
                .get("/ValueSet/phb-risk-factor/$expand")
                .then()
                .statusCode(200)
                .body("expansion.contains[0].display", equalTo("zwangere jonger dan 20 jaar"));
    }

    @Test
    void a_code_is_looked_up_with_its_names_and_properties() {
        anybody()
                .get("/CodeSystem/$lookup?displayLanguage=nl&code=younger-than-20&system=" + FACTORS)
                .then()
                .statusCode(200)
                .body("parameter.find { it.name == 'display' }.valueString", equalTo("zwangere jonger dan 20 jaar"))
                .body(
                        "parameter.find { it.name == 'property' }.part.find { it.name == 'value' }.valueCoding.code",
                        equalTo("family-situation"));
        anybody()
                .get("/CodeSystem/$lookup?code=no-such-code&system=" + FACTORS)
                .then()
                .statusCode(404)
                .body("issue[0].details.coding[0].code", equalTo("code-unknown"))
                .body("issue[0].details.text", containsString("phb-risk-factor"));
    }

    @Test
    void a_code_is_judged_with_its_name_and_the_answer_says_what_is_right() {
        String set = "/ValueSet/$validate-code?url=" + PhbPackage.BASE + "/ValueSet/phb-risk-factor&system=" + FACTORS;
        judged(anybody().get(set + "&code=younger-than-20"), true);
        judged(anybody().get(set + "&code=younger-than-20&display=zwangere jonger dan 20 jaar"), true);
        judged(anybody().get(set + "&code=lonely-at-sea"), false);
        Response wrong =
                anybody().get(set + "&code=younger-than-20&display=Pregnant and older than 40&displayLanguage=nl");
        judged(wrong, false);
        assertEquals(
                "De naam bij de code is niet de naam van die code; deze heet \"zwangere jonger dan 20 jaar\".",
                wrong.jsonPath().getString("parameter.find { it.name == 'message' }.valueString"));
        judged(anybody().get("/CodeSystem/$validate-code?code=younger-than-20&url=" + FACTORS), true);
        judged(
                SERVER.as("midwife")
                        .body(
                                """
                                {"resourceType":"Parameters","parameter":[{"name":"codeableConcept","valueCodeableConcept":
                                  {"coding":[{"system":"http://snomed.info/sct","code":"1"},{"system":"%s","code":"older-than-40"}]}}]}
                                """
                                        .formatted(FACTORS))
                        .post("/ValueSet/phb-risk-factor/$validate-code"),
                true);
    }

    @Test
    void what_is_asked_wrongly_is_told_and_what_is_unknown_is_not_repeated() {
        anybody()
                .get("/ValueSet/$expand")
                .then()
                .statusCode(400)
                .body("issue[0].details.text", containsString("parameter url"));
        anybody()
                .get("/ValueSet/$expand?url=" + PhbPackage.BASE + "/ValueSet/phb-99999001")
                .then()
                .statusCode(404)
                .body("issue[0].details.coding[0].code", equalTo("canonical-unknown"))
                .body(not(containsString("99999001")));
        for (String wrong : List.of("&count=many", "&offset=-1", "&displayLanguage=(", "&exactly=1")) {
            anybody()
                    .get("/ValueSet/phb-route/$expand?url=" + PhbPackage.BASE + wrong)
                    .then()
                    .statusCode(400);
        }
        for (String coding : List.of("{\"code\":\"home\"}", "{\"system\":\"" + FACTORS + "\"}", "{}")) {
            SERVER.as("midwife")
                    .body("{\"resourceType\":\"Parameters\",\"parameter\":[{\"name\":\"coding\",\"valueCoding\":"
                            + coding + "}]}")
                    .post("/CodeSystem/$lookup")
                    .then()
                    .statusCode(400);
        }
        SERVER.as("midwife")
                .body("{\"resourceType\":\"Patient\"}")
                .post("/ValueSet/$expand")
                .then()
                .statusCode(400);
    }

    @Test
    void a_code_is_translated_with_how_near_the_other_comes_and_why() {
        String map = "/ConceptMap/$translate?system=" + FACTORS;
        judged(anybody().get(map + "&code=debts"), true);
        assertEquals(
                "160933000",
                anybody()
                        .get(map + "&code=debts&targetsystem=http://snomed.info/sct")
                        .jsonPath()
                        .getString("parameter.find { it.name == 'match' }.part.find { it.name == 'concept' }"
                                + ".valueCoding.code"));
        judged(anybody().get(map + "&code=debts&targetsystem=http://loinc.org"), false);
        judged(anybody().get(map + "&code=gaming"), false);
        judged(
                anybody()
                        .get(
                                "/ConceptMap/phb-risk-factor-to-snomed/$translate?reverse=true&code=160933000&system=http://snomed.info/sct"),
                true);
        judged(
                SERVER.as("midwife")
                        .body(
                                """
                                {"resourceType":"Parameters","parameter":[{"name":"reverse","valueBoolean":true},
                                 {"name":"codeableConcept","valueCodeableConcept":{"coding":[{"system":"http://snomed.info/sct"}]}}]}
                                """)
                        .post("/ConceptMap/$translate"),
                false);
        anybody()
                .get(map + "&code=debts&url=" + PhbPackage.BASE + "/ConceptMap/none")
                .then()
                .statusCode(404);
        anybody().get(map + "&code=debts&source=here").then().statusCode(400);
    }

    @Test
    void a_field_of_birth_care_its_value_and_a_field_of_the_dossier_are_translated_as_the_bridges_do() {
        String pwd = "urn:oid:2.16.840.1.113883.2.4.3.11.60.90.77.2.";
        assertEquals(List.of("365980008"), translated(pwd + "6", "80810"));
        assertEquals(List.of("365980008"), translated(pwd + "12", "2246"));
        assertEquals(List.of("161714006", "147781000146105"), translated(pwd + "12", "2223"));
        assertEquals(List.of("smoking"), translated("urn:oid:2.16.840.1.113883.2.4.4.13.58", "3"));
        assertEquals(List.of("debts"), translated("http://snomed.info/sct", "160933000"));
        assertEquals(List.of("20"), translated("http://ooievaar.example/dossier", "person.birthDate"));
        judged(anybody().get("/ConceptMap/$translate?system=" + pwd + "12&code=80810"), false);
        judged(anybody().get("/ConceptMap/$translate?system=" + pwd + "6&code=10401"), false);
    }

    private static List<String> translated(String system, String code) {
        return anybody()
                .get("/ConceptMap/$translate?system=" + system + "&code=" + code)
                .jsonPath()
                .getList("parameter.findAll { it.name == 'match' }.part.flatten().findAll { it.name == 'concept' }"
                        + ".valueCoding.code");
    }

    @Test
    void what_a_role_needs_the_server_offers() {
        var offered = anybody().get("/metadata").jsonPath();
        List<String> missing = new ArrayList<>();
        for (MetadataResource one : PHB.definitions()) {
            if (one instanceof CapabilityStatement role) {
                for (var resource : role.getRestFirstRep().getResource()) {
                    String at = "rest[0].resource.find { it.type == '" + resource.getType() + "' }.";
                    List<String> asked = new ArrayList<>();
                    resource.getInteraction()
                            .forEach(it ->
                                    asked.add("interaction.code " + it.getCode().toCode()));
                    resource.getSearchParam().stream()
                            .filter(it -> !it.getName().startsWith("_"))
                            .forEach(it -> asked.add("searchParam.name " + it.getName()));
                    resource.getOperation().forEach(it -> asked.add("operation.name " + it.getName()));
                    for (String need : asked) {
                        String[] parts = need.split(" ");
                        List<String> has = offered.getList(at + parts[0]);
                        if (has == null || !has.contains(parts[1])) {
                            missing.add(role.getIdElement().getIdPart() + " " + resource.getType() + " " + need);
                        }
                    }
                }
            }
        }
        assertEquals(List.of(), missing);
    }

    @Test
    void every_search_parameter_and_operation_that_is_offered_says_where_it_is_defined() {
        var offered = anybody().get("/metadata").jsonPath();
        List<String> definitions = new ArrayList<>();
        definitions.addAll(offered.getList("rest[0].resource.searchParam.flatten().definition"));
        definitions.addAll(offered.getList("rest[0].resource.operation.flatten().findAll { it }.definition"));
        for (String one : definitions) {
            assertTrue(
                    one.startsWith("http://hl7.org/fhir/SearchParameter/")
                            || PHB.find(SearchParameter.class, one).isPresent()
                            || PHB.find(OperationDefinition.class, one).isPresent(),
                    one);
        }
    }

    @Test
    void the_capability_statement_names_the_operations_of_the_contract_and_no_others() {
        anybody()
                .get("/metadata")
                .then()
                .body(
                        "rest[0].resource.find { it.type == 'ValueSet' }.operation.name",
                        hasItems("expand", "validate-code"))
                .body(
                        "rest[0].resource.find { it.type == 'CodeSystem' }.operation.name",
                        hasItems("lookup", "validate-code"))
                .body("rest[0].resource.find { it.type == 'Questionnaire' }.operation", equalTo(null))
                .body("rest[0].resource.find { it.type == 'AuditEvent' }.operation", equalTo(null));
    }

    private static io.restassured.response.ValidatableResponse expand(String more) {
        return anybody()
                .get("/ValueSet/$expand?url=" + PhbPackage.BASE + "/ValueSet/phb-risk-factor" + more)
                .then()
                .statusCode(200);
    }

    private static void judged(Response answer, boolean result) {
        answer.then().statusCode(200);
        assertEquals(result, answer.jsonPath().getBoolean("parameter.find { it.name == 'result' }.valueBoolean"));
    }

    private static int total(String type, String url, String version) {
        return anybody()
                .get("/" + type + "?url=" + url + "&version=" + version)
                .jsonPath()
                .getInt("total");
    }

    private static RequestSpecification anybody() {
        return SERVER.nobody();
    }
}
