package nl.ooievaar.profiles;

import ca.uhn.fhir.validation.ResultSeverityEnum;
import java.util.Optional;

/**
 * One thing found in what was sent.
 *
 * @param rule the key of an invariant, such as {@code phb-ref-1}, or else the id of the validator's message
 * @param message the id of the validator's message; of an invariant with the address of its profile
 * @param expression FHIRPath in what was sent
 * @param unknown the name of an element below it that is none, where that was found
 * @param line from 1; 0 when unknown; the validator tells some ends instead of beginnings
 * @param column from 1
 * @param text what is wrong; it may hold values of what was sent
 * @param paragraph where it is written: an address on the site, below its language, or of the published FHIR R4
 */
public record Finding(
        ResultSeverityEnum severity,
        String rule,
        String message,
        String expression,
        Optional<String> unknown,
        int line,
        int column,
        String text,
        Optional<String> paragraph) {
    /** Whether it keeps what was sent from being accepted. */
    public boolean error() {
        return severity == ResultSeverityEnum.ERROR || severity == ResultSeverityEnum.FATAL;
    }
}
