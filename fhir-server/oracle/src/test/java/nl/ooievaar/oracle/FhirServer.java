package nl.ooievaar.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/** One of the two servers, as a client sees it. */
final class FhirServer {
    static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final String PAGE = "_count=500";

    private final String base;
    private final String authorization;

    private FhirServer(String base, String authorization) {
        this.base = base;
        this.authorization = authorization;
    }

    static FhirServer open(String root) {
        return new FhirServer(root + "/fhir", "none");
    }

    /** As a demo party, whose password is known. */
    static FhirServer as(String root, String client) throws IOException, InterruptedException {
        String basic = Base64.getEncoder()
                .encodeToString((client + ':' + client + "-secret").getBytes(StandardCharsets.UTF_8));
        HttpRequest ask = form(root + "/oauth2/token", "grant_type=client_credentials", "Basic " + basic);
        String token = JSON.readTree(HTTP.send(ask, BodyHandlers.ofString()).body())
                .get("access_token")
                .asText();
        return new FhirServer(root + "/fhir", "Bearer " + token);
    }

    JsonNode transaction(JsonNode bundle) throws IOException, InterruptedException {
        HttpResponse<String> answer = HTTP.send(
                HttpRequest.newBuilder(URI.create(base))
                        .header("Authorization", authorization)
                        .header("Content-Type", "application/fhir+json")
                        .POST(BodyPublishers.ofString(bundle.toString()))
                        .build(),
                BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(answer.statusCode() + " " + answer.body());
        }
        return JSON.readTree(answer.body());
    }

    /** Every resource of a type. */
    List<JsonNode> all(String type) throws IOException, InterruptedException {
        List<JsonNode> found = new ArrayList<>();
        int status = pages(type, "", page -> page.path("entry").forEach(entry -> found.add(entry.get("resource"))));
        if (status != 200) {
            throw new IllegalStateException(status + " on " + type);
        }
        return found;
    }

    Answer search(String type, String query) throws IOException, InterruptedException {
        List<String> matches = new ArrayList<>();
        Set<String> included = new TreeSet<>();
        int status = pages(type, query + '&', page -> page.path("entry").forEach(entry -> {
            JsonNode resource = entry.get("resource");
            String id = resource.get("resourceType").asText()
                    + '/'
                    + resource.get("id").asText();
            switch (entry.at("/search/mode").asText()) {
                case "match" -> matches.add(id);
                case "include" -> included.add(id);
                default -> throw new IllegalStateException(entry.toString());
            }
        }));
        return new Answer(status, matches, included);
    }

    /** In the body of a POST, since a search may name a BSN. */
    private int pages(String type, String query, Consumer<JsonNode> each) throws IOException, InterruptedException {
        HttpRequest ask = form(base + '/' + type + "/_search", query + PAGE, authorization);
        while (true) {
            HttpResponse<String> answer = HTTP.send(ask, BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                return answer.statusCode();
            }
            JsonNode page = JSON.readTree(answer.body());
            each.accept(page);
            String next = null;
            for (JsonNode link : page.path("link")) {
                next = link.get("relation").asText().equals("next")
                        ? link.get("url").asText()
                        : next;
            }
            if (next == null) {
                return 200;
            }
            ask = HttpRequest.newBuilder(URI.create(next))
                    .header("Authorization", authorization)
                    .build();
        }
    }

    private static HttpRequest form(String url, String form, String authorization) {
        return HttpRequest.newBuilder(URI.create(url))
                .header("Authorization", authorization)
                .header("Content-Type", "application/x-www-form-urlencoded;charset=UTF-8")
                .POST(BodyPublishers.ofString(form))
                .build();
    }
}
