package nl.ooievaar.server.tls;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.GeneralSecurityException;
import java.security.InvalidAlgorithmParameterException;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertStore;
import java.security.cert.CertificateException;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CRL;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whose client certificates this node accepts: those that lead to one of the trusted certificates, hold now, are for clients,
 * and are not revoked (RFC 5280). Revocation lists are read again when a file changes; where there are lists, an issuer without
 * a current one is not trusted, so an outdated list closes. Thread safe.
 */
public final class CertificateTrust {
    private static final Logger LOG = LoggerFactory.getLogger(CertificateTrust.class);
    private static final List<String> FOR_CLIENTS = List.of("1.3.6.1.5.5.7.3.2", "2.5.29.37.0");
    /** A list that is outdated meanwhile closes after this. */
    private static final Duration KEPT = Duration.ofSeconds(30);

    /** What the files held when they were read. */
    private record Read(
            Set<String> files,
            List<X509Certificate> trusted,
            List<X509CRL> revocations,
            Cache<String, Boolean> accepted) {}

    private final Path trust;
    private final List<Path> revocationFiles;
    private final Clock clock;
    private volatile Read last;

    /**
     * @param trust certificates to trust, in PEM
     * @param revocationFiles files, or folders of files, with revocation lists; empty when nothing is ever revoked
     */
    CertificateTrust(Path trust, List<Path> revocationFiles, Clock clock) throws IOException, GeneralSecurityException {
        this.trust = trust;
        this.revocationFiles = List.copyOf(revocationFiles);
        this.clock = clock;
        this.last = read(files());
    }

    /** @throws CertificateException when it is not accepted; the message names nobody */
    public void verify(X509Certificate[] chain) throws CertificateException {
        Read read = current();
        X509Certificate leaf = chain[0];
        leaf.checkValidity(Date.from(clock.instant()));
        String print = Thumbprint.of(leaf);
        if (read.accepted().getIfPresent(print) == null) {
            try {
                CertPathBuilder.getInstance("PKIX").build(asked(read, chain));
            } catch (GeneralSecurityException e) {
                throw new CertificateException("client certificate not accepted", e);
            }
            if (!forClients(leaf)) {
                throw new CertificateException("not a certificate for clients");
            }
            read.accepted().put(print, true);
        }
    }

    X509Certificate[] trusted() {
        return current().trusted().toArray(X509Certificate[]::new);
    }

    private PKIXBuilderParameters asked(Read read, X509Certificate[] chain) throws GeneralSecurityException {
        X509CertSelector leaf = new X509CertSelector();
        leaf.setCertificate(chain[0]);
        Set<TrustAnchor> anchors =
                read.trusted().stream().map(one -> new TrustAnchor(one, null)).collect(Collectors.toSet());
        PKIXBuilderParameters asked = new PKIXBuilderParameters(anchors, leaf);
        asked.setDate(Date.from(clock.instant()));
        asked.addCertStore(store(List.of(chain)));
        asked.addCertStore(store(read.revocations()));
        asked.setRevocationEnabled(!revocationFiles.isEmpty());
        return asked;
    }

    private static CertStore store(List<?> content) throws GeneralSecurityException {
        return CertStore.getInstance("Collection", new CollectionCertStoreParameters(content));
    }

    private static boolean forClients(X509Certificate leaf) throws CertificateException {
        List<String> uses = leaf.getExtendedKeyUsage();
        return leaf.getBasicConstraints() < 0 && (uses == null || uses.stream().anyMatch(FOR_CLIENTS::contains));
    }

    private Read current() {
        Read before = last;
        try {
            Set<String> files = files();
            if (!files.equals(before.files())) {
                last = read(files);
            }
        } catch (IOException | GeneralSecurityException e) {
            // Half written, perhaps: what was read before holds on, until its lists are outdated.
            LOG.warn(
                    "The files of trusted certificates or revocation lists can't be read: {}",
                    e.getClass().getName());
        }
        return last;
    }

    private Read read(Set<String> files) throws IOException, GeneralSecurityException {
        List<X509CRL> revocations = new ArrayList<>();
        for (Path file : lists()) {
            revocations.addAll(Pem.revocations(file));
        }
        List<X509Certificate> trusted = Pem.certificates(trust);
        if (trusted.isEmpty()) {
            throw new InvalidAlgorithmParameterException("no certificate to trust");
        }
        return new Read(
                files,
                trusted,
                revocations,
                Caffeine.newBuilder().expireAfterWrite(KEPT).maximumSize(10_000).build());
    }

    /** The files with what changes when one does. */
    private Set<String> files() throws IOException {
        Set<String> found = new TreeSet<>();
        List<Path> all = new ArrayList<>(lists());
        all.add(trust);
        for (Path file : all) {
            BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
            found.add(file + " " + now.lastModifiedTime() + " " + now.size());
        }
        return found;
    }

    private List<Path> lists() throws IOException {
        Set<Path> found = new LinkedHashSet<>();
        for (Path one : revocationFiles) {
            if (Files.isDirectory(one)) {
                try (Stream<Path> inside = Files.list(one)) {
                    inside.filter(Files::isRegularFile).sorted().forEach(found::add);
                }
            } else {
                found.add(one);
            }
        }
        return List.copyOf(found);
    }
}
