package nl.ooievaar.server.tls;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.GeneralSecurityException;
import java.security.InvalidAlgorithmParameterException;
import java.security.cert.CertStore;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Instant;
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
 * Certificates to trust and revocation lists, in files that are read again when one changes. Where there are lists, an issuer
 * without a current one is not trusted, so an outdated list closes (RFC 5280, 6.3). Thread safe.
 */
public final class TrustFiles {
    private static final Logger LOG = LoggerFactory.getLogger(TrustFiles.class);

    /**
     * What the files held when they were read.
     *
     * @param files with what changes when one does
     */
    public record Content(Set<String> files, List<X509Certificate> trusted, List<X509CRL> revocations) {}

    private final Path trust;
    private final List<Path> revocationFiles;
    private volatile Content last;

    /**
     * @param trust certificates to trust, in PEM
     * @param revocationFiles files, or folders of files, with revocation lists; empty when nothing is ever revoked
     * @throws GeneralSecurityException also when there is no certificate to trust
     */
    public TrustFiles(Path trust, List<Path> revocationFiles) throws IOException, GeneralSecurityException {
        this.trust = trust;
        this.revocationFiles = List.copyOf(revocationFiles);
        this.last = read(files());
    }

    /** The same object as long as no file changes. */
    public Content current() {
        Content before = last;
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

    public boolean asksRevocation() {
        return !revocationFiles.isEmpty();
    }

    /** As parameters of a path: what is revoked, and when it is asked. */
    public void into(PKIXParameters asked, Content content, Instant now) throws GeneralSecurityException {
        asked.setDate(Date.from(now));
        asked.addCertStore(
                CertStore.getInstance("Collection", new CollectionCertStoreParameters(content.revocations())));
        asked.setRevocationEnabled(asksRevocation());
    }

    /** Whom the files trust. */
    public static Set<TrustAnchor> anchors(Content content) {
        return content.trusted().stream().map(one -> new TrustAnchor(one, null)).collect(Collectors.toSet());
    }

    private Content read(Set<String> files) throws IOException, GeneralSecurityException {
        List<X509CRL> revocations = new ArrayList<>();
        for (Path file : lists()) {
            revocations.addAll(Pem.revocations(file));
        }
        List<X509Certificate> trusted = Pem.certificates(trust);
        if (trusted.isEmpty()) {
            throw new InvalidAlgorithmParameterException("no certificate to trust");
        }
        return new Content(files, trusted, revocations);
    }

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
