package nl.ooievaar.server.start;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * One key under which values are hashed (HMAC-SHA256), or hashed on: what was hashed under the key before it is the text of the
 * next, so that a key can be replaced without the values (decision 0016). Thread safe.
 */
public final class IndexKey {
    private final SecretKeySpec key;
    private final ThreadLocal<Mac> mac = ThreadLocal.withInitial(this::newMac);

    /** @param key at least 32 bytes, never stored beside the data in clear */
    public IndexKey(byte[] key) {
        this.key = new SecretKeySpec(key, "HmacSHA256");
    }

    /** All 32 bytes, of parts as one. */
    public byte[] of(byte[]... parts) {
        Mac one = mac.get();
        for (byte[] part : parts) {
            one.update(part);
        }
        return one.doFinal();
    }

    /** The first 64 bits, for an index that finds by number. */
    public long number(byte[] text) {
        return ByteBuffer.wrap(mac.get().doFinal(text)).getLong();
    }

    /** Hashes on what {@link #number} of the key before gave. */
    public long on(long hash) {
        return number(ByteBuffer.allocate(Long.BYTES).putLong(hash).array());
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
