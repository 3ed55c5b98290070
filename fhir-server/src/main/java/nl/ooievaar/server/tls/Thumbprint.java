package nl.ooievaar.server.tls;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Base64;

/** The name by which a token is bound to a certificate: {@code x5t#S256} (RFC 8705, section 3.1). */
public final class Thumbprint {
    private Thumbprint() {}

    public static String of(X509Certificate certificate) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every Java platform", e);
        } catch (CertificateEncodingException e) {
            throw new IllegalArgumentException("a certificate that has no encoded form", e);
        }
    }
}
