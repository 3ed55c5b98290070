package nl.ooievaar.server.promise;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.oneOf;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import nl.ooievaar.server.Loop;
import nl.ooievaar.server.Referral;
import nl.ooievaar.server.TestServer;
import org.junit.jupiter.api.Test;

/** A referral that is asked for with a record: real with her consent, else a proposal that only its author sees. */
class BridgeReferralIT {
    private static final TestServer SERVER = TestServer.get();
    private static final String HER = "urn:uuid:00000000-0000-4000-8000-000000000000";
    private static final String CONSENT = "urn:uuid:00000000-0000-4000-8000-000000000001";
    private static final String ROLE = "PractitionerRole?identifier=http://midwife.example/id/role|jdw";

    private final Referral example = Referral.ofNewWoman();
    private final String bsn = example.bsn();
    private final String dossier = "D-" + UUID.randomUUID();

    @Test
    void with_her_consent_it_reaches_the_desk_with_what_the_record_gives_as_reason_and_nothing_more() {
        role();
        ValidatableResponse answer = send(asked(true));
        String referral = one(answer, "ServiceRequest");
        String task = one(answer, "Task");
        assertEquals("", told(answer));

        SERVER.as("jgz")
                .get("/" + referral)
                .then()
                .statusCode(200)
                .body("status", equalTo("active"))
                .body("intent", equalTo("order"))
                .body("meta.profile", equalTo(List.of(profile("phb-referral"))))
                .body("reasonReference", hasSize(1))
                .body("reasonReference[0].reference", startsWith("Observation/"))
                .body("note[0].text", equalTo("Wil het huisbezoek graag."));
        SERVER.as("jgz").get("/" + task).then().statusCode(200).body("status", equalTo("requested"));
        String reason = SERVER.as("jgz").get("/" + referral).path("reasonReference[0].reference");
        SERVER.as("jgz")
                .get("/" + reason)
                .then()
                .statusCode(200)
                .body("valueCodeableConcept.coding[0].code", equalTo("smoking"));
        SERVER.as("jgz")
                .get("/Observation?subject=" + one(answer, "Patient") + "&_count=50")
                .then()
                .body("entry.resource.code.coding.flatten().code", hasItems("risk-factor", "161714006"))
                .body("total", equalTo(2));
        SERVER.as("outsider").get("/" + referral).then().statusCode(404);

        accept(referral, task);
    }

    @Test
    void asked_again_with_the_same_record_there_is_one_referral_and_one_consent() {
        role();
        ValidatableResponse first = send(asked(true));
        String referral = one(first, "ServiceRequest");
        int consents = total("Consent?patient=" + one(first, "Patient"));
        for (boolean agreed : List.of(true, false)) {
            send(asked(agreed))
                    .body(
                            "parameter.findAll { it.name == 'resource' }.part.flatten().findAll { it.name == 'outcome' }.valueCode",
                            everyItem(equalTo("unchanged")));
            SERVER.as("jgz")
                    .get("/" + referral)
                    .then()
                    .body("meta.versionId", equalTo("1"))
                    .body("status", equalTo("active"));
        }
        assertEquals(1, total("ServiceRequest?subject=" + one(first, "Patient")));
        assertEquals(1, total("Task?focus=" + referral));
        assertEquals(consents, total("Consent?patient=" + one(first, "Patient")));
    }

    @Test
    void without_a_consent_it_is_a_proposal_that_only_its_author_sees_and_none_is_made() {
        role();
        ValidatableResponse answer = send(asked(false));
        String proposal = one(answer, "ServiceRequest");
        String her = one(answer, "Patient");
        assertEquals(List.of(), all(answer, "Task"));
        assertEquals(0, total("Consent?patient=" + her));
        assertEquals(0, total("Task?focus=" + proposal));
        SERVER.as("midwife")
                .get("/" + proposal)
                .then()
                .statusCode(200)
                .body("status", equalTo("draft"))
                .body("intent", equalTo("proposal"))
                .body("meta.profile", equalTo(List.of(profile("phb-referral-proposal"))))
                .body("reasonReference", hasSize(1));
        assertEquals(1, total("ServiceRequest?subject=" + her));
        hidden(proposal, her);

        // Her consent to the referral of another number opens it no more than none does.
        Loop.again(example).send(SERVER.as("midwife"));
        hidden(proposal, her);
    }

    private void hidden(String proposal, String her) {
        for (String other : List.of("jgz", "ward", "maternity", "outsider", "veilig-thuis")) {
            SERVER.as(other).get("/" + proposal).then().statusCode(404);
            SERVER.as(other).get("/" + proposal + "/_history").then().statusCode(404);
            SERVER.as(other).get("/" + proposal + "/_history/1").then().statusCode(404);
            SERVER.as(other).get("/ServiceRequest?_id=" + id(proposal)).then().body("total", equalTo(0));
            SERVER.as(other).get("/" + her + "/$everything").then().body(not(containsString(id(proposal))));
        }
        SERVER.asPerson(bsn)
                .get("/AuditEvent?patient=" + her + "&_count=100")
                .then()
                .statusCode(200)
                .body(not(containsString(id(proposal))));
        SERVER.asPerson(bsn).get("/" + proposal).then().statusCode(404);
        SERVER.asPerson(bsn).get("/" + proposal + "/_history/1").then().statusCode(404);
        SERVER.asPerson(bsn).get("/ServiceRequest?_id=" + id(proposal)).then().body("total", equalTo(0));
        SERVER.asPerson(bsn)
                .get("/" + her + "/$everything")
                .then()
                .statusCode(200)
                .body(not(containsString(id(proposal))));
    }

    @Test
    void the_same_proposal_asked_twice_is_one_and_a_newer_one_keeps_what_was() {
        role();
        String proposal = one(send(asked(false)), "ServiceRequest");
        send(asked(false))
                .body(
                        "parameter.findAll { it.name == 'resource' }.part.flatten().findAll { it.name == 'outcome' }.valueCode",
                        everyItem(equalTo("unchanged")));
        ObjectNode newer = asked(false);
        referral(newer, r -> ((ObjectNode) r.at("/note/0")).put("text", "Vraagt om bedenktijd."));
        assertEquals(proposal, one(send(newer), "ServiceRequest"));
        SERVER.as("midwife")
                .get("/" + proposal)
                .then()
                .body("meta.versionId", equalTo("2"))
                .body("note[0].text", equalTo("Vraagt om bedenktijd."));
        SERVER.as("midwife").get("/" + proposal + "/_history/1").then().statusCode(200);
    }

    @Test
    void asked_again_with_her_consent_the_proposal_becomes_the_referral_and_what_was_proposed_stays_her_authors() {
        role();
        String proposal = one(send(asked(false)), "ServiceRequest");
        ValidatableResponse answer = send(asked(true));
        assertEquals(proposal, one(answer, "ServiceRequest"));
        SERVER.as("jgz")
                .get("/" + proposal)
                .then()
                .statusCode(200)
                .body("status", equalTo("active"))
                .body("meta.versionId", equalTo("2"));
        SERVER.as("jgz").get("/" + proposal + "/_history/1").then().statusCode(404);
        SERVER.asPerson(bsn).get("/" + proposal + "/_history/1").then().statusCode(404);
        SERVER.as("midwife").get("/" + proposal + "/_history/1").then().statusCode(200);
        accept(proposal, one(answer, "Task"));
    }

    @Test
    void a_proposal_sent_as_the_referral_meets_the_same_rules_and_one_that_was_sent_is_none_again() {
        role();
        String proposal = one(send(asked(false)), "ServiceRequest");
        ObjectNode active = (ObjectNode)
                Referral.read(SERVER.as("midwife").get("/" + proposal).asString());
        ((ObjectNode) active.get("meta")).putArray("profile").add(profile("phb-referral"));
        active.put("status", "active").put("intent", "order");
        put(proposal, active).statusCode(422).body(code(), equalTo("referral-without-consent"));
        SERVER.as("midwife").get("/" + proposal).then().body("meta.versionId", equalTo("1"));

        send(asked(true));
        ObjectNode again = (ObjectNode)
                Referral.read(SERVER.as("midwife").get("/" + proposal).asString());
        ((ObjectNode) again.get("meta")).putArray("profile").add(profile("phb-referral-proposal"));
        again.put("status", "draft").put("intent", "proposal");
        put(proposal, again).statusCode(409).body(code(), equalTo("referral-sent"));
        SERVER.as("jgz").get("/" + proposal).then().statusCode(200).body("status", equalTo("active"));
    }

    @Test
    void a_proposal_has_no_task() {
        role();
        ValidatableResponse answer = send(asked(false));
        String proposal = one(answer, "ServiceRequest");
        ObjectNode task = (ObjectNode) entry(example.bundle(), "Task");
        ((ObjectNode) task.get("focus")).put("reference", proposal);
        ((ObjectNode) task.get("for")).put("reference", one(answer, "Patient"));
        ((ObjectNode) task.get("requester")).put("reference", ROLE);
        for (String language : List.of("nl", "en")) {
            SERVER.as("midwife")
                    .header("Accept-Language", language)
                    .body(task.toString())
                    .post("/Task")
                    .then()
                    .statusCode(422)
                    .body(code(), equalTo("task-of-proposal"))
                    .body("issue[0].expression", equalTo(List.of("Task.focus")))
                    .body(
                            "issue[0].details.text",
                            containsString(language.equals("nl") ? "Een voorstel" : "A proposal"));
        }
        assertEquals(0, total("Task?focus=" + proposal));
    }

    @Test
    void what_a_referral_is_refused_for_refuses_it_here_and_nothing_is_written() {
        role();
        refused(asked(true), p -> p.removeIf(one -> name(one).equals("provenance")), "consent-needs-provenance");
        refused(asked(true), p -> consent(p, c -> c.put("status", "inactive")), "referral-without-consent");
        refused(
                asked(true),
                p -> consent(p, c -> ((ObjectNode) c.at("/provision/purpose/0")).put("code", "advertising")),
                "");
        Referral other = Referral.ofNewWoman();
        String another = other.send(SERVER.as("midwife")).of("Patient");
        refused(
                asked(true),
                p -> consent(p, c -> {
                    ((ObjectNode) c.get("patient")).put("reference", another);
                    ((ObjectNode) c.at("/performer/0")).put("reference", another);
                }),
                "");
        ObjectNode contact = asked(true);
        referral(contact, r -> ((ObjectNode) r.at("/category/0/coding/0")).put("code", "contact-details"));
        refused(contact, p -> {}, "");
    }

    @Test
    void a_consent_on_record_already_is_named_and_makes_it_real() {
        role();
        String known = Loop.again(example).send(SERVER.as("midwife")).of("Consent");
        ObjectNode asked = asked(false);
        referral(asked, r -> {
            ((ObjectNode) r.at("/identifier/0")).put("value", "ref-" + UUID.randomUUID());
            r.putArray("supportingInfo").addObject().put("reference", known);
        });
        ValidatableResponse answer = send(asked);
        SERVER.as("jgz")
                .get("/" + one(answer, "ServiceRequest"))
                .then()
                .statusCode(200)
                .body("status", equalTo("active"));
        accept(one(answer, "ServiceRequest"), one(answer, "Task"));
    }

    @Test
    void a_consent_that_opens_nothing_to_the_desk_is_told_as_of_any_referral() {
        role();
        ObjectNode asked = asked(true);
        consent(parameters(asked), c -> {
            ((ObjectNode) c.at("/provision/purpose/0")).put("code", "birth-care-data");
        });
        ValidatableResponse answer = send(asked);
        assertTrue(told(answer).contains("toestemming"), told(answer));
        SERVER.as("jgz").get("/" + one(answer, "ServiceRequest")).then().statusCode(404);
        SERVER.as("jgz").get("/" + one(answer, "Task")).then().statusCode(404);
    }

    @Test
    void the_number_of_a_proposal_is_of_one_woman_and_closed_as_an_error_it_stays_hidden() {
        role();
        ValidatableResponse answer = send(asked(false));
        String proposal = one(answer, "ServiceRequest");
        ObjectNode other = new BridgeReferralIT().asked(false);
        referral(other, r -> ((ObjectNode) r.at("/identifier/0")).put("value", example.identifier()));
        Response refused = post(other);
        assertEquals("duplicate-referral", refused.path(code()), refused.asString());
        SERVER.as("midwife")
                .body("{\"resourceType\":\"Parameters\"}")
                .post("/" + proposal + "/$entered-in-error")
                .then()
                .statusCode(200);
        hidden(proposal, one(answer, "Patient"));
    }

    @Test
    void consents_without_a_referral_and_what_is_no_referral_are_refused() {
        role();
        refused(asked(true), p -> p.removeIf(one -> name(one).equals("referral")), "undeclared-parameter");
        refused(
                asked(true),
                p -> p.forEach(one -> {
                    if (name(one).equals("referral")) {
                        ((ObjectNode) one).set("resource", Referral.read("{\"resourceType\":\"Patient\"}"));
                    }
                }),
                "parameter-value");
        ObjectNode unnumbered = asked(false);
        referral(unnumbered, r -> r.remove("identifier"));
        refused(unnumbered, p -> {}, "");
    }

    @Test
    void a_preview_shows_it_and_writes_nothing() {
        role();
        ObjectNode asked = asked(true);
        parameters(asked).addObject().put("name", "preview").put("valueBoolean", true);
        post(asked)
                .then()
                .statusCode(200)
                .body(
                        "parameter.find { it.name == 'transaction' }.resource.entry.resource.resourceType",
                        hasItems("ServiceRequest", "Task", "Consent"));
        nothing();
    }

    private void refused(ObjectNode asked, Consumer<ArrayNode> change, String reason) {
        change.accept(parameters(asked));
        Response refused = post(asked);
        assertTrue(List.of(400, 409, 422).contains(refused.statusCode()), refused.asString());
        if (!reason.isEmpty()) {
            assertEquals(reason, refused.path("issue[0].details.coding[0].code"), refused.asString());
        }
        assertFalse(refused.asString().contains(bsn));
        nothing();
    }

    private void nothing() {
        SERVER.as("midwife")
                .contentType("application/x-www-form-urlencoded")
                .formParam("identifier", "http://fhir.nl/fhir/NamingSystem/bsn|" + bsn)
                .post("/Patient/_search")
                .then()
                .body("total", equalTo(0));
    }

    private ValidatableResponse put(String reference, ObjectNode json) {
        return SERVER.as("midwife")
                .header("If-Match", SERVER.as("midwife").get("/" + reference).header("ETag"))
                .body(json.toString())
                .put("/" + reference)
                .then();
    }

    /** The record, the referral of the example without what the record tells, and with her consent when she gave it. */
    private ObjectNode asked(boolean agreed) {
        ObjectNode asked = (ObjectNode) Referral.read("{\"resourceType\":\"Parameters\",\"parameter\":[]}");
        parameters(asked)
                .addObject()
                .put("name", "record")
                .put("valueBase64Binary", Base64.getEncoder().encodeToString(card().getBytes(StandardCharsets.UTF_8)));
        ObjectNode referral = entry(example.bundle(), "ServiceRequest").deepCopy();
        referral.remove(List.of("reasonReference", "supportingInfo"));
        ((ObjectNode) referral.get("subject")).put("reference", HER);
        ((ObjectNode) referral.get("requester")).put("reference", ROLE);
        ((ObjectNode) referral.at("/note/0")).put("text", "Wil het huisbezoek graag.");
        parameters(asked).addObject().put("name", "referral").set("resource", referral);
        if (agreed) {
            ObjectNode consent = entry(example.bundle(), "Consent").deepCopy();
            ((ObjectNode) consent.get("patient")).put("reference", HER);
            ((ObjectNode) consent.at("/performer/0")).put("reference", HER);
            parameters(asked).addObject().put("name", "consent").set("resource", consent);
            ObjectNode origin = entry(example.bundle(), "Provenance").deepCopy();
            origin.putArray("target").addObject().put("reference", CONSENT);
            ((ObjectNode) origin.at("/agent/0/who")).put("reference", ROLE);
            parameters(asked).addObject().put("name", "provenance").set("resource", origin);
        }
        return asked;
    }

    private static void accept(String referral, String task) {
        SERVER.as("jgz")
                .header("If-Match", "W/\"1\"")
                .contentType("application/json-patch+json")
                .body("[{\"op\":\"replace\",\"path\":\"/status\",\"value\":\"accepted\"}]")
                .patch("/" + task)
                .then()
                .statusCode(200);
        SERVER.as("jgz").get("/Task?based-on=" + referral).then().body("total", equalTo(1));
    }

    private static void role() {
        SERVER.as("midwife")
                .header("If-None-Exist", "identifier=http://midwife.example/id/role|jdw")
                .body(entry(Referral.ofNewWoman().bundle(), "PractitionerRole").toString())
                .post("/PractitionerRole")
                .then()
                .statusCode(oneOf(200, 201));
    }

    private static JsonNode entry(JsonNode bundle, String type) {
        for (JsonNode one : bundle.get("entry")) {
            if (one.at("/resource/resourceType").asText().equals(type)) {
                return one.get("resource");
            }
        }
        throw new IllegalArgumentException(type);
    }

    private static void referral(ObjectNode asked, Consumer<ObjectNode> change) {
        parameters(asked).forEach(one -> {
            if (name(one).equals("referral")) {
                change.accept((ObjectNode) one.get("resource"));
            }
        });
    }

    private static void consent(ArrayNode parameters, Consumer<ObjectNode> change) {
        parameters.forEach(one -> {
            if (name(one).equals("consent")) {
                change.accept((ObjectNode) one.get("resource"));
            }
        });
    }

    private static String name(JsonNode parameter) {
        return parameter.path("name").asText();
    }

    private static ArrayNode parameters(ObjectNode asked) {
        return (ArrayNode) asked.get("parameter");
    }

    private static String profile(String id) {
        return "http://ooievaar.example/fhir/StructureDefinition/" + id;
    }

    private static String code() {
        return "issue[0].details.coding[0].code";
    }

    private static String id(String reference) {
        return reference.substring(reference.indexOf('/') + 1);
    }

    private static int total(String search) {
        return SERVER.as("midwife")
                .get("/" + search)
                .then()
                .statusCode(200)
                .extract()
                .path("total");
    }

    private static String told(ValidatableResponse answer) {
        List<String> told = answer.extract()
                .path("parameter.findAll { it.name == 'outcome' }.resource.issue.flatten().details.text");
        return String.join(" ", told);
    }

    private static List<String> all(ValidatableResponse answer, String type) {
        List<String> found = answer.extract()
                .path(
                        "parameter.findAll { it.name == 'resource' }.part.flatten().findAll { it.name == 'reference' }.valueReference.reference");
        return found.stream().filter(it -> it.startsWith(type + "/")).toList();
    }

    private static String one(ValidatableResponse answer, String type) {
        List<String> all = all(answer, type);
        assertEquals(1, all.size(), type);
        return all.get(0);
    }

    private static ValidatableResponse send(ObjectNode asked) {
        Response answer = post(asked);
        assertEquals(200, answer.statusCode(), answer.asString());
        return answer.then();
    }

    private static Response post(ObjectNode asked) {
        return SERVER.as("midwife")
                .header("Accept-Language", "nl")
                .body(asked.toString())
                .post("/$from-birth-care");
    }

    private String card() {
        String concept = "conceptId=\"2.16.840.1.113883.2.4.3.11.60.90.77.2.6.";
        return "<adaxml><data><verloskundig_dossier><vrouw " + concept + "2\"><burgerservicenummer " + concept
                + "10030\" root=\"2.16.840.1.113883.2.4.6.3\" value=\"" + bsn + "\"/><geboortedatum " + concept
                + "10040\" value=\"2001-03-04\"/></vrouw><zwangerschap " + concept + "3\"><dossiernummer " + concept
                + "84211\" root=\"2.16.840.1.113883.2.4.3.11.999.77.2\" value=\"" + dossier + "\"/><graviditeit "
                + concept
                + "20010\" value=\"2\"/><a_terme_datum_groep " + concept + "20029\"><a_terme_datum " + concept
                + "20030\" value=\"2027-03-14\"/></a_terme_datum_groep><prenatale_controle " + concept
                + "80732\"><datum_controle " + concept + "80737\" value=\"2026-11-02\"/><zwangerschapsduur " + concept
                + "80738\" value=\"79\" unit=\"d\"/><rookgedrag " + concept
                + "80810\" value=\"2\" code=\"2\" codeSystem=\"2.16.840.1.113883.2.4.4.13.58\"/></prenatale_controle></zwangerschap></verloskundig_dossier></data></adaxml>";
    }
}
