package nl.ooievaar.server.rest;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.jpa.patch.FhirPatch;
import ca.uhn.fhir.parser.DataFormatException;
import ca.uhn.fhir.parser.IParser;
import ca.uhn.fhir.rest.api.PatchTypeEnum;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.github.fge.jsonpatch.JsonPatchException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Function;
import nl.ooievaar.server.gate.Lookup;
import nl.ooievaar.server.gate.Seen;
import nl.ooievaar.server.gate.Viewer;
import nl.ooievaar.server.store.StoredForm;
import nl.ooievaar.server.store.Vault;
import nl.ooievaar.server.submission.Conditions;
import nl.ooievaar.server.submission.Entry;
import nl.ooievaar.server.submission.TransactionBody;
import nl.ooievaar.server.types.Interaction;
import nl.ooievaar.server.types.ResourceTypes;
import nl.ooievaar.subject.Reason;
import nl.ooievaar.subject.Refusal;
import nl.ooievaar.subject.RefusedException;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.stereotype.Component;

/**
 * Makes an update out of a patch, by JSON Patch (RFC 6902) or FHIRPath Patch, alone or as an entry of a Bundle. What comes out
 * goes the way of any update: If-Match holds the version that was patched.
 */
@Component
public class Patching {
    private static final String FORMS = "application/json-patch+json, application/fhir+json";

    private record Operations(PatchTypeEnum form, byte[] body) {}

    private final Exchange exchange;
    private final Lookup lookup;
    private final Conditions conditions;
    private final Vault vault;
    private final FhirContext fhir;
    private final ResourceTypes types;
    private final ObjectMapper json = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    public Patching(
            Exchange exchange,
            Lookup lookup,
            Conditions conditions,
            Vault vault,
            FhirContext fhir,
            ResourceTypes types) {
        this.exchange = exchange;
        this.lookup = lookup;
        this.conditions = conditions;
        this.vault = vault;
        this.fhir = fhir;
        this.types = types;
    }

    /** The update that a patch with this content means. */
    Entry update(Entry patch, PatchTypeEnum form, String interaction, RequestDetails details) {
        return update(patch, sent -> new Operations(form, sent.json()), interaction, details);
    }

    /**
     * The update that an entry of a Bundle means; its resource says which kind of patch it is (FHIR R4 http, patch in a batch or
     * transaction).
     */
    Entry update(Entry entry, String interaction, RequestDetails details) {
        return update(entry, this::ofResource, interaction, details);
    }

    private Entry update(Entry patch, Function<Entry, Operations> read, String interaction, RequestDetails details) {
        String type = patch.url().split("[/?]")[0];
        Exchange.Context context = exchange.open(details, interaction, type, 'u', null);
        return exchange.run(context, c -> patched(patch, read, type, c.viewer()));
    }

    private Operations ofResource(Entry entry) {
        JsonNode sent = tree(entry.json());
        if (sent.path("resourceType").asText().equals("Parameters")) {
            return new Operations(PatchTypeEnum.FHIR_PATCH_JSON, entry.json());
        }
        String content = sent.path("contentType").asText().split(";")[0].trim();
        if (!sent.path("resourceType").asText().equals("Binary") || !content.equals("application/json-patch+json")) {
            throw unsupported(entry);
        }
        try {
            byte[] operations = Base64.getMimeDecoder().decode(sent.path("data").asText());
            return new Operations(PatchTypeEnum.JSON_PATCH, operations);
        } catch (IllegalArgumentException e) {
            throw failed(entry);
        }
    }

    private Entry patched(Entry patch, Function<Entry, Operations> read, String type, Viewer viewer) {
        if (types.find(type).filter(t -> t.offers(Interaction.PATCH)).isEmpty()) {
            throw Refusal.of(Reason.NOT_OFFERED).at(patch.at()).exception();
        }
        Seen newest = target(patch, type, viewer)
                .orElseThrow(() -> Refusal.of(Reason.NOT_FOUND).at(patch.at()).exception());
        // The version it was made for, so that a patch that comes too late is told so, and one sent again gives the
        // same.
        Seen base = patch.ifMatch()
                .flatMap(Patching::version)
                .filter(version -> version != newest.version())
                .flatMap(version -> lookup.version(type, newest.id(), version, viewer))
                .orElse(newest);
        byte[] before = vault.open(base.dataKey(), base.fileId(), base.id(), base.version(), base.body());
        Operations operations = read.apply(patch);
        byte[] after =
                switch (operations.form()) {
                    case JSON_PATCH -> byJson(before, operations, patch);
                    case FHIR_PATCH_JSON, FHIR_PATCH_XML -> byFhirPath(before, operations, patch);
                    case XML_PATCH -> throw unsupported(patch);
                };
        if (!StoredForm.top(after, "resourceType").filter(type::equals).isPresent()) {
            throw failed(patch);
        }
        return patch.updating(newest.reference(), newest.version(), after);
    }

    private Optional<Seen> target(Entry patch, String type, Viewer viewer) {
        return patch.url().indexOf('?') > 0
                ? conditions.one(patch, viewer)
                : lookup.newest(type, Reading.uuid(new IdType(patch.url())), viewer);
    }

    private byte[] byJson(byte[] before, Operations operations, Entry patch) {
        try {
            depth(operations.body(), patch);
            return PatchSteps.apply(json.readTree(operations.body()), json.readTree(before), json);
        } catch (IOException | JsonPatchException e) {
            throw failed(patch);
        }
    }

    /** As an entry of a Bundle it was not looked at before: it stands there in base64. */
    private static void depth(byte[] operations, Entry patch) {
        try {
            TransactionBody.checkPatch(operations);
        } catch (RefusedException no) {
            throw no.refusal().reason() == Reason.TOO_DEEP ? no : failed(patch);
        }
    }

    private byte[] byFhirPath(byte[] before, Operations operations, Entry patch) {
        try {
            Resource next = (Resource) fhir.newJsonParser().parseResource(new String(before, StandardCharsets.UTF_8));
            IParser parser =
                    operations.form() == PatchTypeEnum.FHIR_PATCH_XML ? fhir.newXmlParser() : fhir.newJsonParser();
            Parameters steps =
                    parser.parseResource(Parameters.class, new String(operations.body(), StandardCharsets.UTF_8));
            if (!PatchSteps.plain(steps)) {
                throw failed(patch);
            }
            new FhirPatch(fhir).apply(next, steps);
            return fhir.newJsonParser().encodeResourceToString(next).getBytes(StandardCharsets.UTF_8);
        } catch (BaseServerResponseException | DataFormatException | IllegalArgumentException e) {
            throw failed(patch);
        }
    }

    private static Optional<Integer> version(String ifMatch) {
        String number = ifMatch.replaceAll("^W/|\"", "");
        return number.matches("[0-9]{1,9}") ? Optional.of(Integer.parseInt(number)) : Optional.empty();
    }

    private JsonNode tree(byte[] body) {
        try {
            return json.readTree(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static RefusedException failed(Entry patch) {
        return Refusal.of(Reason.PATCH_FAILED).at(patch.at()).exception();
    }

    private static RefusedException unsupported(Entry patch) {
        return Refusal.of(Reason.UNSUPPORTED_FORMAT, FORMS).at(patch.at()).exception();
    }
}
