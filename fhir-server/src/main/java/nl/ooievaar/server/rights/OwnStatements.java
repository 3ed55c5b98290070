package nl.ooievaar.server.rights;

import ca.uhn.fhir.context.FhirContext;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.ooievaar.server.audit.AuditedRequest;
import nl.ooievaar.server.gate.Lookup;
import nl.ooievaar.server.gate.Seen;
import nl.ooievaar.server.gate.Viewer;
import nl.ooievaar.server.identity.Caller;
import nl.ooievaar.server.store.Files;
import nl.ooievaar.server.store.Vault;
import nl.ooievaar.server.submission.Amendment;
import nl.ooievaar.server.submission.Profiles;
import nl.ooievaar.server.submission.Submissions;
import nl.ooievaar.server.submission.Submissions.Outcome;
import nl.ooievaar.subject.Reason;
import nl.ooievaar.subject.Refusal;
import nl.ooievaar.subject.record.OwnStatement;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import org.springframework.stereotype.Component;

/**
 * Her own words beside a record about her (BW 7:454 lid 2): in the file of the record and of its data class, so that whoever
 * may see the one sees the other. Only she writes, changes or takes them back, each time as a new version.
 */
@Component
public class OwnStatements {
    private static final String PROFILE = "phb-statement";

    private final Lookup lookup;
    private final Files files;
    private final Vault vault;
    private final FhirContext fhir;
    private final Submissions submissions;

    public OwnStatements(Lookup lookup, Files files, Vault vault, FhirContext fhir, Submissions submissions) {
        this.lookup = lookup;
        this.files = files;
        this.vault = vault;
        this.fhir = fhir;
        this.submissions = submissions;
    }

    /**
     * Beside a record, or on a statement of hers a new version of it.
     *
     * @param text empty takes a statement back
     */
    public Outcome add(
            String type, UUID id, Optional<String> text, Caller caller, Viewer viewer, AuditedRequest request) {
        if (caller.person().isEmpty()) {
            throw Refusal.of(Reason.ONLY_HERSELF, "$add-statement").exception();
        }
        text.flatMap(OwnStatement::check).ifPresent(no -> {
            throw no.exception();
        });
        Seen seen = lookup.newest(type, id, viewer)
                .filter(Seen::newest)
                .filter(one -> one.person().filter(viewer.persons()::contains).isPresent())
                .orElseThrow(() -> Refusal.of(Reason.NOT_FOUND).exception());
        Optional<Communication> mine = mine(seen);
        if (mine.isEmpty() && text.isEmpty()) {
            throw OwnStatement.check("").orElseThrow().exception();
        }
        Communication statement = mine.orElseGet(() -> beside(seen, viewer));
        say(statement, text, viewer);
        Files.File file = files.byId(seen.fileId());
        Amendment amendment = mine.isPresent()
                ? Amendment.next(file, seen, statement, viewer.party())
                : new Amendment(file, seen.dataClass(), Optional.empty(), statement, viewer.party());
        return submissions.amend(List.of(amendment), caller, viewer, request).get(0);
    }

    private Communication beside(Seen record, Viewer viewer) {
        UUID patient = record.type().equals("Patient")
                ? record.id()
                : lookup.current("Patient", record.person().orElseThrow(), viewer).stream()
                        .filter(p -> p.fileId().equals(record.fileId()))
                        .map(Seen::id)
                        .findFirst()
                        .orElseThrow(() -> Refusal.of(Reason.NOT_FOUND).exception());
        Communication made = new Communication();
        made.getMeta().addProfile(Profiles.BASE + PROFILE);
        made.addCategory()
                .addCoding()
                .setSystem("http://ooievaar.example/fhir/CodeSystem/phb-right")
                .setCode("statement");
        made.setSubject(new Reference("Patient/" + patient));
        made.addAbout(new Reference(record.reference()));
        made.setSender(new Reference("Patient/" + patient));
        return made;
    }

    private static void say(Communication statement, Optional<String> text, Viewer viewer) {
        statement.setSent(Date.from(viewer.now()));
        statement.getPayload().clear();
        statement.setStatus(
                text.isPresent()
                        ? Communication.CommunicationStatus.COMPLETED
                        : Communication.CommunicationStatus.ENTEREDINERROR);
        text.ifPresent(words -> statement.addPayload().setContent(new StringType(words)));
    }

    private Optional<Communication> mine(Seen seen) {
        if (!seen.type().equals("Communication")) {
            return Optional.empty();
        }
        byte[] json = vault.open(seen.dataKey(), seen.fileId(), seen.id(), seen.version(), seen.body());
        Communication read =
                fhir.newJsonParser().parseResource(Communication.class, new String(json, StandardCharsets.UTF_8));
        return Optional.of(read).filter(one -> Profiles.ids(one).contains(PROFILE));
    }
}
