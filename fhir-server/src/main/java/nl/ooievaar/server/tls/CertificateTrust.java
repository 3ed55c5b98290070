package nl.ooievaar.server.tls;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertStore;
import java.security.cert.CertificateException;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.List;

/**
 * Whose client certificates this node accepts: those that lead to one of the trusted certificates, hold now, are for clients,
 * and are not revoked (RFC 5280). Thread safe.
 */
public final class CertificateTrust {
    private static final List<String> FOR_CLIENTS = List.of("1.3.6.1.5.5.7.3.2", "2.5.29.37.0");
    /** A list that is outdated meanwhile closes after this. */
    private static final Duration KEPT = Duration.ofSeconds(30);

    /** Certificates that were accepted by what the files held. */
    private record Accepted(TrustFiles.Content by, Cache<String, Boolean> prints) {
        static Accepted by(TrustFiles.Content content) {
            return new Accepted(
                    content,
                    Caffeine.newBuilder()
                            .expireAfterWrite(KEPT)
                            .maximumSize(10_000)
                            .build());
        }
    }

    private final TrustFiles files;
    private final Clock clock;
    private volatile Accepted last;

    /**
     * @param trust certificates to trust, in PEM
     * @param revocationFiles files, or folders of files, with revocation lists; empty when nothing is ever revoked
     */
    CertificateTrust(Path trust, List<Path> revocationFiles, Clock clock) throws IOException, GeneralSecurityException {
        this.files = new TrustFiles(trust, revocationFiles);
        this.clock = clock;
        this.last = Accepted.by(files.current());
    }

    /** @throws CertificateException when it is not accepted; the message names nobody */
    public void verify(X509Certificate[] chain) throws CertificateException {
        Accepted accepted = accepted();
        X509Certificate leaf = chain[0];
        leaf.checkValidity(Date.from(clock.instant()));
        String print = Thumbprint.of(leaf);
        if (accepted.prints().getIfPresent(print) == null) {
            try {
                CertPathBuilder.getInstance("PKIX").build(asked(accepted.by(), chain));
            } catch (GeneralSecurityException e) {
                throw new CertificateException("client certificate not accepted", e);
            }
            if (!forClients(leaf)) {
                throw new CertificateException("not a certificate for clients");
            }
            accepted.prints().put(print, true);
        }
    }

    X509Certificate[] trusted() {
        return files.current().trusted().toArray(X509Certificate[]::new);
    }

    private PKIXBuilderParameters asked(TrustFiles.Content content, X509Certificate[] chain)
            throws GeneralSecurityException {
        X509CertSelector leaf = new X509CertSelector();
        leaf.setCertificate(chain[0]);
        PKIXBuilderParameters asked = new PKIXBuilderParameters(TrustFiles.anchors(content), leaf);
        files.into(asked, content, clock.instant());
        asked.addCertStore(CertStore.getInstance("Collection", new CollectionCertStoreParameters(List.of(chain))));
        return asked;
    }

    private static boolean forClients(X509Certificate leaf) throws CertificateException {
        List<String> uses = leaf.getExtendedKeyUsage();
        return leaf.getBasicConstraints() < 0 && (uses == null || uses.stream().anyMatch(FOR_CLIENTS::contains));
    }

    private Accepted accepted() {
        TrustFiles.Content now = files.current();
        if (last.by() != now) {
            last = Accepted.by(now);
        }
        return last;
    }
}
