package nl.ooievaar.server.rest;

import ca.uhn.fhir.rest.server.exceptions.UnclassifiedServerFailureException;
import java.util.List;
import java.util.Locale;
import nl.ooievaar.profiles.PhbPackage;
import nl.ooievaar.server.validation.Issue;
import nl.ooievaar.subject.Messages;
import nl.ooievaar.subject.Refusal;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.UrlType;

/** The one place that makes an OperationOutcome. */
final class Outcomes {
    private static final String CODES = "http://ooievaar.example/fhir/CodeSystem/phb-refusal";
    private static final String VALIDATOR = "http://ooievaar.example/fhir/CodeSystem/phb-validation-message";
    private static final String LINE = "http://hl7.org/fhir/StructureDefinition/operationoutcome-issue-line";
    private static final String COLUMN = "http://hl7.org/fhir/StructureDefinition/operationoutcome-issue-col";

    private static final String EXPLAINED = PhbPackage.profile("phb-explained-at");

    private Outcomes() {}

    static UnclassifiedServerFailureException exception(Refusal refusal, Locale locale) {
        return new UnclassifiedServerFailureException(refusal.status(), refusal.key(), of(refusal, locale));
    }

    static OperationOutcome of(Refusal refusal, Locale locale) {
        OperationOutcome outcome = new OperationOutcome();
        OperationOutcome.OperationOutcomeIssueComponent issue = outcome.addIssue()
                .setSeverity(OperationOutcome.IssueSeverity.ERROR)
                .setCode(type(refusal.kind()));
        issue.getDetails().setText(Messages.render(refusal, locale));
        issue.getDetails().addCoding().setSystem(CODES).setCode(refusal.key());
        refusal.expression().ifPresent(issue::addExpression);
        return outcome;
    }

    /** @param base of the server, ending in {@code /fhir}: the site stands beside it */
    static OperationOutcome of(List<Issue> issues, String base) {
        OperationOutcome outcome = new OperationOutcome();
        for (Issue one : issues) {
            OperationOutcome.OperationOutcomeIssueComponent issue = outcome.addIssue()
                    .setSeverity(OperationOutcome.IssueSeverity.fromCode(
                            one.severity().getCode()))
                    .setCode(OperationOutcome.IssueType.INVALID);
            issue.getDetails().setText(one.text());
            issue.getDetails().addCoding().setSystem(VALIDATOR).setCode(one.code());
            if (one.expression() != null && !one.expression().isEmpty()) {
                issue.addExpression(one.expression());
            }
            if (one.line() > 0) {
                issue.addExtension(LINE, new IntegerType(one.line()));
                issue.addExtension(COLUMN, new IntegerType(one.column()));
            }
            one.page()
                    .ifPresent(page ->
                            issue.addExtension(EXPLAINED, new UrlType(base.replaceFirst("/fhir/?$", "") + page)));
        }
        if (issues.isEmpty()) {
            outcome.addIssue()
                    .setSeverity(OperationOutcome.IssueSeverity.INFORMATION)
                    .setCode(OperationOutcome.IssueType.INFORMATIONAL)
                    .getDetails()
                    .setText("No issues");
        }
        return outcome;
    }

    private static OperationOutcome.IssueType type(Refusal.Kind kind) {
        return switch (kind) {
            case MALFORMED -> OperationOutcome.IssueType.INVALID;
            case UNAUTHENTICATED -> OperationOutcome.IssueType.LOGIN;
            case FORBIDDEN -> OperationOutcome.IssueType.FORBIDDEN;
            case NOT_FOUND -> OperationOutcome.IssueType.NOTFOUND;
            case CONFLICT, PRECONDITION_FAILED, PRECONDITION_REQUIRED -> OperationOutcome.IssueType.CONFLICT;
            case TOO_LARGE -> OperationOutcome.IssueType.TOOLONG;
            case UNSUPPORTED -> OperationOutcome.IssueType.NOTSUPPORTED;
            case INVALID -> OperationOutcome.IssueType.BUSINESSRULE;
            case TOO_MANY -> OperationOutcome.IssueType.THROTTLED;
            case UNAVAILABLE -> OperationOutcome.IssueType.TRANSIENT;
            case FAULT -> OperationOutcome.IssueType.EXCEPTION;
        };
    }
}
