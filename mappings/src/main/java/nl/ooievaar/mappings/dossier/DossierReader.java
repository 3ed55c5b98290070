package nl.ooievaar.mappings.dossier;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import nl.ooievaar.mappings.source.Limits;
import nl.ooievaar.mappings.source.Unreadable;

/** Reads a dossier as a stream, in its JSON or its XML form, with the place of each value. Thread safe. */
public final class DossierReader {
    private final Limits limits;

    public DossierReader(Limits limits) {
        this.limits = limits;
    }

    /**
     * Reads either form: what begins with {@code <} is XML.
     *
     * @throws Unreadable when it is neither form of a dossier, or larger than the limits
     */
    public DossierSource read(byte[] bytes) {
        if (bytes.length > limits.bytes()) {
            throw new Unreadable(Unreadable.Reason.TOO_LARGE, 0, 0, limits.bytes());
        }
        int first = 0;
        while (first < bytes.length && (bytes[first] <= ' ')) {
            first++;
        }
        if (first < bytes.length && bytes[first] == '<') {
            return new DossierXmlReader(limits, Declaration.table()).read(bytes);
        }
        try (JsonParser json = Json.MAPPER.createParser(bytes)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw new Unreadable(Unreadable.Reason.NOT_A_DOSSIER, 0, 0, 0);
            }
            List<Field> fields = new ArrayList<>();
            object(json, List.of(), fields);
            if (json.nextToken() != null) {
                throw at(Unreadable.Reason.NOT_JSON, json.currentTokenLocation(), 0);
            }
            return new DossierSource(fields);
        } catch (JsonProcessingException e) {
            throw at(Unreadable.Reason.NOT_JSON, e.getLocation(), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Unreadable at(Unreadable.Reason reason, JsonLocation at, long limit) {
        return at == null
                ? new Unreadable(reason, 0, 0, limit)
                : new Unreadable(reason, at.getLineNr(), at.getColumnNr(), limit);
    }

    private void object(JsonParser json, List<Path.Step> at, List<Field> into) throws IOException {
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            if (json.nextToken() == JsonToken.START_ARRAY) {
                for (int index = 0; json.nextToken() != JsonToken.END_ARRAY; index++) {
                    value(json, with(at, name, index), into);
                }
            } else {
                value(json, with(at, name, Path.NONE), into);
            }
        }
    }

    private void value(JsonParser json, List<Path.Step> at, List<Field> into) throws IOException {
        JsonLocation place = json.currentTokenLocation();
        if (at.size() > limits.depth() || json.currentToken() == JsonToken.START_ARRAY) {
            throw at(Unreadable.Reason.TOO_DEEP, place, limits.depth());
        }
        if (into.size() >= limits.leaves()) {
            throw at(Unreadable.Reason.TOO_MANY, place, limits.leaves());
        }
        if (json.currentToken() == JsonToken.START_OBJECT) {
            object(json, at, into);
        } else {
            into.add(new Field(new Path(at), scalar(json), place.getLineNr(), place.getColumnNr()));
        }
    }

    private static JsonNode scalar(JsonParser json) throws IOException {
        return switch (json.currentToken()) {
            case VALUE_STRING -> Json.text(json.getText());
            case VALUE_TRUE, VALUE_FALSE -> BooleanNode.valueOf(json.getBooleanValue());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(json);
            default -> NullNode.getInstance();
        };
    }

    private static JsonNode number(JsonParser json) throws IOException {
        boolean whole =
                json.currentToken() == JsonToken.VALUE_NUMBER_INT && json.getNumberType() == JsonParser.NumberType.INT;
        return whole
                ? Json.MAPPER.getNodeFactory().numberNode(json.getIntValue())
                : DecimalNode.valueOf(json.getDecimalValue());
    }

    private static List<Path.Step> with(List<Path.Step> at, String name, int index) {
        List<Path.Step> steps = new ArrayList<>(at);
        steps.add(new Path.Step(name, "", index));
        return List.copyOf(steps);
    }
}
