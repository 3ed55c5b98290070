package nl.ooievaar.server.rest;

import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import java.util.List;
import nl.ooievaar.server.submission.Entry;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.stereotype.Component;

/** Entries that stand alone: each is written, read, searched or refused by itself (FHIR R4 http, batch). */
@Component
public class Batch {
    private final Writing writing;
    private final SubRequest reading;
    private final RefusalAnswer refusals;

    Batch(Writing writing, SubRequest reading, RefusalTrail trail) {
        this.writing = writing;
        this.reading = reading;
        this.refusals = new RefusalAnswer(trail);
    }

    Bundle run(List<Entry> entries, RequestDetails details) {
        Bundle answer = new Bundle().setType(Bundle.BundleType.BATCHRESPONSE);
        for (Entry entry : entries) {
            answer.addEntry(one(entry, details));
        }
        return answer;
    }

    private Bundle.BundleEntryComponent one(Entry entry, RequestDetails details) {
        Bundle.BundleEntryComponent answer = new Bundle.BundleEntryComponent();
        RefusalTrail.begin(details);
        try {
            if (entry.method().equals("GET")) {
                read(answer, reading.get(entry, details));
            } else {
                answer.setResponse(SystemProvider.answer(
                        writing.all(details, "batch", List.of(entry.alone()), entry.json())
                                .get(0),
                        details));
            }
        } catch (RuntimeException thrown) {
            // What was done for the entries before stays done, and so must be told.
            BaseServerResponseException no = refusals.answer(details, thrown);
            answer.getResponse().setStatus(Integer.toString(no.getStatusCode())).setOutcome((OperationOutcome)
                    no.getOperationOutcome());
        }
        return answer;
    }

    private static void read(Bundle.BundleEntryComponent answer, Resource found) {
        answer.setResource(found);
        answer.getResponse().setStatus("200 OK");
        if (!(found instanceof Bundle) && found.getMeta().hasVersionId()) {
            answer.getResponse()
                    .setEtag("W/\"" + found.getMeta().getVersionId() + "\"")
                    .setLastModified(found.getMeta().getLastUpdated());
        }
    }
}
