package nl.ooievaar.server.store;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import nl.ooievaar.server.start.MasterKey;
import org.springframework.stereotype.Component;

/**
 * Bodies at rest: AES-256-GCM under a key per file, which itself stands wrapped beside the file.
 *
 * <p>The place of a body (file, id, version) is authenticated with it, so that no row can be moved to another. Destroying the
 * file key erases every version, backups included. Thread safe.
 */
@Component
public class Vault {
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final MasterKey master;
    private final SecureRandom random = new SecureRandom();

    public Vault(MasterKey master) {
        this.master = master;
    }

    /** A new key for one file, wrapped by the master key. */
    public byte[] newFileKey() {
        byte[] key = new byte[32];
        random.nextBytes(key);
        return master.wrap(key);
    }

    public byte[] seal(byte[] fileKey, UUID file, UUID id, int version, byte[] plain) {
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        byte[] secret = run(Cipher.ENCRYPT_MODE, fileKey, nonce, place(file, id, version), plain, 0, plain.length);
        return ByteBuffer.allocate(NONCE + secret.length).put(nonce).put(secret).array();
    }

    public byte[] open(byte[] fileKey, UUID file, UUID id, int version, byte[] sealed) {
        byte[] nonce = java.util.Arrays.copyOf(sealed, NONCE);
        return run(Cipher.DECRYPT_MODE, fileKey, nonce, place(file, id, version), sealed, NONCE, sealed.length - NONCE);
    }

    /** Stands for the file in the audit trail; nobody can find the file from it once the file key is gone. */
    public byte[] pseudonym(byte[] fileKey, UUID file) {
        return new Keys(master.unwrap(fileKey)).blind("file", file.toString());
    }

    private byte[] run(int mode, byte[] fileKey, byte[] nonce, byte[] place, byte[] in, int from, int length) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, new SecretKeySpec(master.unwrap(fileKey), "AES"), new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(place);
            return cipher.doFinal(in, from, length);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A stored body can't be opened: wrong master key or damaged row", e);
        }
    }

    private static byte[] place(UUID file, UUID id, int version) {
        return ByteBuffer.allocate(36)
                .putLong(file.getMostSignificantBits())
                .putLong(file.getLeastSignificantBits())
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .putInt(version)
                .array();
    }
}
