package nl.ooievaar.server.birth;

import ca.uhn.fhir.context.FhirContext;
import java.nio.charset.StandardCharsets;
import nl.ooievaar.server.gate.Seen;
import nl.ooievaar.server.store.Vault;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.stereotype.Component;

/** Opens what the gate let through. */
@Component
class Opened {
    private final Vault vault;
    private final FhirContext fhir;

    Opened(Vault vault, FhirContext fhir) {
        this.vault = vault;
        this.fhir = fhir;
    }

    <T extends Resource> T as(Class<T> type, Seen seen) {
        byte[] json = vault.open(seen.dataKey(), seen.fileId(), seen.id(), seen.version(), seen.body());
        return type.cast(fhir.newJsonParser().parseResource(new String(json, StandardCharsets.UTF_8)));
    }

    byte[] json(Resource resource) {
        return fhir.newJsonParser().encodeResourceToString(resource).getBytes(StandardCharsets.UTF_8);
    }
}
