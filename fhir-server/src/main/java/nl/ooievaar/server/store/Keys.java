package nl.ooievaar.server.store;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import nl.ooievaar.server.start.IndexKey;

/**
 * Turns index values into keyed hashes, so that no index holds a code, a reference or an identifier in clear.
 *
 * <p>A search computes the same hash and compares numbers (FHIR R4 search, token and reference parameters). Thread safe.
 */
public final class Keys {
    private final IndexKey first;
    private final List<IndexKey> later;

    /** @param inTurn the first key of the store and those that replaced it, each at least 32 bytes, in the order they came */
    public Keys(byte[]... inTurn) {
        List<IndexKey> all = Arrays.stream(inTurn).map(IndexKey::new).toList();
        this.first = all.get(0);
        this.later = all.subList(1, all.size());
    }

    /** The number of the key under which values are hashed last: 1 until it is replaced. */
    public int number() {
        return 1 + later.size();
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
        byte[][] all = new byte[parts.length + 1][];
        all[0] = (kind + '\n').getBytes(StandardCharsets.UTF_8);
        System.arraycopy(parts, 0, all, 1, parts.length);
        byte[] hash = first.of(all);
        for (IndexKey next : later) {
            hash = next.of(hash);
        }
        return hash;
    }

    private long hash(String text) {
        long hash = first.number(text.getBytes(StandardCharsets.UTF_8));
        for (IndexKey next : later) {
            hash = next.on(hash);
        }
        return hash;
    }

    private static String nothing(String system) {
        return system == null ? "" : system;
    }
}
