package nl.ooievaar.server.signature;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.factories.DefaultJWSVerifierFactory;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jose.util.X509CertChainUtils;
import java.nio.charset.StandardCharsets;
import java.security.Provider;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;
import java.text.ParseException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.ooievaar.subject.Reason;
import nl.ooievaar.subject.Refusal;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/**
 * Verifies a JWS in compact form over a document (RFC 7515), whole or detached (appendix F): its algorithm, its signature over
 * these very bytes, and the certificate in its header (x5c) up to an authority that is trusted here. Thread safe.
 */
public final class DocumentSignature {
    /** What a signature must be, for messages. */
    public static final String FORM = "application/jose: a JWS by RS256, ES256 or ES384 with its certificates in x5c";

    private static final Set<JWSAlgorithm> ALGORITHMS =
            Set.of(JWSAlgorithm.RS256, JWSAlgorithm.ES256, JWSAlgorithm.ES384);
    private static final int SHORTEST_RSA = 2048;
    private static final int LONGEST_CHAIN = 5;
    private static final int LONGEST = 100_000;

    static final Provider PROVIDER = new BouncyCastleProvider();

    private final TrustAnchors trust;

    DocumentSignature(TrustAnchors trust) {
        this.trust = trust;
    }

    /**
     * @param jws as it stands in {@code Signature.data}
     * @param document the bytes that were signed
     * @return the URA of the organisation in the certificate, if it names one
     * @throws nl.ooievaar.subject.RefusedException when it does not hold, or nobody here trusts who made it
     */
    public Optional<String> verify(byte[] jws, byte[] document, Instant now) {
        if (jws.length > LONGEST) {
            throw invalid();
        }
        String[] parts = new String(jws, StandardCharsets.US_ASCII).trim().split("\\.", -1);
        Base64URL payload = Base64URL.encode(document);
        if (parts.length != 3 || !parts[1].isEmpty() && !parts[1].equals(payload.toString())) {
            throw invalid();
        }
        try {
            JWSHeader header = JWSHeader.parse(new Base64URL(parts[0]));
            List<X509Certificate> chain = chain(header);
            byte[] signed = (parts[0] + "." + payload).getBytes(StandardCharsets.US_ASCII);
            JWSVerifier verifier = new DefaultJWSVerifierFactory()
                    .createJWSVerifier(header, chain.get(0).getPublicKey());
            verifier.getJCAContext().setProvider(PROVIDER);
            if (!verifier.verify(header, signed, new Base64URL(parts[2]))) {
                throw invalid();
            }
            trust.check(chain, now);
            return UziName.ura(chain.get(0));
        } catch (ParseException | JOSEException | IllegalArgumentException e) {
            throw invalid();
        }
    }

    private static List<X509Certificate> chain(JWSHeader header) throws ParseException {
        // A header that must be understood, and is not, makes the signature mean something else (RFC 7515, 4.1.11).
        boolean plain = header.getCriticalParams() == null && header.isBase64URLEncodePayload();
        if (!ALGORITHMS.contains(header.getAlgorithm()) || !plain || header.getX509CertChain() == null) {
            throw invalid();
        }
        List<X509Certificate> chain = X509CertChainUtils.parse(header.getX509CertChain());
        boolean weak = chain.isEmpty()
                || chain.size() > LONGEST_CHAIN
                || chain.get(0).getPublicKey() instanceof RSAPublicKey rsa
                        && rsa.getModulus().bitLength() < SHORTEST_RSA
                || !maySign(chain.get(0));
        if (weak) {
            throw invalid();
        }
        return chain;
    }

    /** Digital signature or non-repudiation, when the certificate says what its key is for (RFC 5280, 4.2.1.3). */
    private static boolean maySign(X509Certificate certificate) {
        boolean[] usage = certificate.getKeyUsage();
        return usage == null || usage[0] || usage[1];
    }

    private static RuntimeException invalid() {
        return Refusal.of(Reason.SIGNATURE_INVALID, FORM).exception();
    }
}
