package nl.ooievaar.server.validation;

import ca.uhn.fhir.validation.ResultSeverityEnum;
import java.util.Optional;

/**
 * One finding of the validator.
 *
 * @param code stable message id of the validator
 * @param expression FHIRPath in the request
 * @param line from 1; 0 when unknown
 * @param column from 1
 * @param text what is wrong, without values of a person
 * @param page where it is explained, as an address on the site such as {@code /nl/profiles/phb-referral.html#phb-ref-1}
 */
public record Issue(
        ResultSeverityEnum severity,
        String code,
        String expression,
        int line,
        int column,
        String text,
        Optional<String> page) {
    /** The same finding at another place of the request. */
    Issue at(int otherLine, int otherColumn) {
        return new Issue(severity, code, expression, otherLine, otherColumn, text, page);
    }

    public boolean error() {
        return severity == ResultSeverityEnum.ERROR || severity == ResultSeverityEnum.FATAL;
    }
}
