package nl.ooievaar.server.validation;

import ca.uhn.fhir.validation.ResultSeverityEnum;

/**
 * One finding of the validator.
 *
 * @param code stable message id of the validator
 * @param expression FHIRPath in the request
 * @param line from 1; 0 when unknown
 * @param column from 1
 * @param text what is wrong, without values of a person
 */
public record Issue(ResultSeverityEnum severity, String code, String expression, int line, int column, String text) {
    public boolean error() {
        return severity == ResultSeverityEnum.ERROR || severity == ResultSeverityEnum.FATAL;
    }
}
