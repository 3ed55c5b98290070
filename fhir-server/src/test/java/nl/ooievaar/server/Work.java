package nl.ooievaar.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.response.Response;
import java.util.function.Consumer;

/** The work of the desk on one referral: accepted, with a Patient of its own, and what is written in its course. */
public final class Work {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final TestServer server;
    private final Referral.Sent sent;
    private final String task;
    private final String patient;

    private Work(TestServer server, Referral.Sent sent) {
        this.server = server;
        this.sent = sent;
        server.as("jgz")
                .header("If-Match", "W/\"1\"")
                .contentType("application/json-patch+json")
                .body("[{\"op\":\"replace\",\"path\":\"/status\",\"value\":\"accepted\"}]")
                .patch("/" + sent.of("Task"))
                .then()
                .statusCode(200);
        this.task = "Task/"
                + server.as("jgz")
                        .get("/Task?based-on=" + sent.of("ServiceRequest"))
                        .jsonPath()
                        .getString("entry[0].resource.id");
        this.patient = server.as("jgz").get("/" + task).jsonPath().getString("for.reference");
    }

    public static Work accepted(TestServer server, Referral.Sent sent) {
        return new Work(server, sent);
    }

    public String task() {
        return task;
    }

    /** The desk's own Patient. */
    public String patient() {
        return patient;
    }

    /** An example of case 1 about this woman. */
    public ObjectNode example(String name) {
        return read(Referral.example("case-1-" + name + ".json")
                .toString()
                .replace("Patient/example", patient)
                .replace("ServiceRequest/example", sent.of("ServiceRequest"))
                .replace("PractitionerRole/example", sent.of("PractitionerRole")));
    }

    /** Writes it as the desk. */
    public Response send(ObjectNode resource) {
        return server.as("jgz")
                .body(resource.toString())
                .post("/" + resource.get("resourceType").asText());
    }

    /** Writes an example, changed, and answers {@code Type/id}. */
    public String write(String name, Consumer<ObjectNode> change) {
        ObjectNode resource = example(name);
        change.accept(resource);
        return place(send(resource));
    }

    public static String place(Response created) {
        return created.then()
                .statusCode(201)
                .extract()
                .header("Location")
                .replaceAll(".*/fhir/([^/]+/[^/]+)/_history/.*", "$1");
    }

    /** A plan without the goal and the findings of the example. */
    public String plan(Consumer<ObjectNode> change) {
        return write("plan", plan -> {
            plan.remove("goal");
            plan.remove("supportingInfo");
            change.accept(plan);
        });
    }

    /** Changes the newest version and sends it back. */
    public Response update(String place, Consumer<ObjectNode> change) {
        Response now = server.as("jgz").get("/" + place);
        ObjectNode resource = read(now.asString());
        change.accept(resource);
        return server.as("jgz")
                .header("If-Match", now.header("ETag"))
                .body(resource.toString())
                .put("/" + place);
    }

    /** Done, in the steps that a work task takes. */
    public void complete() {
        move("in-progress", "uitgevoerd");
        move("completed", "afgesloten");
    }

    private void move(String status, String progress) {
        update(task, work -> {
                    work.put("status", status);
                    ((ObjectNode) work.at("/businessStatus/coding/0")).put("code", progress);
                })
                .then()
                .statusCode(200);
    }

    /** Her consent to the coordinating obstetric provider, whoever that is then. */
    public String agreesToTellTheCoordinatingProvider() {
        return Consents.give(server.as("jgz"), patient, "feedback-coordinating-provider", consent -> {
            ArrayNode actors = ((ObjectNode) consent.get("provision")).putArray("actor");
            actor(
                    actors,
                    "IRCP",
                    "http://ooievaar.example/fhir/CodeSystem/phb-care-role",
                    "coordinating-obstetric-provider");
            actor(actors, "CST", "http://ooievaar.example/fhir/NamingSystem/service", "90000201-phb");
        });
    }

    /** Her consent for this purpose to this service, whatever it does. */
    public String agreesToTell(String service, String purpose) {
        return Consents.give(server.as("jgz"), patient, purpose, consent -> {
            ArrayNode actors = ((ObjectNode) consent.get("provision")).putArray("actor");
            actor(actors, "IRCP", "http://ooievaar.example/fhir/NamingSystem/service", service);
            actor(actors, "CST", "http://ooievaar.example/fhir/NamingSystem/service", "90000201-phb");
        });
    }

    private static void actor(ArrayNode actors, String role, String system, String value) {
        ObjectNode actor = actors.addObject();
        actor.putObject("role")
                .putArray("coding")
                .addObject()
                .put("system", "http://terminology.hl7.org/CodeSystem/v3-ParticipationType")
                .put("code", role);
        actor.putObject("reference")
                .putObject("identifier")
                .put("system", system)
                .put("value", value);
    }

    /** A care team in which this service is the coordinating obstetric provider, and nobody else has a role but these. */
    public String coordinatedBy(String service, JsonNode... others) {
        return write("care-team", team -> {
            ArrayNode members = team.putArray("participant");
            member(members, "coordinating-obstetric-provider")
                    .putObject("identifier")
                    .put("system", "http://ooievaar.example/fhir/NamingSystem/service")
                    .put("value", service);
            for (JsonNode other : others) {
                members.add(other);
            }
        });
    }

    /** A participant of a care team with this role; answers its member. */
    public static ObjectNode member(ArrayNode members, String role) {
        ObjectNode member = members.addObject();
        member.putArray("role")
                .addObject()
                .putArray("coding")
                .addObject()
                .put("system", "http://ooievaar.example/fhir/CodeSystem/phb-care-role")
                .put("code", role);
        return member.putObject("member");
    }

    private static ObjectNode read(String json) {
        try {
            return (ObjectNode) JSON.readTree(json);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
