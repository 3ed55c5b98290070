package nl.ooievaar.server.promise;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.restassured.specification.RequestSpecification;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import nl.ooievaar.server.Referral;
import nl.ooievaar.server.TestServer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Beside the gate stands the scope of the token: the narrower of the two decides. */
class ScopeIT {
    private static final TestServer SERVER = TestServer.get();

    private static Referral referral;
    private static Referral.Sent sent;

    @BeforeAll
    static void refer() {
        referral = Referral.ofNewWoman();
        sent = referral.send(SERVER.as("midwife"));
    }

    @Test
    void a_client_that_asks_for_less_gets_less_and_one_that_asks_for_nothing_is_told_what_it_got() {
        SERVER.askToken("midwife", Map.of("scope", "system/Task.rs"))
                .then()
                .statusCode(200)
                .body("scope", equalTo("system/Task.rs"));
        SERVER.askToken("midwife", Map.of()).then().statusCode(200).body("scope", equalTo("system/*.cruds"));
        scoped("system/Task.rs").get("/Task").then().statusCode(200);
        scoped("system/Task.rs")
                .get("/" + sent.of("Patient"))
                .then()
                .statusCode(403)
                .header("WWW-Authenticate", containsString("insufficient_scope"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"patient/*.rs", "user/*.rs", "system/Task.rs?code=x", "system/Task.sr", "openid", "system/Task"})
    void a_scope_that_is_not_registered_is_not_given(String scope) {
        SERVER.askToken("midwife", Map.of("scope", scope))
                .then()
                .statusCode(400)
                .body("error", equalTo("invalid_scope"));
        SERVER.askToken("municipality", Map.of("scope", "system/Task.cud"))
                .then()
                .statusCode(400);
    }

    @Test
    void a_scope_that_is_narrowed_by_a_query_is_not_widened() {
        String token = SERVER.signed(claims -> claims.subject("midwife")
                .claim("organization_system", "http://fhir.nl/fhir/NamingSystem/ura")
                .claim("organization_value", "90000101")
                .claim("service", "90000101-verloskunde")
                .claim("role", "03.000")
                .claim("scope", "system/Task.rs?code=x"));
        SERVER.with(token).get("/Task").then().statusCode(403);
    }

    @Test
    void an_include_leaves_out_what_no_scope_covers() {
        scoped("system/Task.rs")
                .get("/Task?_id=" + id("Task") + "&_include=Task:patient&_include=Task:focus")
                .then()
                .statusCode(200)
                .body("entry.resource.resourceType", everyItem(is("Task")));
        scoped("system/Task.rs system/Patient.r")
                .get("/Task?_id=" + id("Task") + "&_include=Task:patient&_include=Task:focus")
                .then()
                .body("entry.resource.resourceType", hasItem("Patient"))
                .body("entry.resource.resourceType", not(hasItem("ServiceRequest")));
    }

    @ParameterizedTest
    @CsvSource({
        "ServiceRequest?subject:Patient.family=Morales, system/ServiceRequest.rs, 403",
        "ServiceRequest?subject:Patient.family=Morales, system/ServiceRequest.rs system/Patient.r, 403",
        "ServiceRequest?subject:Patient.family=Morales, system/ServiceRequest.rs system/Patient.s, 200",
        "ServiceRequest?subject.family=Morales, system/ServiceRequest.rs, 403",
        "ServiceRequest?_revinclude=Task:focus, system/ServiceRequest.rs, 403",
        "ServiceRequest?_revinclude=Task:focus, system/ServiceRequest.rs system/Task.rs, 200",
        "Task?_include=Task:patient:Patient, system/Task.rs, 403",
        "Task?_include=Task:patient:Patient, system/Task.rs system/Patient.r, 200",
        "Task, system/Task.r, 403",
        "Task/TASK, system/Task.s, 403",
        "Task/TASK/_history, system/Task.s, 403",
    })
    void a_type_is_reached_only_where_a_scope_covers_it(String asked, String scope, int status) {
        scoped(scope).get("/" + asked.replace("TASK", id("Task"))).then().statusCode(status);
    }

    @Test
    void everything_about_her_is_everything_the_scope_covers() {
        scoped("system/Patient.r system/Task.r")
                .get("/" + sent.of("Patient") + "/$everything")
                .then()
                .statusCode(200)
                .body("total", greaterThan(1))
                .body("entry.resource.resourceType.unique().sort()", equalTo(List.of("Patient", "Task")));
    }

    @Test
    void a_page_link_of_a_wider_token_opens_no_more_to_a_narrower_one() {
        Referral.ofNewWoman().send(SERVER.as("midwife"));
        String next = next(SERVER.as("midwife"), "/Task?_count=1&_include=Task:patient:Patient");
        scoped("system/Task.rs").get(next).then().statusCode(403);
        scoped("system/Task.rs system/Patient.r").get(next).then().statusCode(200);
        String patients = next(SERVER.as("midwife"), "/Patient?_count=1").replace("/Patient?", "/Task?");
        scoped("system/Task.rs").get(patients).then().statusCode(404);
    }

    @Test
    void a_condition_is_a_search_and_needs_its_scope() throws SQLException {
        String body = "{\"resourceType\":\"RelatedPerson\",\"patient\":{\"reference\":\"" + sent.of("Patient") + "\"}}";
        scoped("system/RelatedPerson.c")
                .header("If-None-Exist", "patient=" + sent.of("Patient"))
                .body(body)
                .post("/RelatedPerson")
                .then()
                .statusCode(403);
        String conditional = "{\"resourceType\":\"Bundle\",\"type\":\"transaction\",\"entry\":[{\"resource\":"
                + "{\"resourceType\":\"Observation\",\"status\":\"final\",\"code\":{\"text\":\"gewicht\"},"
                + "\"subject\":{\"reference\":\"Patient?identifier=http://fhir.nl/fhir/NamingSystem/bsn|"
                + referral.bsn() + "\"}},\"request\":{\"method\":\"POST\",\"url\":\"Observation\"}}]}";
        long before = SERVER.query("select id from version").size();
        scoped("system/Observation.c").body(conditional).post().then().statusCode(403);
        assertEquals(before, SERVER.query("select id from version").size());
        scoped("system/Observation.c system/Patient.s")
                .body(conditional)
                .post()
                .then()
                .statusCode(200);
    }

    @Test
    void a_transaction_needs_a_scope_for_each_of_its_entries() throws SQLException {
        long before = SERVER.query("select id from version").size();
        scoped("system/Patient.cruds system/Task.cruds")
                .body(Referral.ofNewWoman().json())
                .post()
                .then()
                .statusCode(403);
        assertEquals(before, SERVER.query("select id from version").size());
    }

    @Test
    void who_may_only_write_is_not_shown_what_a_patch_leaves() {
        String patch = "[{\"op\":\"test\",\"path\":\"/resourceType\",\"value\":\"Observation\"}]";
        String observation = sent.of("Observation");
        for (String scope : List.of("system/Observation.u", "system/Observation.ru")) {
            String etag = SERVER.as("midwife").get("/" + observation).header("ETag");
            scoped(scope)
                    .contentType("application/json-patch+json")
                    .header("If-Match", etag)
                    .body(patch)
                    .patch("/" + observation)
                    .then()
                    .statusCode(200)
                    .body(scope.endsWith(".u") ? equalTo("") : containsString("Observation"));
        }
    }

    @Test
    void a_refusal_for_its_scope_is_on_record() throws SQLException {
        String before = refusals();
        scoped("system/Task.rs")
                .get("/Task?patient:Patient.family=Morales")
                .then()
                .statusCode(403);
        assertEquals(Long.parseLong(before) + 1, Long.parseLong(refusals()));
    }

    @Test
    void a_person_reads_only_what_her_app_asked_for() {
        SERVER.asPerson(referral.bsn(), "patient/Task.rs")
                .get("/Task")
                .then()
                .statusCode(200)
                .body("entry", not(empty()));
        SERVER.asPerson(referral.bsn(), "patient/Task.rs")
                .get("/" + sent.of("Patient"))
                .then()
                .statusCode(403);
        SERVER.asPerson(referral.bsn(), "system/*.rs").get("/Task").then().statusCode(403);
    }

    private static String refusals() throws SQLException {
        return SERVER.query(
                        "select count(*) from audit where outcome = 'refused' and status = 403 and client = 'midwife'")
                .get(0);
    }

    private static String next(RequestSpecification as, String search) {
        return as.get(search).jsonPath().getString("link.find { it.relation == 'next' }.url");
    }

    private static RequestSpecification scoped(String scope) {
        return SERVER.with(SERVER.tokenOf("midwife", Map.of("scope", scope)));
    }

    private static String id(String type) {
        return sent.of(type).substring(type.length() + 1);
    }
}
