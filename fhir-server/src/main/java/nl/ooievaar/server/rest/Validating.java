package nl.ooievaar.server.rest;

import ca.uhn.fhir.rest.api.server.RequestDetails;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import nl.ooievaar.server.submission.Entry;
import nl.ooievaar.server.validation.Validation;
import nl.ooievaar.server.validation.XmlPlaces;
import nl.ooievaar.subject.Reason;
import nl.ooievaar.subject.Refusal;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.springframework.stereotype.Component;

/**
 * {@code $validate} on a type: the resource itself or Parameters with resource, profile and mode (FHIR R4, resource-operation
 * validate). Looks at nothing that is stored.
 */
@Component
public class Validating {
    private final Validation validation;
    private final Received received;
    private final ObjectMapper json = new ObjectMapper();

    public Validating(Validation validation, Received received) {
        this.validation = validation;
        this.received = received;
    }

    OperationOutcome validate(RequestDetails details) {
        if (Received.isXml(details)
                && !XmlPlaces.of(details.loadRequestContents()).resources().contains("Parameters")) {
            return Outcomes.of(validation.judgeXml(
                    details.loadRequestContents(), Languages.asked(details), parameter(details, "profile")));
        }
        byte[] body = received.json(details);
        JsonNode tree = read(body);
        Optional<String> profile = parameter(details, "profile");
        Optional<String> mode = parameter(details, "mode");
        byte[] resource = body;
        if (tree.path("resourceType").asText().equals("Parameters")) {
            resource = new byte[0];
            for (JsonNode part : tree.path("parameter")) {
                switch (part.path("name").asText()) {
                    case "resource" -> resource = bytes(part.path("resource"));
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
        }
        if (resource.length == 0 || mode.filter(m -> m.equals("delete")).isPresent()) {
            throw Refusal.of(Reason.NOT_OFFERED).exception();
        }
        Entry entry = Entry.single("POST", "", Optional.empty(), Optional.empty(), resource);
        return Outcomes.of(validation.judge(entry, Languages.asked(details), profile));
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

    private byte[] bytes(JsonNode node) {
        try {
            return json.writeValueAsBytes(node);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
