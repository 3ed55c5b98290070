package nl.ooievaar.server.protocol;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import nl.ooievaar.subject.Refusal;

/** One thing every request must keep. Thread safe. */
interface Rule {
    /** @return why this request goes no further; empty when it may */
    Optional<Refusal> refuses(HttpServletRequest request);
}
