package nl.ooievaar.server.protocol;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import nl.ooievaar.server.identity.Caller;
import nl.ooievaar.subject.Reason;
import nl.ooievaar.subject.Refusal;

/**
 * So many requests of one client, known by its verified token, and so many of one address without one. What costs the node more
 * than an answer, a token or the check of a bad one, counts for more. Thread safe.
 */
final class RateLimit {
    private static final int MOST_KNOWN = 100_000;
    /** Asking for a token, or bringing one that does not hold: both make the node compute, and guessing is done so. */
    private static final double COSTLY = 10;

    private final Limits limits;
    private final LongSupplier nanos;
    private final Cache<String, TokenBucket> buckets = Caffeine.newBuilder()
            .maximumSize(MOST_KNOWN)
            .expireAfterAccess(Duration.ofMinutes(15))
            .build();

    RateLimit(Limits limits, LongSupplier nanos) {
        this.limits = limits;
        this.nanos = nanos;
    }

    Optional<Refusal> refuses(HttpServletRequest request, Optional<Caller> caller) {
        int wait = caller.map(Caller::clientId)
                .map(client -> take("client " + client, limits.clientPerSecond(), limits.clientBurst(), 1))
                .orElseGet(() -> take(
                        "address " + network(request.getRemoteAddr()),
                        limits.addressPerSecond(),
                        limits.addressBurst(),
                        cost(request)));
        return wait == 0 ? Optional.empty() : Optional.of(Refusal.of(Reason.TOO_MANY_REQUESTS, Integer.toString(wait)));
    }

    private int take(String who, double perSecond, double burst, double cost) {
        long now = nanos.getAsLong();
        return buckets.get(who, w -> new TokenBucket(perSecond, burst, now)).take(cost, now);
    }

    private static double cost(HttpServletRequest request) {
        boolean costly = request.getRequestURI().startsWith("/oauth2/") || request.getHeader("Authorization") != null;
        return costly ? COSTLY : 1;
    }

    /** One subscriber of IPv6 has a whole /64 of addresses to call from. */
    static String network(String address) {
        if (address.indexOf(':') < 0) {
            return address;
        }
        String[] groups = address.split(":");
        return String.join(":", java.util.Arrays.copyOf(groups, Math.min(4, groups.length)));
    }
}
