package nl.ooievaar.server.rest;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.DataFormatException;
import ca.uhn.fhir.parser.StrictErrorHandler;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.ooievaar.server.submission.TransactionBody;
import nl.ooievaar.subject.Reason;
import nl.ooievaar.subject.Refusal;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Observation;

/**
 * One call of the service (CDS Hooks 2.0, Calling a CDS Service). The access token that a client may put in it for its own server
 * is not read.
 *
 * @param patient of the context; an id that can be none of this server is one that nobody has
 * @param observations what was sent along; empty when the client left it to us, or could not get it
 * @param fhirServer of the client, when it names one
 */
record CdsRequest(UUID patient, Optional<List<Observation>> observations, Optional<String> fhirServer) {
    static final String HOOK = "patient-view";
    static final String OBSERVATIONS = "observations";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final UUID NOBODY = new UUID(0, 0);

    static CdsRequest read(byte[] body, String contentType, FhirContext fhir) {
        if (contentType != null && !contentType.contains("json")) {
            throw Refusal.of(Reason.UNSUPPORTED_FORMAT, "application/json").exception();
        }
        TransactionBody.check(body);
        JsonNode asked = tree(body);
        if (!asked.path("hook").asText().equals(HOOK)) {
            throw wrong("hook", HOOK);
        }
        if (!asked.path("hookInstance").isTextual()) {
            throw wrong("hookInstance", "UUID");
        }
        JsonNode patient = asked.at("/context/patientId");
        if (!patient.isTextual()) {
            throw wrong("context.patientId", "Patient.id");
        }
        return new CdsRequest(
                id(patient.asText()),
                observations(asked.path("prefetch").path(OBSERVATIONS), fhir),
                Optional.ofNullable(asked.path("fhirServer").textValue()));
    }

    /** A key without data is null; one that the client could not satisfy is left out, or tells why (CDS Hooks 2.0, prefetch). */
    private static Optional<List<Observation>> observations(JsonNode told, FhirContext fhir) {
        if (told.isNull()) {
            return Optional.of(List.of());
        }
        String type = told.path("resourceType").asText();
        if (told.isMissingNode() || type.equals("OperationOutcome")) {
            return Optional.empty();
        }
        if (!type.equals("Bundle")) {
            throw wrong("prefetch." + OBSERVATIONS, "Bundle");
        }
        try {
            return Optional.of(SupportExchange.observations(fhir.newJsonParser()
                    .setParserErrorHandler(new StrictErrorHandler())
                    .parseResource(Bundle.class, told.toString())));
        } catch (DataFormatException e) {
            // Its message could quote what was sent.
            throw wrong("prefetch." + OBSERVATIONS, "Bundle (FHIR R4)");
        }
    }

    private static UUID id(String told) {
        try {
            return UUID.fromString(told);
        } catch (IllegalArgumentException e) {
            return NOBODY;
        }
    }

    private static JsonNode tree(byte[] body) {
        try {
            return JSON.readTree(body);
        } catch (IOException e) {
            throw Refusal.of(Reason.BODY_UNREADABLE).exception();
        }
    }

    private static RuntimeException wrong(String name, String form) {
        return Refusal.of(Reason.PARAMETER_VALUE, name, form).exception();
    }
}
