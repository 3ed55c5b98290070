package nl.ooievaar.server.tls;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;

/** Reads certificates, revocation lists and keys from files, in PEM or, where a file holds one thing, in DER. */
final class Pem {
    private Pem() {}

    static List<X509Certificate> certificates(Path file) throws IOException, GeneralSecurityException {
        return certificates(Files.readAllBytes(file));
    }

    static List<X509Certificate> certificates(byte[] content) throws GeneralSecurityException {
        Collection<?> found =
                CertificateFactory.getInstance("X.509").generateCertificates(new ByteArrayInputStream(content));
        return found.stream().map(X509Certificate.class::cast).toList();
    }

    static List<X509CRL> revocations(Path file) throws IOException, GeneralSecurityException {
        return CertificateFactory.getInstance("X.509")
                .generateCRLs(new ByteArrayInputStream(Files.readAllBytes(file)))
                .stream()
                .map(X509CRL.class::cast)
                .toList();
    }

    /** An unencrypted key: PKCS #8, or as OpenSSL wrote it before. */
    static PrivateKey privateKey(Path file) throws IOException, GeneralSecurityException {
        try (Reader text = new StringReader(Files.readString(file, StandardCharsets.US_ASCII));
                PEMParser parser = new PEMParser(text)) {
            for (Object part = parser.readObject(); part != null; part = parser.readObject()) {
                if (part instanceof PrivateKeyInfo key) {
                    return new JcaPEMKeyConverter().getPrivateKey(key);
                }
                if (part instanceof PEMKeyPair pair) {
                    return new JcaPEMKeyConverter().getPrivateKey(pair.getPrivateKeyInfo());
                }
            }
        }
        throw new GeneralSecurityException("no private key in it that is not encrypted");
    }
}
