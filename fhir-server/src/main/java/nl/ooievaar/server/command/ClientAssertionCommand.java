package nl.ooievaar.server.command;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.UUID;

/**
 * {@code client-assertion FOLDER CLIENT [AUDIENCE]}: prints what a demo party sends to the token endpoint to show who it is
 * (SMART App Launch 2.0, Backend Services), signed with its key in a folder that sandbox-ca made; good for one use within five
 * minutes. Answers 0, or 2 when it could not or was asked wrongly.
 */
public final class ClientAssertionCommand {
    /** The word with which the command begins. */
    public static final String NAME = "client-assertion";

    private static final String AUDIENCE = "https://127.0.0.1:8443/oauth2/token";
    private static final Duration LIFE = Duration.ofMinutes(4);

    private final PrintStream out;
    private final PrintStream err;
    private final Clock clock;

    public ClientAssertionCommand(PrintStream out, PrintStream err, Clock clock) {
        this.out = out;
        this.err = err;
        this.clock = clock;
    }

    /** @param arguments without the name of the command */
    public int run(List<String> arguments) {
        if (arguments.size() < 2 || arguments.size() > 3) {
            err.println("java -jar ooievaar.jar client-assertion FOLDER CLIENT [AUDIENCE]");
            err.println("AUDIENCE is the address of the token endpoint, " + AUDIENCE + " when it is left out.");
            return 2;
        }
        String client = arguments.get(1);
        Path key = Path.of(arguments.get(0), "clients", client, "private.jwk");
        try {
            ECKey signing = ECKey.parse(Files.readString(key));
            out.println(sign(signing, client, arguments.size() == 3 ? arguments.get(2) : AUDIENCE));
            return 0;
        } catch (IOException | ParseException | JOSEException e) {
            err.println(key + " holds no key to sign with; sandbox-ca makes one");
            return 2;
        }
    }

    private String sign(ECKey key, String client, String audience) throws JOSEException {
        JWTClaimsSet claims = new JWTClaimsSet.Builder()
                .issuer(client)
                .subject(client)
                .audience(audience)
                .jwtID(UUID.randomUUID().toString())
                .issueTime(Date.from(clock.instant()))
                .expirationTime(Date.from(clock.instant().plus(LIFE)))
                .build();
        SignedJWT assertion = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.ES384).keyID(key.getKeyID()).build(), claims);
        assertion.sign(new ECDSASigner(key));
        return assertion.serialize();
    }
}
