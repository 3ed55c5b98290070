package nl.ooievaar.server.validation;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** Reads meta.profile from the bytes, without parsing the rest. */
final class ClaimedProfiles {
    private static final JsonFactory JSON = new JsonFactory();

    private ClaimedProfiles() {}

    static List<String> of(byte[] json) {
        List<String> found = new ArrayList<>();
        try (JsonParser in = JSON.createParser(json)) {
            in.nextToken();
            while (in.nextToken() == JsonToken.FIELD_NAME) {
                String name = in.currentName();
                JsonToken value = in.nextToken();
                if (name.equals("meta") && value == JsonToken.START_OBJECT) {
                    while (in.nextToken() == JsonToken.FIELD_NAME) {
                        String part = in.currentName();
                        in.nextToken();
                        if (part.equals("profile") && in.currentToken() == JsonToken.START_ARRAY) {
                            while (in.nextToken() == JsonToken.VALUE_STRING) {
                                found.add(in.getText());
                            }
                        } else {
                            in.skipChildren();
                        }
                    }
                } else {
                    in.skipChildren();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }
}
