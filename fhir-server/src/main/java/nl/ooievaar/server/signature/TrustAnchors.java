package nl.ooievaar.server.signature;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathValidator;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertPathValidatorException.BasicReason;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.ooievaar.server.start.StartRefused;
import nl.ooievaar.server.tls.TrustFiles;
import nl.ooievaar.subject.Reason;
import nl.ooievaar.subject.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The authorities whose certificates may stand under a document, and what they revoked. Without any authority no signature is
 * trusted; where revocation lists are set, an authority without a current one closes. A signature counts when it comes in: a
 * certificate that is revoked by then is refused, whatever moment the signature says it was made at. Thread safe.
 */
final class TrustAnchors {
    private static final Logger LOG = LoggerFactory.getLogger(TrustAnchors.class);

    private final Optional<TrustFiles> files;

    private TrustAnchors(Optional<TrustFiles> files) {
        this.files = files;
    }

    /**
     * @param trust file of certificates in PEM; blank for none
     * @param revocations file or folder of revocation lists; blank for none
     */
    static TrustAnchors of(String trust, String revocations) {
        if (trust.isBlank()) {
            return new TrustAnchors(Optional.empty());
        }
        try {
            return new TrustAnchors(Optional.of(
                    new TrustFiles(Path.of(trust), revocations.isBlank() ? List.of() : List.of(Path.of(revocations)))));
        } catch (IOException | GeneralSecurityException | InvalidPathException e) {
            throw new StartRefused("ooievaar.signature.trust must be a file of certificates in PEM, and"
                    + " ooievaar.signature.crl, where it is set, a file or folder of revocation lists");
        }
    }

    boolean isEmpty() {
        return files.isEmpty();
    }

    boolean asksRevocation() {
        return files.filter(TrustFiles::asksRevocation).isPresent();
    }

    /** @throws nl.ooievaar.subject.RefusedException telling whether it is not trusted, revoked, or can't be told */
    void check(List<X509Certificate> chain, Instant now) {
        TrustFiles here = files.orElseThrow(() -> refusal(Reason.SIGNATURE_UNTRUSTED));
        TrustFiles.Content content = here.current();
        List<X509Certificate> path =
                chain.stream().filter(one -> !content.trusted().contains(one)).toList();
        if (path.isEmpty()) {
            throw refusal(Reason.SIGNATURE_UNTRUSTED);
        }
        try {
            PKIXParameters asked = new PKIXParameters(TrustFiles.anchors(content));
            here.into(asked, content, now);
            CertPathValidator.getInstance("PKIX")
                    .validate(CertificateFactory.getInstance("X.509").generateCertPath(path), asked);
        } catch (CertPathValidatorException e) {
            throw refusal(why(e));
        } catch (GeneralSecurityException e) {
            throw refusal(Reason.SIGNATURE_UNTRUSTED);
        }
    }

    private static Reason why(CertPathValidatorException e) {
        if (e.getReason() == BasicReason.REVOKED) {
            return Reason.SIGNATURE_REVOKED;
        }
        if (e.getReason() == BasicReason.UNDETERMINED_REVOCATION_STATUS) {
            LOG.warn(
                    "A signature can't be judged: no current revocation list of its authority in ooievaar.signature.crl");
            return Reason.SIGNATURE_REVOCATION_UNKNOWN;
        }
        return Reason.SIGNATURE_UNTRUSTED;
    }

    private static RuntimeException refusal(Reason reason) {
        return Refusal.of(reason).exception();
    }
}
