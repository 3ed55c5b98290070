package nl.ooievaar.server.rest;

import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.annotation.Transaction;
import ca.uhn.fhir.rest.annotation.TransactionParam;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import nl.ooievaar.server.submission.Submissions.Outcome;
import nl.ooievaar.server.submission.TransactionBody;
import nl.ooievaar.subject.Reason;
import nl.ooievaar.subject.Refusal;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.Patient;
import org.springframework.stereotype.Component;

/** Interactions of the whole server: transaction, batch, and everything about one woman. */
@Component
public class SystemProvider {
    private final Writing writing;
    private final Reading reading;
    private final Received received;
    private final Batch batch;
    private final Validating validating;

    public SystemProvider(Writing writing, Reading reading, Received received, Batch batch, Validating validating) {
        this.validating = validating;
        this.writing = writing;
        this.reading = reading;
        this.received = received;
        this.batch = batch;
    }

    @Transaction
    public Bundle transaction(@TransactionParam Bundle ignored, RequestDetails details) {
        byte[] body = received.json(details);
        TransactionBody.Read read = TransactionBody.read(body);
        return switch (read.type()) {
            case "transaction" -> response(writing.all(details, "transaction", read.entries(), body), details);
            case "batch" -> batch.run(read.entries(), details);
            default -> throw Refusal.of(Reason.BUNDLE_TYPE, read.type()).exception();
        };
    }

    /** Of any type, also a Bundle that is no transaction, and resources line by line. */
    @Operation(name = "$validate", manualRequest = true)
    public OperationOutcome validate(RequestDetails details) {
        return validating.validate(details, Optional.empty());
    }

    @Operation(name = "$everything", idempotent = true, type = Patient.class)
    public Bundle everything(@IdParam IdType id, RequestDetails details) {
        return reading.everything(id, details);
    }

    private static Bundle response(List<Outcome> outcomes, RequestDetails details) {
        Bundle bundle = new Bundle().setType(Bundle.BundleType.TRANSACTIONRESPONSE);
        bundle.addLink().setRelation("self").setUrl(details.getFhirServerBase());
        outcomes.forEach(done -> bundle.addEntry().setResponse(answer(done, details)));
        return bundle;
    }

    static Bundle.BundleEntryResponseComponent answer(Outcome done, RequestDetails details) {
        Bundle.BundleEntryResponseComponent answer = new Bundle.BundleEntryResponseComponent()
                .setStatus(done.status() == 201 ? "201 Created" : "200 OK")
                .setLocation(details.getFhirServerBase() + "/" + done.location())
                .setEtag("W/\"" + done.version() + "\"")
                .setLastModified(Date.from(done.lastUpdated()));
        done.told().ifPresent(told -> answer.setOutcome(Outcomes.information(told, Languages.asked(details))));
        return answer;
    }
}
