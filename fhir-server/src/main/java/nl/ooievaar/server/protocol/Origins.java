package nl.ooievaar.server.protocol;

import java.net.URI;
import java.util.List;
import nl.ooievaar.server.start.StartRefused;
import org.springframework.core.env.Environment;

/**
 * The web origins whose pages may call this node from a browser, such as the app of the woman; none unless named.
 *
 * @param origins scheme, host and port only (RFC 6454)
 */
record Origins(List<String> origins) {
    static Origins of(Environment environment) {
        return new Origins(List.of(environment.getProperty("ooievaar.cors.origins", String[].class, new String[0])));
    }

    /** @throws StartRefused when one is a pattern, has a path, or is not https beyond this machine */
    List<String> checked() {
        origins.forEach(Origins::check);
        return origins;
    }

    private static void check(String origin) {
        URI read = uri(origin);
        boolean here = "127.0.0.1".equals(read.getHost()) || "localhost".equals(read.getHost());
        boolean safe = "https".equals(read.getScheme()) || "http".equals(read.getScheme()) && here;
        if (read.getHost() == null || !safe || !(read.getScheme() + "://" + read.getAuthority()).equals(origin)) {
            throw refused();
        }
    }

    private static URI uri(String origin) {
        try {
            return URI.create(origin);
        } catch (IllegalArgumentException e) {
            throw refused();
        }
    }

    private static StartRefused refused() {
        return new StartRefused(
                "ooievaar.cors.origins must list origins such as https://app.example: no path, no *, and https unless"
                        + " it is this machine");
    }
}
