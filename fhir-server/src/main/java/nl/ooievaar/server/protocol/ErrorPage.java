package nl.ooievaar.server.protocol;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import nl.ooievaar.subject.Reason;
import nl.ooievaar.subject.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.servlet.error.ErrorController;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What is answered where no door could: the same OperationOutcome, and nothing of the request or the fault in it. */
@RestController
class ErrorPage implements ErrorController {
    private static final Logger LOG = LoggerFactory.getLogger(ErrorPage.class);

    @RequestMapping("/error")
    void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        SafeHeaders.write(response);
        RefusedRequest.answer(refusal(status instanceof Integer code ? code : 404), request, response);
    }

    private static Refusal refusal(int status) {
        return switch (status) {
            case 401 -> Refusal.of(Reason.UNAUTHENTICATED);
            case 403 -> Refusal.of(Reason.FORBIDDEN_OPERATION, "this address");
            case 404 -> Refusal.of(Reason.NOT_FOUND);
            case 405 -> Refusal.of(Reason.METHOD_NOT_OFFERED, String.join(", ", Methods.OFFERED));
            case 413 -> Refusal.of(Reason.TOO_LARGE, Long.toString(BoundedRequest.MOST_BYTES));
            case 415 -> Refusal.of(Reason.UNSUPPORTED_FORMAT, "application/fhir+json, application/fhir+xml");
            case 503 -> Refusal.of(Reason.OVERLOADED, "5");
            default -> status < 500 ? Refusal.of(Reason.NOT_OFFERED) : fault();
        };
    }

    private static Refusal fault() {
        String id = UUID.randomUUID().toString();
        LOG.error("Fault {} outside the doors", id);
        return Refusal.of(Reason.FAULT, id);
    }
}
