package nl.ooievaar.server;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.text.ParseException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * RSA keys for tests, each made once and kept beside the classes: to look for its two large primes takes seconds with one
 * compiler. They open nothing outside these tests. Thread safe.
 */
public final class RsaKeys {
    private static final Path FOLDER = Path.of("target", "keys-of-tests");
    private static final Map<String, RSAKey> KEYS = new ConcurrentHashMap<>();

    private RsaKeys() {}

    /** The key of this name, of 2048 bits. */
    public static RSAKey of(String id) {
        return of(id, 2048);
    }

    /** Each size is a key of its own. */
    public static RSAKey of(String id, int bits) {
        return KEYS.computeIfAbsent(id + "-" + bits, name -> kept(FOLDER.resolve(name), id, bits));
    }

    private static RSAKey kept(Path file, String id, int bits) {
        try {
            if (!Files.exists(file)) {
                Files.createDirectories(FOLDER);
                Path whole = Files.createTempFile(FOLDER, id, "");
                Files.writeString(
                        whole,
                        new RSAKeyGenerator(bits, true).keyID(id).generate().toJSONString());
                // Another JVM may have been quicker; what is read is whole, whosever it is.
                Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE);
            }
            return RSAKey.parse(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (JOSEException | ParseException e) {
            throw new IllegalStateException(e);
        }
    }
}
