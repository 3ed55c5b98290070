package nl.ooievaar.server.notification;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Posts a notification to an endpoint. It follows no redirect, reads nothing of the answer but its status, and never waits longer
 * than {@link #LONGEST}, whatever the other side does. Nothing it throws or returns tells the address or a header. Thread safe.
 */
@Component
class RestHook {
    private static final Logger LOG = LoggerFactory.getLogger(RestHook.class);

    /** From the first byte to the status of the answer. */
    static final Duration LONGEST = Duration.ofSeconds(10);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    private final Duration longest;

    RestHook() {
        this(LONGEST);
    }

    /** @param longest that an endpoint is waited for */
    RestHook(Duration longest) {
        this.longest = longest;
    }

    /** @param headers {@code Name: value}, as the party asked */
    Sent post(URI endpoint, List<String> headers, byte[] body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(endpoint)
                .timeout(longest)
                .header("Content-Type", "application/fhir+json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body));
        headers.forEach(one -> request.header(
                one.substring(0, one.indexOf(':')).strip(),
                one.substring(one.indexOf(':') + 1).strip()));
        CompletableFuture<HttpResponse<InputStream>> answer =
                http.sendAsync(request.build(), HttpResponse.BodyHandlers.ofInputStream());
        try {
            return judge(answer.get(longest.toMillis() + 2_000, TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            answer.cancel(true);
            return new Sent("time-out");
        } catch (ExecutionException e) {
            return new Sent(e.getCause() instanceof HttpTimeoutException ? "time-out" : "unreachable");
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            return new Sent("unreachable");
        }
    }

    private static Sent judge(HttpResponse<InputStream> answer) {
        int status = answer.statusCode();
        try {
            // Nothing of it is read: the connection breaks, which is meant.
            answer.body().close();
        } catch (IOException e) {
            LOG.debug("The answer of an endpoint could not be closed");
        }
        if (status >= 200 && status < 300) {
            return Sent.TAKEN;
        }
        return new Sent(status >= 300 && status < 400 ? "redirect" : "status-" + status);
    }
}
