package nl.ooievaar.server.rest;

import ca.uhn.fhir.rest.api.server.RequestDetails;
import java.util.List;
import java.util.Optional;
import nl.ooievaar.server.validation.Asked;
import nl.ooievaar.server.validation.Form;
import nl.ooievaar.server.validation.Issue;
import nl.ooievaar.server.validation.Question;
import nl.ooievaar.server.validation.Validation;
import nl.ooievaar.subject.Reason;
import nl.ooievaar.subject.Refusal;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.springframework.stereotype.Component;

/**
 * {@code $validate}: a resource, a Bundle or lines of resources as the body, or Parameters with resource, profile and mode (FHIR
 * R4, resource-operation validate). Looks at nothing that is stored, and keeps nothing of what it judges.
 */
@Component
public class Validating {
    private static final String FORMATS =
            "application/fhir+json, application/fhir+xml, application/fhir+ndjson, in UTF-8";

    private final Validation validation;

    public Validating(Validation validation) {
        this.validation = validation;
    }

    /** @param type the only one that may come, where the address names a type */
    OperationOutcome validate(RequestDetails details, Optional<String> type) {
        Form form = Form.ofContentType(details.getHeader("Content-Type"))
                .orElseThrow(
                        () -> Refusal.of(Reason.UNSUPPORTED_FORMAT, FORMATS).exception());
        details.getParameters().forEach((name, values) -> {
            // What begins so is about the answer, such as _format.
            if (!name.startsWith("_")) {
                Asked.require(name, values[0], "profile, mode");
            }
        });
        Optional<String> profile =
                Optional.ofNullable(details.getParameters().get("profile")).map(values -> values[0]);
        List<Issue> found = validation
                .judge()
                .of(details.loadRequestContents(), form, Languages.asked(details), new Question(profile, type));
        return Outcomes.of(found, details);
    }
}
