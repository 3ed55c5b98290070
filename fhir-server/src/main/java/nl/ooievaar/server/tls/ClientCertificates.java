package nl.ooievaar.server.tls;

import jakarta.servlet.http.HttpServletRequest;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.X509TrustManager;

/**
 * The certificate of the client of a request, and whether it still counts: a connection or a resumed session outlives what was
 * checked when it was made. Thread safe.
 */
public final class ClientCertificates {
    static final String ATTRIBUTE = "jakarta.servlet.request.X509Certificate";

    private final Optional<CertificateTrust> trust;
    private final Set<String> proxies;

    ClientCertificates(Optional<CertificateTrust> trust, Set<String> proxies) {
        this.trust = trust;
        this.proxies = proxies;
    }

    /** The certificate of the client; that of a proxy is not one, and {@link ForwardedCertificateFilter} puts its client's there. */
    public Optional<X509Certificate> of(HttpServletRequest request) {
        return chain(request).map(chain -> chain[0]).filter(leaf -> !proxies.contains(Thumbprint.of(leaf)));
    }

    /** Whether the certificate of this request, if it has one, is accepted at this moment. */
    public boolean accepts(HttpServletRequest request) {
        Optional<X509Certificate[]> chain = chain(request);
        try {
            if (chain.isPresent()) {
                trust.orElseThrow(() -> new CertificateException("none is trusted"))
                        .verify(chain.get());
            }
            return true;
        } catch (CertificateException e) {
            return false;
        }
    }

    X509TrustManager trustManager() {
        return new ClientTrustManager(trust);
    }

    private static Optional<X509Certificate[]> chain(HttpServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof X509Certificate[] chain && chain.length > 0
                ? Optional.of(chain)
                : Optional.empty();
    }
}
