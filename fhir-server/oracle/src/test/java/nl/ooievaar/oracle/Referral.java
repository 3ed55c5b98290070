package nl.ooievaar.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.function.Consumer;

/** An example referral, ready to be changed and sent. */
final class Referral {
    private final ObjectNode bundle;

    private Referral(ObjectNode bundle) {
        this.bundle = bundle;
    }

    static Referral of(String example) {
        try (InputStream in = Objects.requireNonNull(
                Referral.class.getResourceAsStream("/nl/ooievaar/phb/examples/" + example), example)) {
            return new Referral((ObjectNode) FhirServer.JSON.readTree(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Changes every resource of a type. */
    Referral change(String type, Consumer<ObjectNode> change) {
        bundle.get("entry").forEach(entry -> {
            if (entry.at("/resource/resourceType").asText().equals(type)) {
                change.accept((ObjectNode) entry.get("resource"));
            }
        });
        return this;
    }

    JsonNode bundle() {
        return bundle;
    }
}
