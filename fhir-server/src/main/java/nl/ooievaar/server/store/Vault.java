package nl.ooievaar.server.store;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.UUID;
import nl.ooievaar.server.start.AesGcm;
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

    /** The number of the master key that wraps it. */
    int wrappedUnder() {
        return master.version();
    }

    public byte[] seal(byte[] fileKey, UUID file, UUID id, int version, byte[] plain) {
        return AesGcm.seal(master.unwrap(fileKey), place(file, id, version), plain);
    }

    public byte[] open(byte[] fileKey, UUID file, UUID id, int version, byte[] sealed) {
        try {
            return AesGcm.open(master.unwrap(fileKey), place(file, id, version), sealed);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A stored body can't be opened: wrong master key or damaged row", e);
        }
    }

    /** Stands for the file in the audit trail; nobody can find the file from it once the file key is gone. */
    public byte[] pseudonym(byte[] fileKey, UUID file) {
        return new Keys(master.unwrap(fileKey)).blind("file", file.toString());
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
