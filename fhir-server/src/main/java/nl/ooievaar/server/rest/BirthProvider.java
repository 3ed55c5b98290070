package nl.ooievaar.server.rest;

import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Patient;
import org.springframework.stereotype.Component;

/** Operations on one woman around the end of a pregnancy, and on two records of one woman. */
@Component
public class BirthProvider {
    private final BirthDoors doors;

    public BirthProvider(BirthDoors doors) {
        this.doors = doors;
    }

    @Operation(name = "$pregnancy-ended", manualRequest = true, type = Patient.class)
    public Parameters pregnancyEnded(@IdParam IdType id, RequestDetails details) {
        return doors.pregnancyEnded(id, details);
    }

    @Operation(name = "$birth", manualRequest = true, type = Patient.class)
    public Parameters birth(@IdParam IdType id, RequestDetails details) {
        return doors.birth(id, details);
    }

    @Operation(name = "$preview-for-child", idempotent = true, manualRequest = true, type = Patient.class)
    public Parameters previewForChild(@IdParam IdType id, RequestDetails details) {
        return doors.previewForChild(id, details);
    }

    @Operation(name = "$hand-over-to-child", manualRequest = true, type = Patient.class)
    public Parameters handOverToChild(@IdParam IdType id, RequestDetails details) {
        return doors.handOverToChild(id, details);
    }

    @Operation(name = "$link", manualRequest = true, type = Patient.class)
    public Parameters link(@IdParam IdType id, RequestDetails details) {
        return doors.link(id, details);
    }

    @Operation(name = "$unlink", manualRequest = true, type = Patient.class)
    public Parameters unlink(@IdParam IdType id, RequestDetails details) {
        return doors.unlink(id, details);
    }
}
