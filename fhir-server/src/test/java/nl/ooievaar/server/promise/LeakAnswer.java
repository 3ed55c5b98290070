package nl.ooievaar.server.promise;

import io.restassured.response.Response;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** All that one answer lets out: status line, headers and body. */
record LeakAnswer(int status, String all) {

    static LeakAnswer of(Response response) {
        String headers = response.headers().asList().stream()
                .filter(header -> !header.getName().equalsIgnoreCase("Date"))
                .map(header -> header.getName() + ": " + header.getValue())
                .sorted()
                .collect(Collectors.joining("\n"));
        return new LeakAnswer(
                response.statusCode(), response.statusLine() + "\n" + headers + "\n\n" + response.asString());
    }

    String body() {
        return all.substring(all.indexOf("\n\n") + 2);
    }

    /** The planted words in it, but for those that the caller said himself. */
    Set<String> words(LeakExit.Target asked) {
        Set<String> found = new TreeSet<>(LeakFinder.words(all));
        found.removeAll(asked.said());
        return found;
    }

    /** What must be equal, byte for byte, for a hidden and an absent record: all but ids, moments and what was asked. */
    String plain(LeakExit.Target asked) {
        // A page link is sealed around moments, whose length in it differs.
        String sized = all.contains("_page=") ? all.replaceAll("(?m)^Content-Length: \\d+$", "Content-Length") : all;
        return sized.replace(asked.word(), "WORD")
                .replace(asked.family(), "WORD")
                .replaceAll("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", "ID")
                .replaceAll("_page=[A-Za-z0-9_-]+", "PAGE")
                .replaceAll("\\d{4}-\\d\\d-\\d\\dT[0-9:.+Z]+", "MOMENT")
                .replaceAll("[A-Z][a-z]{2}, \\d\\d [A-Z][a-z]{2} \\d{4} [0-9:]{8} GMT", "MOMENT")
                .replaceAll("(?m)^X-Request-ID: \\w{16}$", "X-Request-ID: ID");
    }
}
