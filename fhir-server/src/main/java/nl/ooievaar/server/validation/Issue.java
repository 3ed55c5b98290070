package nl.ooievaar.server.validation;

import ca.uhn.fhir.validation.ResultSeverityEnum;
import java.util.Locale;
import java.util.Optional;
import nl.ooievaar.profiles.Finding;

/**
 * One finding of the validator, at its place in the request.
 *
 * @param rule key of an invariant, or else the id of the validator's message
 * @param message id of the validator's message
 * @param expression FHIRPath in the request
 * @param unknown name of an element below it that is none
 * @param line from 1; 0 when not yet known, less when there is none
 * @param column from 1
 * @param text what is wrong, without values of a person
 * @param paragraph where the rule is written, below the language of the site; or an address elsewhere
 */
public record Issue(
        ResultSeverityEnum severity,
        String rule,
        String message,
        String expression,
        Optional<String> unknown,
        int line,
        int column,
        String text,
        Optional<String> paragraph) {

    /** A finding in a resource that stands at an expression in the request, or is all of it when that is empty. */
    static Issue of(Finding found, String at, PersonValues values) {
        return new Issue(
                        found.severity(),
                        found.rule(),
                        found.message(),
                        plain(found.expression()),
                        found.unknown(),
                        found.line(),
                        found.column(),
                        values.cut(found.text()),
                        found.paragraph())
                .below(at);
    }

    /** An expression begins with a type; what is none is not repeated. */
    private static String plain(String expression) {
        int dot = expression.indexOf('.');
        String type = dot < 0 ? expression : expression.substring(0, dot);
        return PersonValues.isType(type) ? expression : "";
    }

    /** The same of a resource that stands at an expression in the request, or is all of it when that is empty. */
    Issue below(String at) {
        int dot = expression.indexOf('.');
        String whole = at.isEmpty() ? expression : at + (dot < 0 ? "" : expression.substring(dot));
        return new Issue(severity, rule, message, whole, unknown, line, column, text, paragraph);
    }

    public boolean error() {
        return severity == ResultSeverityEnum.ERROR || severity == ResultSeverityEnum.FATAL;
    }

    /** The same at another line and column; what is nowhere stays so. */
    Issue at(int newLine, int newColumn) {
        return line < 0 ? this : with(newLine, newColumn);
    }

    /** The same in what the request does not hold as such. */
    Issue nowhere() {
        return with(-1, 0);
    }

    private Issue with(int newLine, int newColumn) {
        return new Issue(severity, rule, message, expression, unknown, newLine, newColumn, text, paragraph);
    }

    /**
     * The address of the paragraph.
     *
     * @param site where the site begins, without a slash at the end; empty when that is not known
     */
    public Optional<String> link(String site, Locale language) {
        return paragraph.map(one -> one.startsWith("http") ? one : site + '/' + language.getLanguage() + '/' + one);
    }
}
