package nl.ooievaar.server.start;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The key from outside that wraps every file key and every key of the store: those of the index, the audit trail and page links,
 * which stay when it is replaced (decision 0013). 32 bytes; thread safe.
 *
 * <p>Production reads it from {@code ooievaar.master-key}; the sandbox keeps its own in the data folder.
 */
public final class MasterKey {
    /** In the data folder of the sandbox. */
    static final String FILE = "master.key";

    private static final byte[] NO_PLACE = {};

    private final byte[] root;
    private final byte[] wrapping;
    private final StoredKeys stored;

    private MasterKey(byte[] root, StoredKeys stored) {
        this.root = root;
        this.wrapping = expand(root, "wrap");
        this.stored = stored;
    }

    static MasterKey of(Mode mode, String set, DataFolder folder) {
        if (set != null && !set.isBlank()) {
            return read("ooievaar.master-key", set);
        }
        if (mode != Mode.SANDBOX) {
            throw new StartRefused(
                    "Set ooievaar.master-key (32 bytes in base64): stored bodies are encrypted under it");
        }
        return new MasterKey(folder.secret(FILE, MasterKey::fresh), null);
    }

    /** @throws StartRefused naming the setting when it is not 32 bytes in base64 */
    static MasterKey read(String setting, String set) {
        try {
            byte[] key = Base64.getDecoder().decode(set.trim());
            if (key.length == 32) {
                return new MasterKey(key, null);
            }
        } catch (IllegalArgumentException e) {
            // The same sentence tells it.
        }
        throw new StartRefused(setting + " must be 32 bytes in base64");
    }

    static MasterKey ofFile(DataFolder folder, String name) {
        return new MasterKey(folder.secret(name, MasterKey::fresh), null);
    }

    /** The same key, with the store that it opens. */
    MasterKey opening(StoredKeys store) {
        return new MasterKey(root, store);
    }

    /** A key for one use, at least 32 bytes: always the same for this store, and telling nothing of the others. */
    public byte[] derive(String purpose) {
        return opened().of(purpose);
    }

    /**
     * The keys under which values of the index are hashed, one after the other (decision 0016).
     *
     * @throws StartRefused while one is being replaced
     */
    public byte[][] indexKeys() {
        return opened().ofIndex();
    }

    private StoredKeys opened() {
        if (stored == null) {
            throw new IllegalStateException("The keys of the store are in the store, which was not opened");
        }
        return stored;
    }

    /** The number of this key among those the store was opened with. */
    public int version() {
        return stored.version();
    }

    public byte[] wrap(byte[] key) {
        return AesGcm.seal(wrapping, NO_PLACE, key);
    }

    /** @throws IllegalStateException when it was wrapped under another master key */
    public byte[] unwrap(byte[] wrapped) {
        try {
            return AesGcm.open(wrapping, NO_PLACE, wrapped);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A key can't be unwrapped: this is not the master key it was made with", e);
        }
    }

    /** By which the store knows this key. */
    byte[] check() {
        return Arrays.copyOf(expand(root, "check"), 16);
    }

    /** As keys of the store were made before they stood in it: a store that has content under one keeps it. */
    byte[] formerly(String purpose) {
        return expand(root, purpose);
    }

    /** RFC 5869, expand step, one block. */
    private static byte[] expand(byte[] root, String purpose) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(root, "HmacSHA256"));
            mac.update(purpose.getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 1);
            return mac.doFinal();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HmacSHA256 is part of every Java platform", e);
        }
    }

    static byte[] fresh() {
        byte[] key = new byte[32];
        new SecureRandom().nextBytes(key);
        return key;
    }
}
