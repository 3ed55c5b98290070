package nl.ooievaar.server.submission;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.ooievaar.server.gate.Seen;
import nl.ooievaar.server.gate.Viewer;
import nl.ooievaar.server.store.Files;
import nl.ooievaar.server.store.Keys;
import nl.ooievaar.server.types.ResourceTypes;
import nl.ooievaar.server.types.TypeClass;
import nl.ooievaar.subject.Reason;
import nl.ooievaar.subject.Refusal;
import org.hl7.fhir.r4.model.Binary;
import org.hl7.fhir.r4.model.Patient;
import org.springframework.stereotype.Component;

/**
 * Decides in which file each entry belongs: a Patient opens or finds the file of its person, all else goes where its Patient
 * is. Custodian is the caller, from the token, never from the body; the persons of several files are refused.
 */
@Component
public class Placement {
    static final String BSN = "http://fhir.nl/fhir/NamingSystem/bsn";

    private final Files files;
    private final OwnPatient ownPatient;
    private final Keys keys;
    private final ResourceTypes types;

    public Placement(Files files, OwnPatient ownPatient, Keys keys, ResourceTypes types) {
        this.files = files;
        this.ownPatient = ownPatient;
        this.keys = keys;
        this.types = types;
    }

    /** @param herself index of whoever signed in herself, whose own Patient it then is */
    void place(List<Planned> planned, Map<UUID, Seen> seen, Viewer viewer, Optional<byte[]> herself) {
        Map<UUID, Files.File> placed = new HashMap<>();
        Deque<Planned> waiting = new ArrayDeque<>();
        for (Planned one : planned) {
            if (one.step == Planned.Step.UPDATE) {
                one.file = files.byId(one.before.orElseThrow().fileId());
                if (one.resource instanceof Patient patient) {
                    unique(one, one.file, one.file.custodian(), viewer.now());
                    // Who turns out to have a BSN is the woman whom others know by it.
                    UUID file = one.file.fileId();
                    one.file = bsn(patient)
                            .map(index -> files.identified(files.byId(file), index))
                            .orElse(one.file);
                }
                placed.put(one.id, one.file);
            } else if (one.step == Planned.Step.CREATE) {
                if (types.get(one.type).typeClass() == TypeClass.STAFF) {
                    one.file = files.ofStaff(viewer.party());
                } else if (one.resource instanceof Patient patient) {
                    one.file = filePatient(one, patient, viewer, herself);
                } else {
                    waiting.add(one);
                    continue;
                }
                placed.put(one.id, one.file);
            }
        }
        // A Provenance may speak of an entry that itself waits for its Patient: go round until nothing moves.
        int left = waiting.size() + 1;
        while (!waiting.isEmpty() && waiting.size() < left) {
            left = waiting.size();
            for (int i = 0; i < left; i++) {
                Planned one = waiting.poll();
                Optional<Files.File> file = about(one, placed, seen);
                if (file.isPresent()) {
                    one.file = own(one, file.get(), viewer);
                    placed.put(one.id, one.file);
                } else {
                    waiting.add(one);
                }
            }
        }
        if (!waiting.isEmpty()) {
            throw Refusal.of(Reason.PATIENT_MISSING, waiting.peek().type)
                    .at(waiting.peek().entry.at())
                    .exception();
        }
        // Once all is placed: a Provenance can speak of an entry that came to its file after it.
        OnePerson persons = new OnePerson(placed, seen);
        planned.stream().filter(Planned::written).forEach(persons::check);
    }

    /** The file of a woman, never that of a staff, which others may read: a record can speak of both. */
    private Optional<Files.File> about(Planned one, Map<UUID, Files.File> placed, Map<UUID, Seen> seen) {
        if (one.resource instanceof Binary binary) {
            return beside(binary, placed, seen);
        }
        for (String param : OnePerson.ABOUT) {
            for (int i = 0; i < one.indexed.refParams().size(); i++) {
                UUID target = one.indexed.refTargets().get(i);
                if (!one.indexed.refParams().get(i).equals(param)) {
                    continue;
                }
                Files.File beside = placed.get(target);
                if (beside != null && beside.person().isPresent()) {
                    return Optional.of(beside);
                }
                Seen found = seen.get(target);
                if (found != null && found.fileKind().equals("person")) {
                    return Optional.of(files.byId(found.fileId()));
                }
            }
        }
        return Optional.empty();
    }

    /** What bytes are about is told by the resource whose rules they follow (FHIR R4 Binary.securityContext). */
    private Optional<Files.File> beside(Binary binary, Map<UUID, Files.File> placed, Map<UUID, Seen> seen) {
        String[] context = binary.getSecurityContext().hasReference()
                ? binary.getSecurityContext().getReference().split("/")
                : new String[0];
        if (context.length < 2) {
            return Optional.empty();
        }
        UUID target = UUID.fromString(context[1]);
        return Optional.ofNullable(placed.get(target))
                .filter(file -> file.person().isPresent())
                .or(() -> Optional.ofNullable(seen.get(target))
                        .filter(found -> found.fileKind().equals("person"))
                        .map(found -> files.byId(found.fileId())));
    }

    private static Files.File own(Planned one, Files.File file, Viewer viewer) {
        if (file.custodian() != viewer.party() && !Herself.isAbout(file, viewer)) {
            throw Refusal.of(Reason.OWN_PATIENT).at(one.entry.at()).exception();
        }
        return file;
    }

    private Files.File filePatient(Planned one, Patient patient, Viewer viewer, Optional<byte[]> herself) {
        Files.File file = files.ofPerson(viewer.party(), herself.or(() -> bsn(patient)));
        unique(one, file, viewer.party(), viewer.now());
        return file;
    }

    private Optional<byte[]> bsn(Patient patient) {
        return patient.getIdentifier().stream()
                .filter(i -> BSN.equals(i.getSystem()) && i.hasValue())
                .map(i -> keys.blind("bsn", i.getValue()))
                .findFirst();
    }

    private void unique(Planned one, Files.File file, int custodian, Instant now) {
        if (!ownPatient.claim(one, file, custodian, now)) {
            throw Refusal.of(Reason.DUPLICATE_BUSINESS_KEY, "Patient")
                    .at(one.entry.at())
                    .exception();
        }
    }
}
