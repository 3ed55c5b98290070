package nl.ooievaar.server.signature;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.text.ParseException;
import java.util.Map;
import java.util.Optional;
import nl.ooievaar.server.start.StartRefused;

/**
 * The seal of this node: a detached JWS (RFC 7515, appendix F) by ES256 with a key from outside, whose public half anybody can
 * fetch. It says that this node kept these bytes, not that they are true. Thread safe.
 */
public final class NodeSeal {
    private final Optional<ECKey> key;

    private NodeSeal(Optional<ECKey> key) {
        this.key = key;
    }

    /** @param jwk a private EC key on P-256 with a key id, as JWK; blank when this node seals nothing */
    static NodeSeal of(String jwk) {
        if (jwk == null || jwk.isBlank()) {
            return new NodeSeal(Optional.empty());
        }
        try {
            ECKey read = ECKey.parse(jwk);
            if (read.isPrivate() && Curve.P_256.equals(read.getCurve()) && read.getKeyID() != null) {
                return new NodeSeal(Optional.of(read));
            }
        } catch (ParseException e) {
            // The same sentence tells it, and nothing of the key.
        }
        throw new StartRefused("ooievaar.seal-key must be a private EC key on P-256 with a kid, as JWK");
    }

    static String newKey() {
        try {
            return new ECKeyGenerator(Curve.P_256)
                    .keyIDFromThumbprint(true)
                    .keyUse(KeyUse.SIGNATURE)
                    .generate()
                    .toJSONString();
        } catch (JOSEException e) {
            throw new IllegalStateException("P-256 is part of every Java platform", e);
        }
    }

    /** @return empty when this node has no key to seal with */
    public Optional<String> over(byte[] document) {
        return key.map(one -> {
            JWSObject sealed = new JWSObject(
                    new JWSHeader.Builder(JWSAlgorithm.ES256)
                            .keyID(one.getKeyID())
                            .build(),
                    new Payload(document));
            try {
                ECDSASigner signer = new ECDSASigner(one);
                signer.getJCAContext().setProvider(DocumentSignature.PROVIDER);
                sealed.sign(signer);
            } catch (JOSEException e) {
                throw new IllegalStateException("The seal key can't sign", e);
            }
            return sealed.serialize(true);
        });
    }

    /** The public keys, as a JWK Set (RFC 7517). */
    Map<String, Object> published() {
        return key.map(one -> new JWKSet(one).toJSONObject(true)).orElseGet(() -> new JWKSet().toJSONObject(true));
    }
}
