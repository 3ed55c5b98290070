package nl.ooievaar.server.protocol;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import nl.ooievaar.subject.Reason;
import nl.ooievaar.subject.Refusal;

/** The methods that any door here can know; TRACE, CONNECT and invented ones reach none (RFC 9110, 9.1). */
final class Methods implements Rule {
    static final List<String> OFFERED = List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

    @Override
    public Optional<Refusal> refuses(HttpServletRequest request) {
        return OFFERED.contains(request.getMethod())
                ? Optional.empty()
                : Optional.of(Refusal.of(Reason.METHOD_NOT_OFFERED, String.join(", ", OFFERED)));
    }
}
