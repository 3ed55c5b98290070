package nl.ooievaar.server.validation;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.ooievaar.subject.Reason;
import nl.ooievaar.subject.Refusal;

/**
 * What {@code $validate} was asked in Parameters: the resource as it stands in the body, and the other parameters by name
 * (FHIR R4, resource-operation validate).
 *
 * @param at FHIRPath of the resource in the body
 */
public record Asked(byte[] resource, String at, Optional<String> profile) {
    private static final JsonFactory JSON = new JsonFactory();
    private static final Set<String> MODES = Set.of("create", "update", "profile");

    /** The Parameters in the body, or nothing when it is another resource. The body is well-formed. */
    public static Optional<Asked> in(byte[] body, Form form) {
        return switch (form) {
            case JSON -> json(body);
            case XML -> XmlParameters.read(body);
            case LINES -> Optional.empty();
        };
    }

    /** @throws nl.ooievaar.subject.RefusedException 400 when there is no resource, or something else is asked */
    static Asked of(byte[] resource, int index, Map<String, String> others) {
        others.forEach((name, value) -> require(name, value, "resource, profile, mode"));
        if (resource.length == 0) {
            throw Refusal.of(Reason.PARAMETER_VALUE, "resource", "Parameters.parameter.resource")
                    .exception();
        }
        return new Asked(
                resource, "Parameters.parameter[" + index + "].resource", Optional.ofNullable(others.get("profile")));
    }

    /**
     * Refuses a parameter that is none besides the resource, and a mode that asks something else: nothing is deleted here, so
     * there is nothing to judge of that.
     *
     * @param declared those there are, for the sentence
     */
    public static void require(String name, String value, String declared) {
        if (name.equals("mode") && !MODES.contains(value)) {
            throw Refusal.of(Reason.PARAMETER_VALUE, name, "create, update, profile")
                    .exception();
        } else if (!name.equals("mode") && !name.equals("profile")) {
            // Not the name as sent: it could be anything.
            throw Refusal.of(Reason.UNDECLARED_PARAMETER, "?", declared).exception();
        }
    }

    private static Optional<Asked> json(byte[] body) {
        boolean parameters = false;
        byte[] resource = new byte[0];
        int at = 0;
        Map<String, String> others = new LinkedHashMap<>();
        try (JsonParser in = JSON.createParser(body)) {
            in.nextToken();
            while (in.nextToken() == JsonToken.FIELD_NAME) {
                String name = in.currentName();
                JsonToken value = in.nextToken();
                if (name.equals("resourceType")) {
                    parameters = in.getText().equals("Parameters");
                } else if (name.equals("parameter") && value == JsonToken.START_ARRAY) {
                    for (int i = 0; in.nextToken() == JsonToken.START_OBJECT; i++) {
                        byte[] found = parameter(in, body, others);
                        at = found.length > 0 ? i : at;
                        resource = found.length > 0 ? found : resource;
                    }
                } else {
                    in.skipChildren();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return parameters ? Optional.of(of(resource, at, others)) : Optional.empty();
    }

    private static byte[] parameter(JsonParser in, byte[] body, Map<String, String> others) throws IOException {
        String name = "";
        String value = "";
        byte[] resource = new byte[0];
        while (in.nextToken() == JsonToken.FIELD_NAME) {
            String property = in.currentName();
            JsonToken token = in.nextToken();
            if (property.equals("resource") && token == JsonToken.START_OBJECT) {
                int from = (int) in.currentTokenLocation().getByteOffset();
                in.skipChildren();
                resource = Arrays.copyOfRange(
                        body, from, (int) in.currentLocation().getByteOffset());
            } else if (token == JsonToken.VALUE_STRING && property.equals("name")) {
                name = in.getText();
            } else if (token == JsonToken.VALUE_STRING && property.startsWith("value")) {
                value = in.getText();
            } else {
                in.skipChildren();
            }
        }
        if (name.equals("resource")) {
            return resource;
        }
        others.put(name, value);
        return new byte[0];
    }
}
