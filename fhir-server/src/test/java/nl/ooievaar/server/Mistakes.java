package nl.ooievaar.server;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/** What a client sends that is wrong, with a BSN and a name in each place where one can stand. All of it is refused. */
public final class Mistakes {
    private static final String NAME = "Morales";
    private static final String SYSTEM = "http://fhir.nl/fhir/NamingSystem/bsn|";

    private final Supplier<RequestSpecification> caller;
    private final URI root;
    private final Referral referral = Referral.ofNewWoman();
    private final String bsn = referral.bsn();
    private final List<String> notRefused = new ArrayList<>();

    private Mistakes(Supplier<RequestSpecification> caller, URI root) {
        this.root = root;
        this.caller = caller;
    }

    /** Sends all of them as this caller to the server at this root. */
    public static void send(Supplier<RequestSpecification> caller, String root) throws IOException {
        Mistakes made = new Mistakes(caller, URI.create(root));
        made.inBodies();
        made.inUrls();
        made.inForms();
        made.inHeaders();
        made.inARequestLine();
        assertTrue(made.notRefused.isEmpty(), made.notRefused.toString());
    }

    private void inBodies() {
        String json = referral.json();
        refused("cut off", c -> c.body(json.substring(0, json.lastIndexOf(bsn) + 9))
                .post());
        refused("a value of another type", c -> c.body(Referral.ofNewWoman()
                        .resource("Patient", p -> p.put("birthDate", bsn).put("gender", NAME))
                        .json())
                .post());
        refused("an unknown element", c -> c.body(Referral.ofNewWoman()
                        .resource("Patient", p -> p.put(NAME, bsn))
                        .json())
                .post());
        refused("a reference to nowhere", c -> c.body(
                        "{\"resourceType\":\"Observation\",\"status\":\"final\",\"code\":{\"text\":\"" + NAME
                                + "\"},\"subject\":{\"reference\":\"Patient/" + bsn + "\"}}")
                .post("/Observation"));
        refused("broken XML", c -> c.contentType("application/fhir+xml")
                .body("<Patient xmlns=\"http://hl7.org/fhir\"><name><family value=\"" + NAME + bsn + "\"/></nam>")
                .post("/Patient"));
        refused("a broken patch", c -> c.contentType("application/json-patch+json")
                .body("[{\"op\":\"" + NAME + "\",\"path\":\"/" + bsn + "\"}]")
                .patch("/Patient/00000000-0000-4000-8000-000000000000"));
    }

    private void inUrls() {
        for (String url : List.of(
                "/Patient?identifier=" + SYSTEM + bsn,
                "/Patient?colour=" + bsn,
                "/Patient?birthdate=" + NAME + bsn,
                "/Patient?family=" + NAME + "&_sort=" + bsn,
                "/Patient?" + NAME + "=" + bsn,
                "/Patient/" + bsn,
                "/" + NAME + "/" + bsn,
                "/Patient/" + bsn + "/$" + NAME)) {
            refused(url, c -> c.get(url));
        }
    }

    private void inForms() {
        for (String parameter : List.of("colour", "birthdate", "_lastUpdated", "_count", NAME)) {
            refused("_search " + parameter, c -> c.contentType("application/x-www-form-urlencoded")
                    .formParam(parameter, NAME + " " + bsn)
                    .post("/Patient/_search"));
        }
    }

    private void inHeaders() {
        refused("Content-Type", c -> c.contentType(NAME + "/" + bsn)
                .body("{}".getBytes(StandardCharsets.UTF_8))
                .post("/Patient"));
        refused("If-Match", c -> c.header("If-Match", "W/\"" + NAME + bsn + "\"")
                .body("{\"resourceType\":\"Patient\"}")
                .put("/Patient/00000000-0000-4000-8000-000000000000"));
        refused("a token", c -> given().baseUri(root.toString())
                .header("Authorization", "Bearer " + NAME + bsn)
                .get("/fhir/Patient"));
    }

    /** Tomcat itself refuses what is no URL, before anything of ours sees it. */
    private void inARequestLine() throws IOException {
        try (Socket socket = new Socket(root.getHost(), root.getPort())) {
            socket.getOutputStream()
                    .write(("GET /fhir/Patient?family=\"" + NAME + "\"{" + bsn + "} HTTP/1.1\r\nHost: " + root.getHost()
                                    + "\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertTrue(answer.startsWith("HTTP/1.1 400"), answer);
        }
    }

    private void refused(String what, Function<RequestSpecification, Response> request) {
        int status = request.apply(caller.get()).statusCode();
        if (status < 400 || status >= 500) {
            notRefused.add(what + ": " + status);
        }
    }
}
