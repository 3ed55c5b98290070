package nl.ooievaar.server.submission;

import ca.uhn.fhir.context.FhirContext;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import nl.ooievaar.server.gate.Seen;
import nl.ooievaar.server.search.Indexer;
import nl.ooievaar.server.store.Files;
import nl.ooievaar.server.store.StoredForm;
import nl.ooievaar.subject.consent.DataClass;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.stereotype.Component;

/** Resources that the server itself makes within a submission, in the same form as those that were sent. */
@Component
class Made {
    private final FhirContext fhir;
    private final Indexer indexer;

    Made(FhirContext fhir, Indexer indexer) {
        this.fhir = fhir;
        this.indexer = indexer;
    }

    Planned fresh(Files.File file, DataClass dataClass, Resource resource, Instant now) {
        return planned(file, dataClass.code(), UUID.randomUUID(), 1, json(resource), now);
    }

    Planned fresh(Files.File file, DataClass dataClass, byte[] json, Instant now) {
        return planned(file, dataClass.code(), UUID.randomUUID(), 1, json, now);
    }

    Resource parse(byte[] json) {
        return (Resource) fhir.newJsonParser().parseResource(new String(json, StandardCharsets.UTF_8));
    }

    /** What was read for an answer and stays as it is: it goes on record with what is written. */
    Planned read(Seen seen, byte[] json) {
        String type = StoredForm.top(json, "resourceType").orElseThrow();
        Planned read = new Planned(Entry.single("POST", type, Optional.empty(), Optional.empty(), json), type);
        read.step = Planned.Step.MATCHED;
        read.before = Optional.of(seen);
        read.id = seen.id();
        read.version = seen.version();
        return read;
    }

    Planned next(Files.File file, String dataClass, UUID id, int version, Resource resource, Instant now) {
        return planned(file, dataClass, id, version, json(resource), now);
    }

    Planned of(Amendment amendment, Instant now) {
        UUID id = amendment.before().map(Seen::id).orElseGet(UUID::randomUUID);
        int version = amendment.before().map(Seen::version).orElse(0) + 1;
        Planned made = planned(amendment.file(), amendment.dataClass(), id, version, json(amendment.resource()), now);
        made.before = amendment.before();
        made.author = Optional.of(amendment.author());
        return made;
    }

    private Planned planned(Files.File file, String dataClass, UUID id, int version, byte[] json, Instant now) {
        String type = StoredForm.top(json, "resourceType").orElseThrow();
        Planned made = new Planned(Entry.single("POST", type, Optional.empty(), Optional.empty(), json), type);
        made.step = version == 1 ? Planned.Step.CREATE : Planned.Step.UPDATE;
        made.id = id;
        made.version = version;
        made.file = file;
        made.dataClass = dataClass;
        made.stored = StoredForm.of(json, id, version, now, sent -> sent);
        made.resource = (Resource) fhir.newJsonParser().parseResource(new String(made.stored, StandardCharsets.UTF_8));
        made.withheld = PlannedClass.withheld(made.resource);
        made.indexed = indexer.index(made.resource);
        return made;
    }

    private byte[] json(Resource resource) {
        return fhir.newJsonParser().encodeResourceToString(resource).getBytes(StandardCharsets.UTF_8);
    }
}
