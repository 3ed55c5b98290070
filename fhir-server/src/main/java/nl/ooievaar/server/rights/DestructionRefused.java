package nl.ooievaar.server.rights;

import java.util.Date;
import java.util.List;
import nl.ooievaar.server.audit.AuditedRequest;
import nl.ooievaar.server.gate.Seen;
import nl.ooievaar.server.gate.Viewer;
import nl.ooievaar.server.identity.Caller;
import nl.ooievaar.server.store.Files;
import nl.ooievaar.server.submission.Amendment;
import nl.ooievaar.server.submission.Submissions;
import nl.ooievaar.server.submission.Submissions.Outcome;
import nl.ooievaar.subject.consent.DataClass;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.Reference;
import org.springframework.stereotype.Component;

/** Her request for destruction that the custodian may not grant (BW 7:455 lid 2): on record in her file, with the reason. */
@Component
public class DestructionRefused {
    private static final String CODES = "http://ooievaar.example/fhir/CodeSystem/";

    private final Files files;
    private final Submissions submissions;

    public DestructionRefused(Files files, Submissions submissions) {
        this.files = files;
        this.submissions = submissions;
    }

    /** @param reason code of phb-destruction-refusal */
    public Outcome record(Seen patient, String reason, Caller caller, Viewer viewer, AuditedRequest request) {
        Communication refusal = new Communication();
        refusal.setStatus(Communication.CommunicationStatus.NOTDONE);
        refusal.getStatusReason()
                .addCoding()
                .setSystem(CODES + "phb-destruction-refusal")
                .setCode(reason);
        refusal.addCategory().addCoding().setSystem(CODES + "phb-right").setCode("destruction-refused");
        refusal.setSubject(new Reference(patient.reference()));
        refusal.setSent(Date.from(viewer.now()));
        Amendment made = Amendment.fresh(files.byId(patient.fileId()), DataClass.WORK, refusal, viewer.party());
        return submissions.amend(List.of(made), caller, viewer, request).get(0);
    }
}
