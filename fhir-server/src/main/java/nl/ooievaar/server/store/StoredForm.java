package nl.ooievaar.server.store;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * The JSON this server keeps and answers: what was sent, with the server's id and meta and with resolved references.
 *
 * <p>Copied token by token, so that order, extensions and the written form of decimals stay as they were. Stateless, thread
 * safe.
 */
public final class StoredForm {
    private static final JsonFactory JSON = new JsonFactory();

    private StoredForm() {}

    /**
     * @param sent one resource as JSON, already validated
     * @param resolve answers the reference to store for the one sent, or itself
     */
    public static byte[] of(byte[] sent, UUID id, int version, Instant lastUpdated, Function<String, String> resolve) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(sent.length + 160);
        try (JsonParser in = JSON.createParser(sent);
                JsonGenerator to = JSON.createGenerator(out)) {
            in.nextToken();
            to.writeStartObject();
            boolean meta = false;
            boolean headed = false;
            while (in.nextToken() != JsonToken.END_OBJECT) {
                String name = in.currentName();
                in.nextToken();
                if (name.equals("id")) {
                    continue;
                }
                if (!headed && !name.equals("resourceType")) {
                    to.writeStringField("id", id.toString());
                    headed = true;
                }
                to.writeFieldName(name);
                if (name.equals("meta")) {
                    meta = true;
                    copyMeta(in, to, version, lastUpdated);
                } else {
                    copy(in, to, resolve);
                }
            }
            if (!headed) {
                to.writeStringField("id", id.toString());
            }
            if (!meta) {
                to.writeFieldName("meta");
                to.writeStartObject();
                writeVersion(to, version, lastUpdated);
                to.writeEndObject();
            }
            to.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static void copyMeta(JsonParser in, JsonGenerator to, int version, Instant lastUpdated) throws IOException {
        to.writeStartObject();
        writeVersion(to, version, lastUpdated);
        while (in.nextToken() != JsonToken.END_OBJECT) {
            String name = in.currentName();
            in.nextToken();
            if (name.equals("versionId") || name.equals("lastUpdated") || name.equals("source")) {
                in.skipChildren();
            } else {
                to.writeFieldName(name);
                copy(in, to, Function.identity());
            }
        }
        to.writeEndObject();
    }

    private static void writeVersion(JsonGenerator to, int version, Instant lastUpdated) throws IOException {
        to.writeStringField("versionId", Integer.toString(version));
        to.writeStringField("lastUpdated", lastUpdated.toString());
    }

    private static void copy(JsonParser in, JsonGenerator to, Function<String, String> resolve) throws IOException {
        int depth = 0;
        do {
            JsonToken token = in.currentToken();
            switch (token) {
                case START_OBJECT, START_ARRAY -> {
                    depth++;
                    to.copyCurrentEvent(in);
                }
                case END_OBJECT, END_ARRAY -> {
                    depth--;
                    to.copyCurrentEvent(in);
                }
                case VALUE_STRING -> {
                    String value = in.getText();
                    to.writeString("reference".equals(in.currentName()) ? resolve.apply(value) : value);
                }
                // The text of a number, not its value: 1.10 stays 1.10.
                case VALUE_NUMBER_FLOAT, VALUE_NUMBER_INT -> to.writeNumber(in.getText());
                default -> to.copyCurrentEvent(in);
            }
        } while (depth > 0 && in.nextToken() != null);
    }

    /** The value of the first property of that name at the top, if it is a string. */
    public static Optional<String> top(byte[] json, String property) {
        try (JsonParser in = JSON.createParser(json)) {
            in.nextToken();
            while (in.nextToken() == JsonToken.FIELD_NAME) {
                String name = in.currentName();
                JsonToken value = in.nextToken();
                if (name.equals(property) && value == JsonToken.VALUE_STRING) {
                    return Optional.of(in.getText());
                }
                in.skipChildren();
            }
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
