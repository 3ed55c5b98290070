package nl.ooievaar.server.rest;

import ca.uhn.fhir.parser.DataFormatException;
import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.ooievaar.server.submission.EmergencyOpening;
import nl.ooievaar.subject.Reason;
import nl.ooievaar.subject.Refusal;
import nl.ooievaar.subject.RefusedException;
import nl.ooievaar.subject.consent.DataClass;
import nl.ooievaar.subject.emergency.EmergencyAccess;
import nl.ooievaar.subject.emergency.EmergencyTerms;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Period;
import org.springframework.stereotype.Component;

/** {@code Patient/$emergency-access}: who may ask is decided before anything is read, and the answer tells nothing of her. */
@Component
public class EmergencyProvider {
    private static final String INTERACTION = "emergency-access";

    private final Exchange exchange;
    private final Received received;
    private final KeyedOperation keyed;
    private final EmergencyTerms terms;
    private final EmergencyOpening opening;

    EmergencyProvider(
            Exchange exchange,
            Received received,
            KeyedOperation keyed,
            EmergencyTerms terms,
            EmergencyOpening opening) {
        this.exchange = exchange;
        this.received = received;
        this.keyed = keyed;
        this.terms = terms;
        this.opening = opening;
    }

    @Operation(name = "$emergency-access", manualRequest = true, type = Patient.class)
    public Parameters open(RequestDetails details) {
        Exchange.Context context = exchange.open(details, INTERACTION, "Patient", 'r', null);
        EmergencyOpening.Asked asked = audited(context, () -> {
            var caller = context.caller();
            terms.check(caller.party(), caller.person().isPresent(), caller.user(), caller.purpose())
                    .ifPresent(no -> {
                        throw no.exception();
                    });
            return EmergencyInput.read(body(details), terms, details.getFhirServerBase());
        });
        return answer(exchange.run(
                context,
                c -> keyed.words(details, c, () -> words(opening.open(asked, c.caller(), c.viewer(), c.request())))));
    }

    private Parameters body(RequestDetails details) {
        String json = new String(received.json(details), StandardCharsets.UTF_8);
        try {
            return details.getFhirContext().newJsonParser().parseResource(Parameters.class, json);
        } catch (DataFormatException e) {
            throw Refusal.of(Reason.PARAMETER_VALUE, "body", "Parameters").exception();
        }
    }

    private static String words(EmergencyAccess access) {
        return Stream.concat(
                        Stream.of(
                                access.id(),
                                access.start().toString(),
                                access.end().toString()),
                        access.classes().stream().sorted().map(DataClass::code))
                .collect(Collectors.joining(" "));
    }

    private static Parameters answer(String words) {
        List<String> told = List.of(words.split(" "));
        Parameters answer = new Parameters();
        answer.addParameter().setName("id").setValue(new IdType(told.get(0)));
        answer.addParameter()
                .setName("period")
                .setValue(new Period()
                        .setStart(Date.from(Instant.parse(told.get(1))))
                        .setEnd(Date.from(Instant.parse(told.get(2)))));
        told.stream()
                .skip(3)
                .forEach(code -> answer.addParameter().setName("class").setValue(new CodeType(code)));
        return answer;
    }

    /** What is refused before the transaction is on record too. */
    private <T> T audited(Exchange.Context context, Supplier<T> work) {
        try {
            return work.get();
        } catch (RefusedException no) {
            exchange.refused(context, no);
            throw no;
        }
    }
}
