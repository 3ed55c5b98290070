package nl.ooievaar.server.rest;

import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import java.io.IOException;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.stereotype.Component;

/** Operations on one consent or one woman; those on a record of any type stand with its type. */
@Component
public class RightsProvider {
    private final HerRights rights;
    private final ExportDoor export;

    public RightsProvider(HerRights rights, ExportDoor export) {
        this.rights = rights;
        this.export = export;
    }

    @Operation(name = "$withdraw", manualRequest = true, type = Consent.class)
    public Resource withdraw(@IdParam IdType id, RequestDetails details) {
        return rights.withdraw(id, details);
    }

    @Operation(name = "$withdraw", manualRequest = true, type = Patient.class)
    public Bundle withdrawAll(@IdParam IdType id, RequestDetails details) {
        return rights.withdrawAll(id, details);
    }

    @Operation(name = "$destroy", manualRequest = true, type = Patient.class)
    public Resource destroy(@IdParam IdType id, RequestDetails details) {
        return rights.destroy(id, details);
    }

    @Operation(name = "$export", idempotent = true, manualRequest = true, manualResponse = true, type = Patient.class)
    public void export(@IdParam IdType id, RequestDetails details) throws IOException {
        export.export(id, details);
    }
}
