package nl.ooievaar.server.start;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The key from outside that wraps every file key and from which index and audit keys are derived. 32 bytes; thread safe.
 *
 * <p>Production reads it from {@code ooievaar.master-key}; the sandbox keeps its own in the data folder.
 */
public final class MasterKey {
    private static final byte[] NO_PLACE = {};

    private final byte[] wrapping;
    private final byte[] root;

    private MasterKey(byte[] root) {
        this.root = root;
        this.wrapping = derive("wrap");
    }

    static MasterKey of(Mode mode, String set, DataFolder folder) {
        if (set != null && !set.isBlank()) {
            byte[] key = decode(set);
            if (key.length != 32) {
                throw new StartRefused("ooievaar.master-key must be 32 bytes in base64");
            }
            return new MasterKey(key);
        }
        if (mode != Mode.SANDBOX) {
            throw new StartRefused(
                    "Set ooievaar.master-key (32 bytes in base64): stored bodies are encrypted under it");
        }
        return new MasterKey(folder.secret("master.key", MasterKey::fresh));
    }

    /** A key for one use; the same each time, and telling nothing of the others (RFC 5869, expand step, one block). */
    public byte[] derive(String purpose) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(root, "HmacSHA256"));
            mac.update(purpose.getBytes(java.nio.charset.StandardCharsets.UTF_8));
            mac.update((byte) 1);
            return mac.doFinal();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HmacSHA256 is part of every Java platform", e);
        }
    }

    public byte[] wrap(byte[] key) {
        return AesGcm.seal(wrapping, NO_PLACE, key);
    }

    /** @throws IllegalStateException when it was wrapped under another master key */
    public byte[] unwrap(byte[] wrapped) {
        try {
            return AesGcm.open(wrapping, NO_PLACE, wrapped);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(
                    "A file key can't be unwrapped: this is not the master key it was made with", e);
        }
    }

    private static byte[] decode(String set) {
        try {
            return Base64.getDecoder().decode(set.trim());
        } catch (IllegalArgumentException e) {
            throw new StartRefused("ooievaar.master-key must be 32 bytes in base64");
        }
    }

    private static byte[] fresh() {
        byte[] key = new byte[32];
        new SecureRandom().nextBytes(key);
        return key;
    }
}
