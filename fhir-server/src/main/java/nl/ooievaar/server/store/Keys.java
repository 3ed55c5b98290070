package nl.ooievaar.server.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Turns index values into keyed hashes, so that no index holds a code, a reference or an identifier in clear.
 *
 * <p>A search computes the same hash and compares numbers (FHIR R4 search, token and reference parameters). Thread safe.
 */
public final class Keys {
    private final SecretKeySpec key;
    private final ThreadLocal<Mac> mac = ThreadLocal.withInitial(this::newMac);

    /** @param key at least 32 bytes, never stored beside the data */
    public Keys(byte[] key) {
        this.key = new SecretKeySpec(key, "HmacSHA256");
    }

    /** A value was recorded for this parameter, whatever it is: answers {@code :missing}. */
    public long present(String type, String param) {
        return hash(type + '\n' + param + "\np");
    }

    /** {@code system|code}; an empty system stands for a code without one. */
    public long token(String type, String param, String system, String code) {
        return hash(type + '\n' + param + "\nt" + nothing(system) + '|' + code);
    }

    /** {@code code} whatever its system. */
    public long code(String type, String param, String code) {
        return hash(type + '\n' + param + "\nc" + code);
    }

    /** {@code system|} whatever its code. */
    public long system(String type, String param, String system) {
        return hash(type + '\n' + param + "\ns" + system);
    }

    /** A literal reference to a resource of this server, {@code Type/id}. */
    public long reference(String type, String param, String target) {
        return hash(type + '\n' + param + "\nr" + target);
    }

    /** A logical reference by identifier: answers {@code :identifier}. */
    public long referenceIdentifier(String type, String param, String system, String value) {
        return hash(type + '\n' + param + "\ni" + nothing(system) + '|' + value);
    }

    public long uri(String type, String param, String uri) {
        return hash(type + '\n' + param + "\nu" + uri);
    }

    /** All 32 bytes, for keys that must be unique: two women must never meet in one hash. */
    public byte[] blind(String kind, String value) {
        return blind(kind, value.getBytes(StandardCharsets.UTF_8));
    }

    /** The same, of parts as one. */
    public byte[] blind(String kind, byte[]... parts) {
        Mac one = mac.get();
        one.update((kind + '\n').getBytes(StandardCharsets.UTF_8));
        for (byte[] part : parts) {
            one.update(part);
        }
        return one.doFinal();
    }

    private long hash(String text) {
        return ByteBuffer.wrap(mac.get().doFinal(text.getBytes(StandardCharsets.UTF_8)))
                .getLong();
    }

    private static String nothing(String system) {
        return system == null ? "" : system;
    }

    private Mac newMac() {
        try {
            Mac made = Mac.getInstance("HmacSHA256");
            made.init(key);
            return made;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HmacSHA256 is part of every Java platform", e);
        }
    }
}
