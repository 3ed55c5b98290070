package nl.ooievaar.server.tls;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.ooievaar.server.start.Mode;
import nl.ooievaar.server.start.StartRefused;
import org.springframework.core.env.Environment;

/**
 * How this node ends TLS.
 *
 * @param certificate chain in PEM, or a PKCS #12 store ({@code .p12}, {@code .pfx}); empty when the node speaks plain HTTP
 * @param key in PEM, unencrypted; not read beside a PKCS #12 store
 * @param password of the PKCS #12 store
 * @param trust certificates in PEM; clients whose certificates lead to one are believed to be whom they name
 * @param revocations files or folders with revocation lists
 * @param required whether a connection without a client certificate is refused
 * @param port in the sandbox, beside the one without TLS; production has one port
 * @param proxies thumbprints of the certificates of proxies that may hand on the certificate of their client
 */
public record TlsSettings(
        Optional<Path> certificate,
        Optional<Path> key,
        String password,
        Optional<Path> trust,
        List<Path> revocations,
        boolean required,
        int port,
        Set<String> proxies) {
    private static final String CERTIFICATE = "ooievaar.tls-certificate";
    private static final String KEY = "ooievaar.tls-key";
    private static final String TRUST = "ooievaar.tls-trust";
    private static final String REVOCATIONS = "ooievaar.tls-crl";
    private static final String CLIENTS = "ooievaar.tls-client-auth";

    /** @throws StartRefused naming the setting that is missing or wrong */
    public static TlsSettings of(Environment environment, Mode mode) {
        // The folder that the command sandbox-ca makes stands for five settings.
        Optional<Path> folder = mode.isSandbox() ? path(environment, "ooievaar.sandbox-ca") : Optional.empty();
        TlsSettings read = new TlsSettings(
                path(environment, CERTIFICATE).or(() -> folder.map(in -> in.resolve("server.pem"))),
                path(environment, KEY).or(() -> folder.map(in -> in.resolve("server.key"))),
                environment.getProperty("ooievaar.tls-password", ""),
                path(environment, TRUST).or(() -> folder.map(in -> in.resolve("ca.pem"))),
                path(environment, REVOCATIONS).or(() -> folder.map(in -> in.resolve("ca.crl"))).stream()
                        .toList(),
                required(environment),
                environment.getProperty("ooievaar.tls-port", Integer.class, 8443),
                words(environment.getProperty("ooievaar.tls-proxy", "")));
        read.check(mode);
        return read;
    }

    public boolean on() {
        return certificate.isPresent();
    }

    boolean isPkcs12() {
        return certificate
                .filter(file -> file.toString().matches(".*\\.(p12|pfx)"))
                .isPresent();
    }

    private void check(Mode mode) {
        if (!on()) {
            return;
        }
        if (!isPkcs12() && key.isEmpty()) {
            throw new StartRefused("Set " + KEY + ": the private key, in PEM, of the certificate in " + CERTIFICATE);
        }
        if (trust.isEmpty() && (required || !proxies.isEmpty() || !revocations.isEmpty())) {
            throw new StartRefused("Set " + TRUST + ": the certificates to which those of clients must lead");
        }
        if (!mode.isSandbox() && trust.isPresent() && revocations.isEmpty()) {
            throw new StartRefused(
                    "Set " + REVOCATIONS + ": without revocation lists a certificate that was stolen opens for years");
        }
    }

    private static boolean required(Environment environment) {
        return switch (environment.getProperty(CLIENTS, "want")) {
            case "want" -> false;
            case "need" -> true;
            default -> throw new StartRefused(CLIENTS + " must be want or need");
        };
    }

    private static Optional<Path> path(Environment environment, String setting) {
        return Optional.ofNullable(environment.getProperty(setting))
                .filter(set -> !set.isBlank())
                .map(Path::of);
    }

    private static Set<String> words(String set) {
        return Arrays.stream(set.split("[,\\s]+"))
                .filter(one -> !one.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }
}
