package nl.ooievaar.server.rest;

import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import java.util.List;
import java.util.Optional;
import nl.ooievaar.server.submission.Entry;
import nl.ooievaar.subject.Reason;
import nl.ooievaar.subject.Refusal;
import nl.ooievaar.subject.RefusedException;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.springframework.stereotype.Component;

/** Entries that stand alone: each is written, read or refused by itself (FHIR R4 http, batch). */
@Component
public class Batch {
    private final Writing writing;
    private final Reading reading;

    public Batch(Writing writing, Reading reading) {
        this.writing = writing;
        this.reading = reading;
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
        try {
            if (entry.method().equals("GET")) {
                String[] place = entry.url().split("/");
                if (place.length != 2 || entry.url().indexOf('?') >= 0) {
                    throw Refusal.of(Reason.BUNDLE_METHOD, "GET").at(entry.at()).exception();
                }
                answer.setResource(reading.read(place[0], new IdType(place[0], place[1]), details));
                answer.getResponse().setStatus("200 OK");
            } else {
                Entry alone = new Entry(
                        entry.at(),
                        Optional.empty(),
                        entry.method(),
                        entry.url(),
                        entry.ifNoneExist(),
                        entry.ifMatch(),
                        entry.json(),
                        entry.line(),
                        entry.column());
                answer.setResponse(SystemProvider.answer(
                        writing.all(details, "batch", List.of(alone), entry.json())
                                .get(0),
                        details));
            }
        } catch (RefusedException no) {
            refuse(answer, no.refusal().status(), Outcomes.of(no.refusal(), Languages.asked(details)));
        } catch (BaseServerResponseException no) {
            refuse(answer, no.getStatusCode(), (OperationOutcome) no.getOperationOutcome());
        }
        return answer;
    }

    private static void refuse(Bundle.BundleEntryComponent answer, int status, OperationOutcome outcome) {
        answer.getResponse().setStatus(Integer.toString(status)).setOutcome(outcome);
    }
}
