package nl.ooievaar.server.validation;

import java.util.List;
import java.util.Locale;
import nl.ooievaar.profiles.PhbPackage;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.UrlType;

/** Issues as an OperationOutcome: the rule as a coding, its message, paragraph and place as extensions. */
public final class Report {
    private static final String RULES = PhbPackage.BASE + "/CodeSystem/phb-validation-message";
    private static final String PARAGRAPH = PhbPackage.profile("phb-explained-at");
    private static final String STANDARD = "http://hl7.org/fhir/StructureDefinition/operationoutcome-";
    private static final String MESSAGE = STANDARD + "message-id";
    private static final String LINE = STANDARD + "issue-line";
    private static final String COLUMN = STANDARD + "issue-col";

    private Report() {}

    /**
     * All issues, or that there are none.
     *
     * @param site where the site begins, without a slash at the end; empty when that is not known
     */
    public static OperationOutcome of(List<Issue> issues, String site, Locale language) {
        OperationOutcome outcome = new OperationOutcome();
        issues.forEach(one -> tell(one, outcome.addIssue(), site, language));
        if (issues.isEmpty()) {
            outcome.addIssue()
                    .setSeverity(OperationOutcome.IssueSeverity.INFORMATION)
                    .setCode(OperationOutcome.IssueType.INFORMATIONAL)
                    .getDetails()
                    .setText(language.getLanguage().equals("nl") ? "Geen bevindingen" : "No issues");
        }
        return outcome;
    }

    private static void tell(
            Issue one, OperationOutcome.OperationOutcomeIssueComponent issue, String site, Locale language) {
        issue.setSeverity(OperationOutcome.IssueSeverity.fromCode(one.severity().getCode()))
                .setCode(OperationOutcome.IssueType.INVALID);
        issue.getDetails().setText(one.text());
        issue.getDetails().addCoding().setSystem(RULES).setCode(one.rule());
        if (!one.expression().isEmpty()) {
            issue.addExpression(one.expression());
        }
        if (one.line() > 0) {
            issue.addExtension(LINE, new StringType(Integer.toString(one.line())));
            issue.addExtension(COLUMN, new StringType(Integer.toString(one.column())));
        }
        issue.addExtension(MESSAGE, new StringType(one.message()));
        one.link(site, language).ifPresent(link -> issue.addExtension(PARAGRAPH, new UrlType(link)));
    }
}
