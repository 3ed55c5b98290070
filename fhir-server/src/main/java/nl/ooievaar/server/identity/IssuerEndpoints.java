package nl.ooievaar.server.identity;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/**
 * Where the issuer that this node trusts hands out tokens, as its own metadata tell (OpenID Connect Discovery, RFC 8414). Asked
 * when somebody wants to know, and kept for ten minutes. Thread safe.
 */
final class IssuerEndpoints {
    private static final Duration KEPT = Duration.ofMinutes(10);
    private static final Duration RETRY = Duration.ofSeconds(30);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final ParameterizedTypeReference<Map<String, Object>> OBJECT = new ParameterizedTypeReference<>() {};

    private record Told(Instant at, Map<String, Object> metadata) {}

    private final String issuer;
    private final Clock clock;
    private final RestClient http;
    private volatile Told last = new Told(Instant.EPOCH, Map.of());

    IssuerEndpoints(String issuer, Clock clock) {
        this.issuer = issuer.replaceFirst("/$", "");
        this.clock = clock;
        JdkClientHttpRequestFactory factory = new JdkClientHttpRequestFactory(
                HttpClient.newBuilder().connectTimeout(PATIENCE).build());
        factory.setReadTimeout(PATIENCE);
        this.http = RestClient.builder().requestFactory(factory).build();
    }

    /** @return empty when the issuer can't be reached and never was */
    Map<String, Object> metadata() {
        Instant now = clock.instant();
        Told known = last;
        if (now.isBefore(known.at().plus(KEPT))) {
            return known.metadata();
        }
        Optional<Map<String, Object>> asked = List.of("openid-configuration", "oauth-authorization-server").stream()
                .flatMap(name -> ask(URI.create(issuer + "/.well-known/" + name)).stream())
                .findFirst();
        // One that can't be reached is not asked at every request.
        last = asked.map(told -> new Told(now, told))
                .orElseGet(() -> new Told(now.minus(KEPT).plus(RETRY), known.metadata()));
        return last.metadata();
    }

    private Optional<Map<String, Object>> ask(URI address) {
        try {
            return Optional.ofNullable(http.get().uri(address).retrieve().body(OBJECT));
        } catch (RestClientException e) {
            return Optional.empty();
        }
    }
}
