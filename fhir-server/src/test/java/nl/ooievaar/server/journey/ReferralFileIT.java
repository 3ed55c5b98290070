package nl.ooievaar.server.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.ooievaar.server.TestServer;
import org.junit.jupiter.api.Test;

/** The requests that a newcomer runs from an editor work, in the order in which they stand in the file. */
class ReferralFileIT {
    private static final Path FILE = Path.of("referral.http");
    private static final Pattern VALUE = Pattern.compile("\\{\\{(\\w+)(?:\\.response\\.body\\.\\$\\.([^}]+))?}}");

    private final Map<String, JsonNode> answers = new LinkedHashMap<>();

    @Test
    void every_request_of_the_file_is_answered_with_success() throws Exception {
        for (String request : Files.readString(FILE).split("(?m)^###.*\n")) {
            // What stands before the first is no request.
            if (request.startsWith("# @name ")) {
                String name = request.lines().findFirst().orElseThrow().substring("# @name ".length());
                HttpResponse<String> answer = send(request.substring(request.indexOf('\n') + 1));
                assertThat(answer.statusCode()).as(name + " " + answer.body()).isBetween(200, 299);
                answers.put(name, new ObjectMapper().readTree(answer.body()));
            }
        }
        assertThat(answers.keySet())
                .containsExactly("midwife", "jgz", "referral", "desk", "worklist", "everything", "accept");
        assertThat(answers.get("accept").get("status").asText()).isEqualTo("accepted");
    }

    private HttpResponse<String> send(String text) throws IOException, InterruptedException {
        String[] parts = text.split("\n\n", 2);
        List<String> head = parts[0].lines().toList();
        String[] line = filled(head.get(0)).split(" ", 2);
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(line[1]));
        head.stream()
                .skip(1)
                .map(header -> header.split(": ", 2))
                .forEach(header -> request.header(header[0], filled(header[1])));
        String body = parts.length == 1 ? "" : parts[1].trim();
        if (body.startsWith("< ")) {
            body = Files.readString(FILE.toAbsolutePath().resolveSibling(body.substring(2)));
        }
        request.method(line[0], HttpRequest.BodyPublishers.ofString(body));
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    /** The text with each value in braces: the host, or a place in an answer before. */
    private String filled(String text) {
        return VALUE.matcher(text).replaceAll(found -> Matcher.quoteReplacement(value(found.group(1), found.group(2))));
    }

    private String value(String name, String place) {
        if (place == null) {
            assertThat(name).isEqualTo("host");
            return TestServer.get().base().replace("/fhir", "");
        }
        assertThat(answers).containsKey(name);
        String pointer = "/" + place.replace("[", "/").replace("]", "").replace(".", "/");
        return answers.get(name).requiredAt(pointer).asText();
    }
}
