package nl.ooievaar.server.rest;

import java.util.Locale;
import java.util.Map;
import nl.ooievaar.mappings.account.Account;
import nl.ooievaar.mappings.account.Line;
import nl.ooievaar.mappings.account.Outcome;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.StringType;

/** What became of every field, as parameters of an answer: where it stood and why, never its value. */
final class AccountAnswer {
    private AccountAnswer() {}

    static void summary(Parameters answer, Account account) {
        counts(answer.addParameter().setName("summary"), account.counts());
    }

    static void counts(ParametersParameterComponent summary, Map<Outcome, Long> counts) {
        long fields = counts.values().stream().mapToLong(Long::longValue).sum();
        summary.addPart().setName("fields").setValue(new IntegerType((int) fields));
        counts.forEach((outcome, count) ->
                summary.addPart().setName(outcome.code()).setValue(new IntegerType(count.intValue())));
    }

    static ParametersParameterComponent field(Parameters answer, Line line, Locale locale) {
        ParametersParameterComponent field = answer.addParameter().setName("field");
        field.addPart().setName("place").setValue(new StringType(place(line.place())));
        line.element().ifPresent(it -> field.addPart().setName("element").setValue(new StringType(it)));
        field.addPart().setName("outcome").setValue(new CodeType(line.outcome().code()));
        line.target().ifPresent(it -> field.addPart().setName("target").setValue(new StringType(it)));
        line.why().ifPresent(why -> {
            field.addPart().setName("why").setValue(new CodeType(why.code()));
            field.addPart().setName("text").setValue(new StringType(why.text(locale)));
        });
        return field;
    }

    static String place(Line.Place place) {
        return place.path() + (place.line() > 0 ? " (" + place.line() + ":" + place.column() + ")" : "");
    }
}
