package nl.ooievaar.server.signature;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CertPath;
import java.security.cert.CertPathValidator;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import nl.ooievaar.server.start.StartRefused;
import nl.ooievaar.subject.Reason;
import nl.ooievaar.subject.Refusal;

/**
 * The authorities whose certificates may stand under a document. Without any, no signature is trusted. Revocation is not asked
 * for: the threat model says what that leaves open. Thread safe.
 */
final class TrustAnchors {
    private final Set<X509Certificate> authorities;

    private TrustAnchors(Set<X509Certificate> authorities) {
        this.authorities = authorities;
    }

    /** @param file certificates in PEM; blank for none */
    static TrustAnchors of(String file) {
        if (file == null || file.isBlank()) {
            return new TrustAnchors(Set.of());
        }
        try (InputStream in = Files.newInputStream(Path.of(file))) {
            Set<X509Certificate> read = CertificateFactory.getInstance("X.509").generateCertificates(in).stream()
                    .map(X509Certificate.class::cast)
                    .collect(Collectors.toSet());
            if (!read.isEmpty()) {
                return new TrustAnchors(read);
            }
        } catch (IOException | GeneralSecurityException | InvalidPathException e) {
            // The same sentence tells it.
        }
        throw new StartRefused("ooievaar.signature.trust must be a file of certificates in PEM");
    }

    boolean isEmpty() {
        return authorities.isEmpty();
    }

    void check(List<X509Certificate> chain, Instant now) {
        List<X509Certificate> path =
                chain.stream().filter(one -> !authorities.contains(one)).toList();
        try {
            if (authorities.isEmpty() || path.isEmpty()) {
                throw untrusted();
            }
            CertPath certificates = CertificateFactory.getInstance("X.509", DocumentSignature.PROVIDER)
                    .generateCertPath(path);
            PKIXParameters parameters = new PKIXParameters(
                    authorities.stream().map(one -> new TrustAnchor(one, null)).collect(Collectors.toSet()));
            parameters.setRevocationEnabled(false);
            parameters.setDate(Date.from(now));
            CertPathValidator.getInstance("PKIX", DocumentSignature.PROVIDER).validate(certificates, parameters);
        } catch (GeneralSecurityException e) {
            throw untrusted();
        }
    }

    private static RuntimeException untrusted() {
        return Refusal.of(Reason.SIGNATURE_UNTRUSTED).exception();
    }
}
