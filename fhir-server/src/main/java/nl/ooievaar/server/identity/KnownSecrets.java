package nl.ooievaar.server.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * The secrets of the sandbox as they stand in its documentation. The framework's own way would hash at each request what everybody
 * may read. Thread safe.
 */
final class KnownSecrets implements PasswordEncoder {
    @Override
    public String encode(CharSequence secret) {
        return secret.toString();
    }

    @Override
    public boolean matches(CharSequence asked, String known) {
        return MessageDigest.isEqual(
                asked.toString().getBytes(StandardCharsets.UTF_8), known.getBytes(StandardCharsets.UTF_8));
    }
}
