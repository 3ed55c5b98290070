package nl.ooievaar.server.protocol;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import nl.ooievaar.subject.Messages;
import nl.ooievaar.subject.Refusal;

/** Writes a refusal as an OperationOutcome where no FHIR server stands yet, in Dutch or English as the request asks. */
public final class RefusedRequest {
    private static final String CODES = "http://ooievaar.example/fhir/CodeSystem/phb-refusal";
    private static final List<Locale> SPOKEN = List.of(Locale.ENGLISH, Locale.forLanguageTag("nl"));
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private RefusedRequest() {}

    public static void answer(Refusal refusal, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        ObjectNode outcome = JSON.createObjectNode().put("resourceType", "OperationOutcome");
        ObjectNode issue = outcome.putArray("issue").addObject();
        issue.put("severity", "error").put("code", refusal.kind().issueType());
        ObjectNode details = issue.putObject("details");
        details.putArray("coding").addObject().put("system", CODES).put("code", refusal.key());
        details.put("text", Messages.render(refusal, language(request)));
        response.setStatus(refusal.status());
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
        refusal.secondsToWait().ifPresent(seconds -> response.setHeader("Retry-After", Integer.toString(seconds)));
        if (refusal.kind() == Refusal.Kind.METHOD) {
            response.setHeader("Allow", String.join(", ", Methods.OFFERED));
        }
        response.setContentType("application/fhir+json;charset=UTF-8");
        response.getOutputStream().write(JSON.writeValueAsBytes(outcome));
    }

    private static Locale language(HttpServletRequest request) {
        String asked = request.getHeader("Accept-Language");
        try {
            Locale found = asked == null ? null : Locale.lookup(Locale.LanguageRange.parse(asked), SPOKEN);
            return found == null ? Locale.ENGLISH : found;
        } catch (IllegalArgumentException e) {
            return Locale.ENGLISH;
        }
    }
}
