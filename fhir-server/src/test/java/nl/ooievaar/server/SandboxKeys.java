package nl.ooievaar.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** The keys of the issuer of the sandbox, the same for all servers of these tests: each would look for large primes again. */
public final class SandboxKeys {
    private static final Map<String, String> MADE = Map.of(
            "sandbox-issuer.jwk", RsaKeys.of("sandbox").toJSONString(),
            "person.jwk", RsaKeys.of("person").toJSONString());

    private SandboxKeys() {}

    /** Puts them in a folder of a server that has not started yet; one that has keeps its own. */
    public static void into(Path folder) throws IOException {
        Files.createDirectories(folder);
        for (Map.Entry<String, String> key : MADE.entrySet()) {
            if (!Files.exists(folder.resolve(key.getKey()))) {
                Files.writeString(folder.resolve(key.getKey()), key.getValue());
            }
        }
    }
}
