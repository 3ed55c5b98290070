package nl.ooievaar.server.journey;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import nl.ooievaar.server.Loop;
import nl.ooievaar.server.Referral;
import nl.ooievaar.server.TestServer;
import nl.ooievaar.server.Work;
import org.junit.jupiter.api.Test;

/** Two vendors who type nothing again: a pregnancy card comes in, the parent dossier goes out, and word comes back. */
class BridgeStoryIT {
    private static final TestServer SERVER = TestServer.get();

    private final Referral referral = Referral.ofNewWoman();

    /** What there is of her so far: at every step a stranger tries all of it. */
    private final List<String> records = new ArrayList<>();

    @Test
    void a_card_in_a_referral_accepted_findings_the_dossier_out_and_feedback_back() {
        List<String> fromCard = SERVER.as("midwife")
                .body(parameters("record", card()))
                .post("/$from-birth-care")
                .then()
                .statusCode(200)
                .extract()
                .path(
                        "parameter.findAll { it.name == 'resource' }.part.flatten().findAll { it.name == 'reference' }.valueReference.reference");
        String woman = fromCard.stream()
                .filter(it -> it.startsWith("Patient/"))
                .findFirst()
                .orElseThrow();
        records.addAll(fromCard);
        strangersGetNothing();
        SERVER.as("jgz").get("/" + woman + "/$to-parent-dossier").then().statusCode(404);

        Referral.Sent sent = Loop.again(referral).send(SERVER.as("midwife"));
        assertTrue(sent.all("Patient").contains(woman), "the woman of the card, and no second one");
        records.add(sent.of("ServiceRequest"));
        records.add(sent.of("Task"));
        strangersGetNothing();

        Work work = Work.accepted(SERVER, sent);
        String findings = work.write("findings", it -> {});
        String plan = work.plan(it -> {});
        records.addAll(List.of(work.patient(), work.task(), findings, plan));
        strangersGetNothing();

        JsonNode dossier = Referral.read(dossier("jgz", work.patient()));
        assertEquals(work.patient(), dossier.at("/person/reference").asText());
        assertEquals(findings, dossier.at("/findings/0/reference").asText());
        assertEquals(plan, dossier.at("/plans/0/reference").asText());
        assertEquals(
                sent.of("ServiceRequest"), dossier.at("/referrals/0/reference").asText());
        fromCard.stream()
                .filter(it -> !it.equals(woman))
                .forEach(one -> assertFalse(
                        dossier.toString().contains(one), "of the card she agreed to nothing beyond the referral"));
        assertFalse(dossier("midwife", woman).contains(findings), "what the desk found stays at the desk");

        work.complete();
        String feedback = "Communication/"
                + SERVER.as("midwife")
                        .get("/Communication?based-on=" + sent.of("ServiceRequest"))
                        .then()
                        .body("total", equalTo(1))
                        .extract()
                        .path("entry[0].resource.id");
        records.add(feedback);
        SERVER.as("midwife")
                .get("/" + feedback + "/$document")
                .then()
                .statusCode(200)
                .body(containsString("document"));
        strangersGetNothing();
    }

    private void strangersGetNothing() {
        for (String stranger : List.of("outsider", "veilig-thuis")) {
            for (String one : records) {
                SERVER.as(stranger).get("/" + one).then().statusCode(404);
                if (one.startsWith("Patient/")) {
                    for (String operation : List.of("$to-parent-dossier", "$to-child-dossier", "$everything")) {
                        SERVER.as(stranger)
                                .get("/" + one + "/" + operation)
                                .then()
                                .statusCode(404);
                    }
                }
            }
        }
    }

    private static String dossier(String who, String patient) {
        String data = SERVER.as(who)
                .get("/" + patient + "/$to-parent-dossier")
                .then()
                .statusCode(200)
                .extract()
                .path("parameter.find { it.name == 'dossier' }.valueAttachment.data");
        return new String(Base64.getDecoder().decode(data), StandardCharsets.UTF_8);
    }

    private static String parameters(String name, String bytes) {
        return "{\"resourceType\":\"Parameters\",\"parameter\":[{\"name\":\"" + name + "\",\"valueBase64Binary\":\""
                + Base64.getEncoder().encodeToString(bytes.getBytes(StandardCharsets.UTF_8)) + "\"}]}";
    }

    /** A pregnancy card in ADA, PWD 2.3. */
    private String card() {
        String concept = "conceptId=\"2.16.840.1.113883.2.4.3.11.60.90.77.2.6.";
        return "<adaxml><data><verloskundig_dossier><vrouw " + concept + "2\"><burgerservicenummer " + concept
                + "10030\" root=\"2.16.840.1.113883.2.4.6.3\" value=\"" + referral.bsn()
                + "\"/><geboortedatum " + concept + "10040\" value=\"2001-03-04\"/></vrouw><zwangerschap " + concept
                + "3\"><dossiernummer " + concept + "84211\" root=\"2.16.840.1.113883.2.4.3.11.999.77.2\" value=\"D-"
                + UUID.randomUUID() + "\"/><graviditeit " + concept
                + "20010\" value=\"2\"/></zwangerschap></verloskundig_dossier></data></adaxml>";
    }
}
