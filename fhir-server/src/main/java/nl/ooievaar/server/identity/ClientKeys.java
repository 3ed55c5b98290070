package nl.ooievaar.server.identity;

import com.nimbusds.jose.jwk.JWKSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.util.Optional;

/**
 * The public keys that clients of the sandbox registered: a JSON Web Key Set for each in {@code clients/NAME/jwks.json} of the
 * folder that the command sandbox-ca makes. Read at each use, so that a key can be changed while the server runs.
 */
final class ClientKeys {
    private final Optional<Path> folder;

    ClientKeys(Optional<Path> folder) {
        this.folder = folder;
    }

    /** @return empty when the client registered none */
    Optional<JWKSet> of(String client) {
        Optional<Path> file = folder.map(
                        in -> in.resolve("clients").resolve(client).resolve("jwks.json"))
                .filter(Files::isRegularFile);
        try {
            return file.isEmpty() ? Optional.empty() : Optional.of(JWKSet.parse(Files.readString(file.get())));
        } catch (IOException | ParseException e) {
            return Optional.empty();
        }
    }
}
