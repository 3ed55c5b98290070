package nl.ooievaar.server.protocol;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import nl.ooievaar.server.identity.Caller;
import nl.ooievaar.server.identity.Callers;
import nl.ooievaar.subject.Refusal;
import nl.ooievaar.subject.RefusedException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * The first thing any request meets, at every address, before anything of it can reach a log. What is refused here of a client
 * with a valid token is on record.
 */
final class Threshold extends OncePerRequestFilter {
    private final List<Rule> rules = List.of(new Methods(), new PersonNumbers(), BoundedRequest::refuses);
    private final RateLimit rate;
    private final Callers callers;
    private final RefusalRecord record;
    private final Duration time;

    Threshold(RateLimit rate, Callers callers, RefusalRecord record, Duration time) {
        this.rate = rate;
        this.callers = callers;
        this.record = record;
        this.time = time;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        SafeHeaders.write(response);
        Optional<Caller> caller = callers.of(request);
        Optional<Refusal> no = rate.refuses(request, caller).or(() -> rules.stream()
                .flatMap(rule -> rule.refuses(request).stream())
                .findFirst());
        if (no.isPresent()) {
            caller.ifPresent(known -> record.of(known, no.get()));
            RefusedRequest.answer(no.get(), request, response);
            return;
        }
        try {
            chain.doFilter(new BoundedRequest(request, time), response);
        } catch (RefusedException late) {
            if (response.isCommitted()) {
                throw late;
            }
            // Something before the doors read the body, and it was cut off.
            caller.ifPresent(known -> record.of(known, late.refusal()));
            RefusedRequest.answer(late.refusal(), request, response);
        }
    }
}
