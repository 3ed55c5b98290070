package nl.ooievaar.server.identity;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.RSADecrypter;
import com.nimbusds.jose.crypto.RSAEncrypter;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.text.ParseException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import nl.ooievaar.subject.person.Bsn;

/**
 * The key under which an issuer tells this node, and nobody else, who signed in: the claim {@code person} is a JWE (RFC 7516)
 * of the citizen service number, so that no token holds one in clear. Thread safe.
 */
public final class PersonKey {
    private static final JWEHeader HEADER = new JWEHeader(JWEAlgorithm.RSA_OAEP_256, EncryptionMethod.A256GCM);

    private static final int KEPT = 1000;

    private final RSAKey key;

    /** The claims opened last: one request asks several times, a token comes many times, and each opening costs a private key. */
    private final Map<String, Bsn> opened = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bsn> eldest) {
            return size() > KEPT;
        }
    });

    public PersonKey(RSAKey key) {
        this.key = key;
    }

    /** The form in which an issuer hands it over. */
    public String seal(Bsn bsn) {
        try {
            JWEObject sealed = new JWEObject(HEADER, new Payload(bsn.value()));
            sealed.encrypt(new RSAEncrypter(key.toRSAPublicKey()));
            return sealed.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException("RSA-OAEP is part of every Java platform", e);
        }
    }

    /** The half that an issuer needs, marked for encryption. */
    RSAKey publicKey() {
        return new RSAKey.Builder(key.toPublicJWK())
                .keyUse(KeyUse.ENCRYPTION)
                .algorithm(JWEAlgorithm.RSA_OAEP_256)
                .build();
    }

    /** A new key, as a JSON Web Key. */
    static String fresh(String id) {
        try {
            return new RSAKeyGenerator(2048).keyID(id).generate().toJSONString();
        } catch (JOSEException e) {
            throw new IllegalStateException("RSA is part of every Java platform", e);
        }
    }

    /** @return empty when it was not sealed for this node, or holds no citizen service number */
    public Optional<Bsn> open(String sealed) {
        Optional<Bsn> known = Optional.ofNullable(opened.get(sealed));
        if (known.isPresent()) {
            return known;
        }
        Optional<Bsn> found = decrypt(sealed);
        found.ifPresent(bsn -> opened.put(sealed, bsn));
        return found;
    }

    private Optional<Bsn> decrypt(String sealed) {
        try {
            JWEObject read = JWEObject.parse(sealed);
            if (!JWEAlgorithm.RSA_OAEP_256.equals(read.getHeader().getAlgorithm())) {
                return Optional.empty();
            }
            read.decrypt(new RSADecrypter(key.toRSAPrivateKey()));
            return Bsn.parse(read.getPayload().toString());
        } catch (ParseException | JOSEException e) {
            return Optional.empty();
        }
    }
}
