package nl.ooievaar.server.promise;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.ooievaar.server.Referral;
import nl.ooievaar.server.TestServer;
import org.junit.jupiter.api.Test;

/** A record is about one person: what names the persons of two files is refused, so that neither's parties see the other. */
class OnePersonIT {
    private static final TestServer SERVER = TestServer.get();

    private final Referral referral = Referral.ofNewWoman();
    private final Referral.Sent hers = referral.send(SERVER.as("midwife"));
    private final Referral otherReferral = Referral.ofNewWoman();
    private final Referral.Sent others = otherReferral.send(SERVER.as("midwife"));

    @Test
    void a_record_that_names_two_women_is_refused_with_the_place_of_the_second_and_what_is_right() {
        Map<String, String> table = Map.of(
                provenance(hers.of("Observation"), others.of("Observation")), "Provenance.target[1]",
                provenance(hers.of("Patient"), others.of("Patient")), "Provenance.target[1]",
                provenance(others.of("Consent"), others.of("Observation"), hers.of("Task")), "Provenance.target[2]",
                appointment("", hers.of("Patient"), others.of("Patient")), "Appointment.participant[1].actor",
                appointment("", others.of("Patient"), hers.of("RelatedPerson")), "Appointment.participant[1].actor");
        table.forEach((json, place) -> {
            String type = place.substring(0, place.indexOf('.'));
            several(SERVER.as("midwife").body(json).post("/" + type), place)
                    .then()
                    .body("issue[0].details.text", containsString("this " + type))
                    .body("issue[0].details.text", containsString("RelatedPerson in her own file"))
                    .body(not(containsString(referral.bsn())))
                    .body(not(containsString(otherReferral.bsn())));
            several(
                            SERVER.as("midwife")
                                    .header("Accept-Language", "nl")
                                    .body(json)
                                    .post("/" + type),
                            place)
                    .then()
                    .body("issue[0].details.text", containsString("gaat over één persoon, en deze " + type));
        });
    }

    @Test
    void the_parties_of_neither_woman_see_what_was_refused_and_the_refusal_is_on_record() throws SQLException {
        String word = "canary" + UUID.randomUUID();
        String both = provenance(hers.of("Observation"), others.of("Observation"))
                .replace("{\"display\":\"wie\"}", "{\"display\":\"" + word + "\"}");
        several(SERVER.as("midwife").body(both).post("/Provenance"), "Provenance.target[1]");
        for (Referral.Sent sent : List.of(hers, others)) {
            for (var reader : List.of("jgz", "midwife", "outsider").stream()
                    .map(SERVER::as)
                    .toList()) {
                reader.get("/Provenance?target=" + sent.of("Observation"))
                        .then()
                        .statusCode(200)
                        .body("total", equalTo(0));
                reader.get("/" + sent.of("Patient") + "/$everything").then().body(not(containsString(word)));
            }
        }
        SERVER.asPerson(otherReferral.bsn())
                .get("/" + others.of("Patient") + "/$everything")
                .then()
                .statusCode(200)
                .body(not(containsString(word)));
        assertEquals(
                List.of("refused|422|create"),
                SERVER.query("select outcome, status, interaction from audit where basis = 'several-persons'"
                        + " order by seq desc limit 1"));
    }

    @Test
    void in_a_transaction_nothing_is_written_and_in_a_batch_only_the_others() {
        String two = provenance(hers.of("Observation"), others.of("Observation"));
        String fine = provenance(hers.of("Observation"));
        several(
                SERVER.as("midwife").body(bundle("transaction", fine, two)).post(),
                "Bundle.entry[1].resource.target[1]");
        provenances(hers, 0);
        SERVER.as("midwife")
                .body(bundle("batch", two, fine))
                .post()
                .then()
                .statusCode(200)
                .body("entry[0].response.status", containsString("422"))
                .body("entry[0].response.outcome.issue[0].expression[0]", equalTo("Bundle.entry[0].resource.target[1]"))
                .body("entry[1].response.status", containsString("201"));
        provenances(hers, 1);
        provenances(others, 0);
    }

    /** Whichever of them is placed first: what waits for its own Patient is asked too. */
    @Test
    void two_women_who_come_in_one_transaction_are_two_women() {
        String url = "urn:uuid:22222222-0000-4000-8000-00000000000";
        String entries = entry(
                        url + 1,
                        "Patient",
                        LeakRecords.woman(Referral.ofNewWoman().bsn()).toString())
                + ","
                + entry(
                        url + 2,
                        "Patient",
                        LeakRecords.woman(Referral.ofNewWoman().bsn()).toString())
                + "," + entry(url + 3, "Observation", observation("", url + 2))
                + "," + entry(url + 4, "Provenance", provenance(url + 1, url + 3));
        several(SERVER.as("midwife").body(bundle("transaction", entries)).post(), "Bundle.entry[3].resource.target[1]");
        SERVER.as("midwife")
                .body(bundle(
                        "transaction",
                        entries.replace("\"reference\":\"" + url + "1\"", "\"reference\":\"" + url + "2\"")))
                .post()
                .then()
                .statusCode(200);
    }

    @Test
    void an_update_or_a_patch_moves_no_record_to_another_woman_and_adds_none() {
        String note = hers.of("Observation");
        String moved = observation("\"id\":\"" + id(note) + "\",", others.of("Patient"));
        several(change().body(moved).put("/" + note), "Observation.subject");
        several(SERVER.as("midwife").body(moved).put("/Observation?_id=" + id(note)), "Observation.subject");
        String patch =
                "[{\"op\":\"replace\",\"path\":\"/subject/reference\",\"value\":\"" + others.of("Patient") + "\"}]";
        several(
                change().contentType("application/json-patch+json").body(patch).patch("/" + note),
                "Observation.subject");
        several(
                SERVER.as("midwife").body(patchIn("transaction", note, patch)).post(),
                "Bundle.entry[0].resource.subject");
        SERVER.as("midwife")
                .body(patchIn("batch", note, patch))
                .post()
                .then()
                .body("entry[0].response.status", containsString("422"));
        SERVER.as("midwife").get("/" + note).then().body("meta.versionId", equalTo("1"));

        String visit = place(
                SERVER.as("midwife").body(appointment("", hers.of("Patient"))).post("/Appointment"));
        String joined = appointment("\"id\":\"" + id(visit) + "\",", hers.of("Patient"), others.of("Patient"));
        several(change().body(joined).put("/" + visit), "Appointment.participant[1].actor");
        several(
                change().contentType("application/json-patch+json")
                        .body("[{\"op\":\"add\",\"path\":\"/participant/-\",\"value\":{\"actor\":{\"reference\":\""
                                + others.of("Patient") + "\"},\"status\":\"accepted\"}}]")
                        .patch("/" + visit),
                "Appointment.participant[1].actor");
        SERVER.as("midwife").get("/" + visit).then().body("meta.versionId", equalTo("1"));
        for (String party : List.of("jgz", "midwife")) {
            SERVER.as(party)
                    .get("/Observation?subject=" + others.of("Patient"))
                    .then()
                    .body("entry.resource.id", not(hasItem(id(note))));
        }
    }

    @Test
    void a_partner_is_named_by_the_related_person_in_her_file_and_a_visit_of_both_is_hers() {
        String partner = place(SERVER.as("midwife")
                .body(LeakRecords.partner(Referral.ofNewWoman().bsn())
                        .toString()
                        .replace("p-118", UUID.randomUUID().toString()))
                .post("/Patient"));
        several(
                SERVER.as("midwife")
                        .body(appointment("", hers.of("Patient"), partner))
                        .post("/Appointment"),
                "Appointment.participant[1].actor");
        String visit = place(SERVER.as("midwife")
                .body(appointment("", hers.of("Patient"), hers.of("RelatedPerson")))
                .post("/Appointment"));
        SERVER.asPerson(referral.bsn()).get("/" + visit).then().statusCode(200);
    }

    @Test
    void what_lies_in_two_files_about_one_woman_is_named_together() {
        SERVER.as("jgz").get("/" + hers.of("Patient") + "/$everything").then().statusCode(200);
        String own = place(SERVER.as("jgz")
                .body(LeakRecords.woman(referral.bsn()).toString())
                .post("/Patient"));
        String origin = place(SERVER.as("jgz")
                .body(provenance(own, hers.of("ServiceRequest")))
                .post("/Provenance"));
        SERVER.asPerson(referral.bsn()).get("/" + origin).then().statusCode(200);
        SERVER.as("midwife").get("/" + origin).then().statusCode(404);
        place(SERVER.as("midwife")
                .body(provenance(hers.of("Patient"), hers.of("Observation"), hers.of("Consent")))
                .post("/Provenance"));
    }

    /** It judges a message and looks at no file. */
    @Test
    void validation_asks_nothing_about_whose_files_they_are() {
        SERVER.as("midwife")
                .body(provenance(hers.of("Observation"), others.of("Observation")))
                .post("/Provenance/$validate")
                .then()
                .statusCode(200)
                .body(not(containsString("several-persons")));
    }

    private static Response several(Response answer, String place) {
        assertEquals(422, answer.statusCode(), answer::asString);
        answer.then()
                .body("issue[0].details.coding[0].code", equalTo("several-persons"))
                .body("issue[0].expression[0]", equalTo(place));
        return answer;
    }

    private static void provenances(Referral.Sent sent, int many) {
        SERVER.as("midwife")
                .get("/Provenance?target=" + sent.of("Observation"))
                .then()
                .body("total", equalTo(many));
    }

    private static io.restassured.specification.RequestSpecification change() {
        return SERVER.as("midwife").header("If-Match", "W/\"1\"");
    }

    private static String provenance(String... targets) {
        return "{\"resourceType\":\"Provenance\",\"target\":[" + references(targets)
                + "],\"recorded\":\"2026-11-23T10:00:00+01:00\",\"agent\":[{\"who\":{\"display\":\"wie\"}}]}";
    }

    private static String references(String... places) {
        return String.join(
                ",",
                List.of(places).stream()
                        .map(one -> "{\"reference\":\"" + one + "\"}")
                        .toList());
    }

    private static String appointment(String more, String... actors) {
        return "{\"resourceType\":\"Appointment\"," + more + "\"status\":\"proposed\",\"participant\":["
                + String.join(
                        ",",
                        List.of(actors).stream()
                                .map(one -> "{\"actor\":{\"reference\":\"" + one + "\"},\"status\":\"accepted\"}")
                                .toList())
                + "]}";
    }

    private static String observation(String more, String patient) {
        return "{\"resourceType\":\"Observation\"," + more
                + "\"status\":\"final\",\"code\":{\"text\":\"gewicht\"},\"subject\":{\"reference\":\"" + patient
                + "\"}}";
    }

    private static String bundle(String kind, String... provenances) {
        String entries = provenances.length == 1 && provenances[0].startsWith("{\"fullUrl\"")
                ? provenances[0]
                : String.join(
                        ",",
                        List.of(provenances).stream()
                                .map(one -> "{\"resource\":" + one
                                        + ",\"request\":{\"method\":\"POST\",\"url\":\"Provenance\"}}")
                                .toList());
        return "{\"resourceType\":\"Bundle\",\"type\":\"" + kind + "\",\"entry\":[" + entries + "]}";
    }

    private static String entry(String url, String type, String json) {
        return "{\"fullUrl\":\"" + url + "\",\"resource\":" + json + ",\"request\":{\"method\":\"POST\",\"url\":\""
                + type + "\"}}";
    }

    private static String patchIn(String kind, String place, String patch) {
        return "{\"resourceType\":\"Bundle\",\"type\":\"" + kind
                + "\",\"entry\":[{\"resource\":{\"resourceType\":\"Binary\",\"contentType\":\"application/json-patch+json\","
                + "\"data\":\""
                + Base64.getEncoder().encodeToString(patch.getBytes(StandardCharsets.UTF_8))
                + "\"},\"request\":{\"method\":\"PATCH\",\"url\":\"" + place + "\",\"ifMatch\":\"W/\\\"1\\\"\"}}]}";
    }

    private static String place(Response made) {
        assertEquals(201, made.statusCode(), made::asString);
        return made.header("Location").replaceAll("(?:.*/)?([A-Z][A-Za-z]+/[^/]+)/_history/.*", "$1");
    }

    private static String id(String reference) {
        return reference.substring(reference.indexOf('/') + 1);
    }
}
