package nl.ooievaar.server.rest;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import nl.ooievaar.mappings.account.Account;
import nl.ooievaar.mappings.account.Outcome;
import nl.ooievaar.mappings.birthcare.BirthCareNames;
import nl.ooievaar.mappings.birthcare.FromBirthCare;
import nl.ooievaar.mappings.birthcare.Mapped;
import nl.ooievaar.mappings.birthcare.Transaction;
import nl.ooievaar.mappings.source.Limits;
import nl.ooievaar.mappings.source.Readers;
import nl.ooievaar.mappings.source.Unreadable;
import nl.ooievaar.profiles.PhbPackage;
import nl.ooievaar.server.bridge.BirthCareImport;
import nl.ooievaar.server.submission.Submissions;
import nl.ooievaar.subject.Reason;
import nl.ooievaar.subject.Refusal;
import nl.ooievaar.subject.RefusedException;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.OperationDefinition;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.Reference;
import org.springframework.stereotype.Component;

/** Records of birth care as they are, into the file of who sends them; every field accounted for. */
@Component
public class BridgeProvider {
    private final Exchange exchange;
    private final Received received;
    private final PhbPackage phb;
    private final Writing writing;
    private final BirthCareImport records;
    private final Readers reader = new Readers(Limits.USUAL, new BirthCareNames());

    BridgeProvider(Exchange exchange, Received received, PhbPackage phb, Writing writing, BirthCareImport records) {
        this.exchange = exchange;
        this.received = received;
        this.phb = phb;
        this.writing = writing;
        this.records = records;
    }

    @Operation(name = "$from-birth-care", manualRequest = true)
    public Parameters fromBirthCare(RequestDetails details) {
        Exchange.Context context = exchange.open(details, "from-birth-care", "Patient", 'c', null);
        Mapped mapped;
        boolean preview;
        try {
            OperationInput asked = OperationInput.of(
                    details,
                    received,
                    phb.find(OperationDefinition.class, PhbPackage.BASE + "/OperationDefinition/phb-from-birth-care")
                            .orElseThrow(() -> new IllegalStateException("phb-from-birth-care")));
            preview = asked.text("preview").filter("true"::equals).isPresent();
            mapped = map(asked);
        } catch (RefusedException no) {
            exchange.refused(context, no);
            throw no;
        }
        if (preview) {
            return exchange.run(context, c -> preview(mapped, c));
        }
        BirthCareImport.Plan plan =
                exchange.run(context, c -> records.plan(mapped, c.caller(), c.viewer(), c.request()));
        List<Submissions.Outcome> outcomes = plan.entries().isEmpty()
                ? List.of()
                : writing.all(details, "from-birth-care", plan.entries(), received.json(details));
        return answer(mapped, plan, outcomes, context.locale());
    }

    private Mapped map(OperationInput asked) {
        byte[] bytes = asked.text("record").map(BridgeProvider::decoded).orElseThrow(() -> Refusal.of(
                        Reason.PARAMETER_VALUE, "record", "base64Binary")
                .exception());
        Mapped mapped;
        try {
            mapped = FromBirthCare.map(reader.read(bytes));
        } catch (Unreadable no) {
            throw Refusal.of(
                            Reason.RECORD_UNREADABLE,
                            no.reason().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                            Integer.toString(no.line()),
                            Integer.toString(no.column()))
                    .at("Parameters.parameter.where(name = 'record').value")
                    .exception();
        }
        if (mapped.resources().isEmpty()) {
            throw Refusal.of(Reason.RECORD_WITHOUT_WOMAN).exception();
        }
        if (asked.text("strict").filter("true"::equals).isPresent()) {
            strict(mapped.account());
        }
        return mapped;
    }

    private static void strict(Account account) {
        account.lines().stream()
                .filter(line -> line.outcome() == Outcome.REJECTED)
                .findFirst()
                .ifPresent(first -> {
                    throw Refusal.of(
                                    Reason.RECORD_STRICT,
                                    Long.toString(account.count(Outcome.REJECTED)),
                                    AccountAnswer.place(first.place()))
                            .exception();
                });
    }

    private static byte[] decoded(String base64) {
        try {
            return Base64.getMimeDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            throw Refusal.of(Reason.PARAMETER_VALUE, "record", "base64Binary").exception();
        }
    }

    private Parameters preview(Mapped mapped, Exchange.Context c) {
        Parameters answer = new Parameters();
        answer.addParameter()
                .setName("transaction")
                .setResource(FhirContext.forR4Cached()
                        .newJsonParser()
                        .parseResource(
                                Bundle.class,
                                Transaction.of(mapped, c.viewer().now()).toString()));
        AccountAnswer.summary(answer, mapped.account());
        mapped.account().lines().forEach(line -> AccountAnswer.field(answer, line, c.locale()));
        return answer;
    }

    private static Parameters answer(
            Mapped mapped, BirthCareImport.Plan plan, List<Submissions.Outcome> outcomes, Locale locale) {
        Parameters answer = new Parameters();
        plan.same().forEach(one -> resource(answer, one, "unchanged"));
        for (int i = 0; i < Math.min(plan.resources(), outcomes.size()); i++) {
            Submissions.Outcome done = outcomes.get(i);
            String reference = done.type() + "/" + done.id();
            boolean put = plan.entries().get(i).method().equals("PUT");
            resource(answer, reference, done.status() == 201 ? "created" : put ? "updated" : "unchanged");
        }
        AccountAnswer.summary(answer, mapped.account());
        mapped.account().lines().stream()
                .filter(line -> line.outcome() != Outcome.MAPPED)
                .forEach(line -> AccountAnswer.field(answer, line, locale));
        return answer;
    }

    private static void resource(Parameters answer, String reference, String outcome) {
        ParametersParameterComponent one = answer.addParameter().setName("resource");
        one.addPart().setName("reference").setValue(new Reference(reference));
        one.addPart().setName("outcome").setValue(new CodeType(outcome));
    }
}
