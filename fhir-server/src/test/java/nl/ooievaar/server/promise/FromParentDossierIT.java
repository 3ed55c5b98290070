package nl.ooievaar.server.promise;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.ooievaar.server.Referral;
import nl.ooievaar.server.TestServer;
import nl.ooievaar.server.Work;
import org.junit.jupiter.api.Test;

/** A parent dossier into the file of who sends it. */
class FromParentDossierIT {
    private static final TestServer SERVER = TestServer.get();
    private static final String OUTCOMES =
            "parameter.findAll { it.name == 'resource' }.part.flatten().findAll { it.name == 'outcome' }.valueCode";
    private static final String REFERENCES =
            "parameter.findAll { it.name == 'resource' }.part.flatten().findAll { it.name == 'reference' }.valueReference.reference";

    private final Referral referral = Referral.ofNewWoman();
    private final Work work = Work.accepted(SERVER, referral.send(SERVER.as("midwife")));

    @Test
    void her_dossier_back_where_it_came_from_changes_nothing() {
        work.write("findings", it -> {});
        Response answer = send("jgz", dossier());
        assertEquals(Set.of("unchanged"), new HashSet<>(answer.<List<String>>path(OUTCOMES)));
        assertTrue(answer.<List<String>>path(REFERENCES).contains(work.patient()));
    }

    @Test
    void from_elsewhere_it_is_made_once_brought_up_to_date_and_opens_to_nobody() {
        work.write("findings", it -> {});
        String elsewhere = elsewhere();
        Response first = send("jgz", elsewhere);
        assertEquals(Set.of("created"), new HashSet<>(first.<List<String>>path(OUTCOMES)), first.asString());
        List<String> made = first.path(REFERENCES);
        Response again = send("jgz", elsewhere);
        assertEquals(Set.of("unchanged"), new HashSet<>(again.<List<String>>path(OUTCOMES)), again.asString());
        assertEquals(Set.copyOf(made), Set.copyOf(again.<List<String>>path(REFERENCES)));

        assertTrue(elsewhere.contains("\"given\" : ["), elsewhere);
        Response newer = send("jgz", elsewhere.replaceFirst("\"given\" : \\[ \"[^\"]*\"", "\"given\" : [ \"Nieuw\""));
        assertTrue(newer.<List<String>>path(OUTCOMES).contains("updated"), newer.asString());
        assertFalse(newer.<List<String>>path(OUTCOMES).contains("created"), newer.asString());
        String patient = made.stream()
                .filter(it -> it.startsWith("Patient/"))
                .findFirst()
                .orElseThrow();
        SERVER.as("jgz").get("/" + patient + "/_history").then().body("entry.size()", equalTo(2));
        SERVER.as("jgz")
                .get("/Provenance?target=" + made.get(made.size() - 1))
                .then()
                .body(
                        "entry[0].resource.entity[0].what.identifier.system",
                        equalTo("http://ooievaar.example/fhir/NamingSystem/source-sha-256"));
        for (String other : List.of("midwife", "outsider", "veilig-thuis")) {
            made.forEach(one -> SERVER.as(other).get("/" + one).then().statusCode(404));
        }
    }

    @Test
    void a_preview_writes_nothing_and_what_is_no_dossier_is_refused_without_its_words() {
        String elsewhere = elsewhere();
        Response preview = post("jgz", elsewhere, ",{\"name\":\"preview\",\"valueBoolean\":true}");
        preview.then().statusCode(200).body("parameter[0].resource.type", equalTo("transaction"));
        assertEquals(
                Set.of("created"),
                new HashSet<>(send("jgz", elsewhere).<List<String>>path(OUTCOMES)),
                "nothing was there");
        for (String body :
                List.of("geen " + referral.bsn(), "[\"" + referral.bsn() + "\"]", "<a>" + referral.bsn() + "</a>")) {
            Response refused = post("jgz", body, "");
            refused.then().statusCode(422).body("issue[0].details.coding[0].code", equalTo("record-unreadable"));
            assertFalse(refused.asString().contains(referral.bsn()));
        }
        post("jgz", "{\"version\":\"0.1.0\"}", "")
                .then()
                .statusCode(422)
                .body("issue[0].details.coding[0].code", equalTo("dossier-without-key"));
        post("jgz", elsewhere().replace("\"0.1.0\"", "\"9\""), ",{\"name\":\"strict\",\"valueBoolean\":true}")
                .then()
                .statusCode(422)
                .body("issue[0].details.coding[0].code", equalTo("record-strict"));
    }

    private String dossier() {
        String data = SERVER.as("jgz")
                .get("/" + work.patient() + "/$to-parent-dossier")
                .path("parameter.find { it.name == 'dossier' }.valueAttachment.data");
        return new String(Base64.getDecoder().decode(data), StandardCharsets.UTF_8);
    }

    /** The same of another woman, as a system that knows nothing of this server has it. */
    private String elsewhere() {
        String dossier = dossier().replace(referral.bsn(), Referral.ofNewWoman().bsn());
        Set<String> ids = new HashSet<>();
        var found = java.util.regex.Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
                .matcher(dossier);
        while (found.find()) {
            ids.add(found.group());
        }
        for (String id : ids) {
            dossier = dossier.replace(id, UUID.randomUUID().toString());
        }
        return dossier;
    }

    private static Response send(String who, String dossier) {
        Response answer = post(who, dossier, "");
        assertEquals(200, answer.statusCode(), answer.asString());
        return answer;
    }

    private static Response post(String who, String dossier, String more) {
        String base64 = Base64.getEncoder().encodeToString(dossier.getBytes(StandardCharsets.UTF_8));
        return SERVER.as(who)
                .body("{\"resourceType\":\"Parameters\",\"parameter\":[{\"name\":\"dossier\",\"valueBase64Binary\":\""
                        + base64 + "\"}" + more + "]}")
                .post("/$from-parent-dossier");
    }
}
