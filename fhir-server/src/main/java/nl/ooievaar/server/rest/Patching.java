package nl.ooievaar.server.rest;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.jpa.patch.FhirPatch;
import ca.uhn.fhir.parser.DataFormatException;
import ca.uhn.fhir.rest.api.PatchTypeEnum;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.github.fge.jsonpatch.JsonPatch;
import com.github.fge.jsonpatch.JsonPatchException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import nl.ooievaar.server.gate.Lookup;
import nl.ooievaar.server.gate.Seen;
import nl.ooievaar.server.store.Vault;
import nl.ooievaar.subject.Reason;
import nl.ooievaar.subject.Refusal;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.stereotype.Component;

/**
 * Makes the next version out of the current one by JSON Patch (RFC 6902) or FHIRPath Patch. What comes out goes the way of any
 * update: If-Match holds the version that was patched.
 */
@Component
public class Patching {
    private final Exchange exchange;
    private final Lookup lookup;
    private final Vault vault;
    private final FhirContext fhir;
    private final ObjectMapper json = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    public Patching(Exchange exchange, Lookup lookup, Vault vault, FhirContext fhir) {
        this.exchange = exchange;
        this.lookup = lookup;
        this.vault = vault;
        this.fhir = fhir;
    }

    byte[] patched(String type, IdType id, PatchTypeEnum form, String body, RequestDetails details) {
        Exchange.Context context = exchange.open(details, "patch", type, 'u', null);
        byte[] current = exchange.run(context, c -> {
            Seen seen = lookup.newest(type, Reading.uuid(id), c.viewer())
                    .orElseThrow(() -> Refusal.of(Reason.NOT_FOUND).exception());
            return vault.open(seen.dataKey(), seen.fileId(), seen.id(), seen.version(), seen.body());
        });
        return switch (form) {
            case JSON_PATCH -> byJson(current, body);
            case FHIR_PATCH_JSON, FHIR_PATCH_XML -> byFhirPath(current, body, form);
            case XML_PATCH ->
                throw Refusal.of(Reason.UNSUPPORTED_FORMAT, "application/json-patch+json, application/fhir+json")
                        .exception();
        };
    }

    private byte[] byJson(byte[] current, String body) {
        try {
            JsonNode next = JsonPatch.fromJson(json.readTree(body)).apply(json.readTree(current));
            return json.writeValueAsBytes(next);
        } catch (IOException | JsonPatchException e) {
            throw Refusal.of(Reason.PATCH_FAILED).exception();
        }
    }

    private byte[] byFhirPath(byte[] current, String body, PatchTypeEnum form) {
        try {
            Resource next = (Resource) fhir.newJsonParser().parseResource(new String(current, StandardCharsets.UTF_8));
            Parameters patch = (form == PatchTypeEnum.FHIR_PATCH_XML ? fhir.newXmlParser() : fhir.newJsonParser())
                    .parseResource(Parameters.class, body);
            new FhirPatch(fhir).apply(next, patch);
            return fhir.newJsonParser().encodeResourceToString(next).getBytes(StandardCharsets.UTF_8);
        } catch (BaseServerResponseException | DataFormatException | IllegalArgumentException e) {
            throw Refusal.of(Reason.PATCH_FAILED).exception();
        }
    }
}
