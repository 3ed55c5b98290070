package nl.ooievaar.server.bridge;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The names by which a referral that comes along speaks of what has no name yet: number 0 is she, 1 the first consent, and so on. Each
 * stands for an entry of the transaction.
 */
final class StandIns {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();
    private static final String NAME = "urn:uuid:00000000-0000-4000-8000-%012d";

    private final Map<String, String> entries = new HashMap<>();
    private final String woman;

    /** @param woman the entry that is she */
    StandIns(String woman, int consents) {
        this.woman = woman;
        entries.put(NAME.formatted(0), woman);
        for (int i = 1; i <= consents; i++) {
            entries.put(NAME.formatted(i), consent(i));
        }
    }

    /** The entry of a consent, counted from 1. */
    String consent(int number) {
        return entry(woman + "/consent/" + number);
    }

    /** The same name gives the same entry. */
    static String entry(String name) {
        return "urn:uuid:" + UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    /** What was sent, with the entries it speaks of. */
    ObjectNode read(byte[] sent) {
        try {
            ObjectNode read = (ObjectNode) JSON.readTree(sent);
            rename(read);
            return read;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void rename(JsonNode node) {
        if (node instanceof ObjectNode object && object.get("reference") instanceof TextNode reference) {
            Optional.ofNullable(entries.get(reference.asText())).ifPresent(name -> object.put("reference", name));
        }
        node.forEach(this::rename);
    }
}
