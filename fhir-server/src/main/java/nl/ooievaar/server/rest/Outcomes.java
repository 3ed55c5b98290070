package nl.ooievaar.server.rest;

import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.exceptions.UnclassifiedServerFailureException;
import java.util.List;
import java.util.Locale;
import nl.ooievaar.server.validation.Issue;
import nl.ooievaar.server.validation.Report;
import nl.ooievaar.subject.Messages;
import nl.ooievaar.subject.Reason;
import nl.ooievaar.subject.Refusal;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.springframework.http.HttpHeaders;

/** The one place of the doors that makes an OperationOutcome; {@link Report} tells what the validator found. */
final class Outcomes {
    private static final String CODES = "http://ooievaar.example/fhir/CodeSystem/phb-refusal";

    private Outcomes() {}

    static UnclassifiedServerFailureException exception(Refusal refusal, Locale locale) {
        UnclassifiedServerFailureException no =
                new UnclassifiedServerFailureException(refusal.status(), refusal.key(), of(refusal, locale));
        if (refusal.reason() == Reason.FORBIDDEN_OPERATION) {
            no.addResponseHeader("WWW-Authenticate", "Bearer error=\"insufficient_scope\"");
        }
        refusal.secondsToWait()
                .ifPresent(seconds -> no.addResponseHeader(HttpHeaders.RETRY_AFTER, Integer.toString(seconds)));
        return no;
    }

    static OperationOutcome of(Refusal refusal, Locale locale) {
        OperationOutcome outcome = new OperationOutcome();
        OperationOutcome.OperationOutcomeIssueComponent issue = outcome.addIssue()
                .setSeverity(OperationOutcome.IssueSeverity.ERROR)
                .setCode(OperationOutcome.IssueType.fromCode(refusal.kind().issueType()));
        issue.getDetails().setText(Messages.render(refusal, locale));
        issue.getDetails().addCoding().setSystem(CODES).setCode(refusal.key());
        refusal.expression().ifPresent(issue::addExpression);
        return outcome;
    }

    /** What a sender should know, and that hinders nothing. */
    static OperationOutcome information(Refusal told, Locale locale) {
        OperationOutcome outcome = of(told, locale);
        outcome.getIssueFirstRep()
                .setSeverity(OperationOutcome.IssueSeverity.INFORMATION)
                .setCode(OperationOutcome.IssueType.INFORMATIONAL);
        return outcome;
    }

    /** Issues of what was sent, with links to the site of the server that was asked. */
    static OperationOutcome of(List<Issue> issues, RequestDetails details) {
        return Report.of(issues, site(details), Languages.asked(details));
    }

    /** The site stands beside the doors. */
    private static String site(RequestDetails details) {
        String base = details.getFhirServerBase();
        return base == null ? "" : base.replaceFirst("/fhir/?$", "");
    }
}
