package nl.ooievaar.server.rest;

import ca.uhn.fhir.rest.api.server.RequestDetails;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import nl.ooievaar.server.validation.WholeMessage;
import nl.ooievaar.server.validation.WholeMessage.Form;
import nl.ooievaar.server.validation.XmlPlaces;
import nl.ooievaar.subject.Reason;
import nl.ooievaar.subject.Refusal;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.springframework.stereotype.Component;

/**
 * {@code $validate}: the message itself, as JSON, XML or NDJSON, or Parameters with resource, profile and mode (FHIR R4,
 * resource-operation validate). Looks at nothing that is stored.
 */
@Component
public class Validating {
    private static final JsonFactory JSON = new JsonFactory();

    private final WholeMessage messages;
    private final Received received;
    private final ObjectMapper json = new ObjectMapper();

    public Validating(WholeMessage messages, Received received) {
        this.messages = messages;
        this.received = received;
    }

    OperationOutcome validate(RequestDetails details) {
        Optional<String> profile = parameter(details, "profile");
        Optional<String> mode = parameter(details, "mode");
        byte[] body = details.loadRequestContents();
        Form form = form(details);
        if (form == Form.XML && XmlPlaces.of(body).resources().contains("Parameters")) {
            body = received.json(details);
            form = Form.JSON;
        }
        if (form == Form.JSON && read(body).path("resourceType").asText().equals("Parameters")) {
            byte[] resource = new byte[0];
            for (JsonNode part : read(body).path("parameter")) {
                switch (part.path("name").asText()) {
                    case "resource" -> resource = part.has("resource") ? alone(body) : new byte[0];
                    case "profile" -> profile = Optional.of(value(part));
                    case "mode" -> mode = Optional.of(value(part));
                    default ->
                        throw Refusal.of(
                                        Reason.UNDECLARED_PARAMETER,
                                        part.path("name").asText(),
                                        "resource, profile, mode")
                                .exception();
                }
            }
            body = resource;
        }
        if (body.length == 0 || mode.filter(m -> m.equals("delete")).isPresent()) {
            throw Refusal.of(Reason.NOT_OFFERED).exception();
        }
        return Outcomes.of(messages.judge(body, form, Languages.asked(details), profile), details.getFhirServerBase());
    }

    private static Form form(RequestDetails details) {
        String type = details.getHeader("Content-Type");
        if (Received.isXml(details)) {
            return Form.XML;
        }
        return type != null && type.contains("ndjson") ? Form.NDJSON : Form.JSON;
    }

    private static Optional<String> parameter(RequestDetails details, String name) {
        String[] values = details.getParameters().get(name);
        return values == null || values.length == 0 ? Optional.empty() : Optional.of(values[0]);
    }

    private static String value(JsonNode part) {
        for (String name : new String[] {"valueUri", "valueCode", "valueCanonical", "valueString"}) {
            if (part.has(name)) {
                return part.path(name).asText();
            }
        }
        return "";
    }

    private JsonNode read(byte[] body) {
        try {
            return json.readTree(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The resource in its place: what stands around it becomes blank, so that its lines and columns stay true. */
    private static byte[] alone(byte[] parameters) {
        byte[] kept = parameters.clone();
        for (int i = 0; i < kept.length; i++) {
            kept[i] = kept[i] == '\n' ? kept[i] : (byte) ' ';
        }
        try (JsonParser in = JSON.createParser(parameters)) {
            for (JsonToken token = in.nextToken(); token != null; token = in.nextToken()) {
                if (token == JsonToken.START_OBJECT && "resource".equals(in.currentName())) {
                    int start = (int) in.currentTokenLocation().getByteOffset();
                    in.skipChildren();
                    int end = (int) in.currentLocation().getByteOffset();
                    System.arraycopy(parameters, start, kept, start, end - start);
                    return kept;
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new byte[0];
    }
}
