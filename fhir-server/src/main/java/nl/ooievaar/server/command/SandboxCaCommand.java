package nl.ooievaar.server.command;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import nl.ooievaar.server.identity.DemoParty;
import nl.ooievaar.server.tls.UziNumber;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;

/**
 * {@code sandbox-ca FOLDER}: makes all that is needed to try certificates and signed assertions on one machine. Needs no server
 * and no database. Answers 0 when it is made, 2 when it could not be or was asked wrongly.
 */
public final class SandboxCaCommand {
    /** The word with which the command begins. */
    public static final String NAME = "sandbox-ca";

    private static final String USAGE =
            """
            java -jar ooievaar.jar sandbox-ca FOLDER

            Makes, in a folder that is not there yet: a certificate authority that nobody else trusts, a certificate for a server on
            this machine, certificates and signing keys for the demo parties, one certificate that is revoked, and the list of
            revoked ones. For trying and testing only.
            """;

    private static final String DONE =
            """
            Made in %1$s. Start the server with it:

              java -jar ooievaar.jar --ooievaar.sandbox-ca=%1$s

            and, from another window:

              A=$(java -jar ooievaar.jar client-assertion %1$s midwife)
              T=$(curl -s --cacert %1$s/ca.pem --cert %1$s/clients/midwife/client.pem --key %1$s/clients/midwife/client.key \\
                -d grant_type=client_credentials -d scope=system/Task.rs \\
                -d client_assertion_type=urn:ietf:params:oauth:client-assertion-type:jwt-bearer -d client_assertion=$A \\
                https://127.0.0.1:8443/oauth2/token | sed 's/.*"access_token":"\\([^"]*\\)".*/\\1/')
              # with the certificate to which the token is bound: 200; with that of another, or with none: 401
              curl -s --cacert %1$s/ca.pem --cert %1$s/clients/midwife/client.pem --key %1$s/clients/midwife/client.key \\
                -H "Authorization: Bearer $T" https://127.0.0.1:8443/fhir/Task
              curl -s --cacert %1$s/ca.pem --cert %1$s/clients/jgz/client.pem --key %1$s/clients/jgz/client.key \\
                -H "Authorization: Bearer $T" https://127.0.0.1:8443/fhir/Task
              # a certificate that was revoked: no connection
              curl -s --cacert %1$s/ca.pem --cert %1$s/revoked.pem --key %1$s/revoked.key https://127.0.0.1:8443/fhir/metadata
            """;

    private final PrintStream out;
    private final PrintStream err;
    private final Clock clock;

    public SandboxCaCommand(PrintStream out, PrintStream err, Clock clock) {
        this.out = out;
        this.err = err;
        this.clock = clock;
    }

    /** @param arguments without the name of the command */
    public int run(List<String> arguments) throws IOException {
        if (arguments.size() != 1 || arguments.get(0).startsWith("-")) {
            err.print(USAGE);
            return arguments.contains("--help") ? 0 : 2;
        }
        Path folder = Path.of(arguments.get(0));
        if (Files.exists(folder)) {
            err.println(folder + " is there already; name a folder that is not, or remove it");
            return 2;
        }
        make(folder);
        out.print(DONE.formatted(folder));
        return 0;
    }

    /** Writes it all, for the eyes of the owner only. */
    public void make(Path folder) throws IOException {
        SandboxCa authority = SandboxCa.make(clock.instant());
        write(folder.resolve("ca.pem"), authority.certificate());
        write(folder, "server", authority.server());
        SandboxCa.Issued revoked = authority.client("revoked", Optional.of(uzi(DemoParty.MIDWIFE, 99)));
        write(folder, "revoked", revoked);
        write(folder.resolve("ca.crl"), authority.revocations(List.of(revoked.certificate())));
        for (DemoParty party : DemoParty.values()) {
            Path own = folder.resolve("clients").resolve(party.clientId());
            Optional<UziNumber> uzi =
                    party.party().mayUseBsn() ? Optional.of(uzi(party, party.ordinal())) : Optional.empty();
            write(own, "client", authority.client(party.clientId(), uzi));
            ECKey key = signingKey(party.clientId());
            text(own.resolve("private.jwk"), key.toJSONString());
            text(own.resolve("jwks.json"), new JWKSet(key.toPublicJWK()).toString());
        }
    }

    private static UziNumber uzi(DemoParty party, int system) {
        return new UziNumber(
                "2.16.528.1.1007.99.2110",
                "1",
                "9000%05d".formatted(system),
                'S',
                party.party().organizationValue(),
                "00.000",
                "00000000");
    }

    private static ECKey signingKey(String client) {
        try {
            return new ECKeyGenerator(Curve.P_384)
                    .keyID(client + "-1")
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.ES384)
                    .generate();
        } catch (JOSEException e) {
            throw new IllegalStateException("P-384 is part of every Java platform", e);
        }
    }

    private static void write(Path folder, String name, SandboxCa.Issued issued) throws IOException {
        write(folder.resolve(name + ".pem"), issued.certificate());
        write(folder.resolve(name + ".key"), new JcaPKCS8Generator(issued.key(), null));
    }

    private static void write(Path file, Object content) throws IOException {
        StringWriter text = new StringWriter();
        try (JcaPEMWriter pem = new JcaPEMWriter(text)) {
            pem.writeObject(content);
        }
        text(file, text.toString());
    }

    private static void text(Path file, String content) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
        if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(file.getParent(), PosixFilePermissions.fromString("rwx------"));
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        }
    }
}
