package nl.ooievaar.server.submission;

import ca.uhn.fhir.context.FhirContext;
import java.nio.charset.StandardCharsets;
import java.util.List;
import nl.ooievaar.server.gate.Lookup;
import nl.ooievaar.server.gate.Seen;
import nl.ooievaar.server.gate.Viewer;
import nl.ooievaar.server.store.Files;
import nl.ooievaar.server.store.Vault;
import nl.ooievaar.subject.consent.DataClass;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.stereotype.Component;

/**
 * What one file holds now that may go into what is told: looked at with her, so nothing on safety at home and nothing that is
 * kept from her, whoever asks.
 */
@Component
class ToldRecords {
    /** One of them, opened. */
    record Opened<T extends Resource>(Seen seen, T resource) {}

    private final Lookup lookup;
    private final Vault vault;
    private final FhirContext fhir;

    ToldRecords(Lookup lookup, Vault vault, FhirContext fhir) {
        this.lookup = lookup;
        this.vault = vault;
        this.fhir = fhir;
    }

    /** Oldest first, what the viewer may see. */
    <T extends Resource> List<Opened<T>> of(Files.File file, Class<T> type, String profile, Viewer viewer) {
        return lookup.current(type.getSimpleName(), file.person().orElseThrow(), viewer).stream()
                .filter(seen -> seen.fileId().equals(file.fileId()))
                .filter(seen -> !seen.withheld() && !seen.dataClass().equals(DataClass.SAFEGUARDING.code()))
                .map(seen -> new Opened<>(seen, open(seen, type)))
                .filter(one -> Profiles.ids(one.resource()).contains(profile))
                .toList();
    }

    <T extends Resource> T open(Seen seen, Class<T> type) {
        byte[] json = vault.open(seen.dataKey(), seen.fileId(), seen.id(), seen.version(), seen.body());
        return fhir.newJsonParser().parseResource(type, new String(json, StandardCharsets.UTF_8));
    }
}
