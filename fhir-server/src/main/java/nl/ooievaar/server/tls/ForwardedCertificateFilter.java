package nl.ooievaar.server.tls;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Puts the certificate of the client in the place of that of a proxy, when the connection was made by a proxy that is named in
 * the settings by its own certificate. From anybody else the header means nothing.
 *
 * <p>Header {@code Client-Cert}: the certificate in base64 between colons (RFC 9440), or in PEM with percent-encoding, as some
 * proxies write it. A proxy must take the header away from what its clients send.
 */
final class ForwardedCertificateFilter extends OncePerRequestFilter {
    static final String HEADER = "Client-Cert";

    private final Set<String> proxies;

    ForwardedCertificateFilter(Set<String> proxies) {
        this.proxies = proxies;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String sent = request.getHeader(HEADER);
        if (sent != null && byProxy(request)) {
            try {
                request.setAttribute(ClientCertificates.ATTRIBUTE, new X509Certificate[] {read(sent)});
            } catch (GeneralSecurityException | IllegalArgumentException e) {
                response.sendError(400);
                return;
            }
        }
        chain.doFilter(request, response);
    }

    private boolean byProxy(HttpServletRequest request) {
        return request.getAttribute(ClientCertificates.ATTRIBUTE) instanceof X509Certificate[] chain
                && chain.length > 0
                && proxies.contains(Thumbprint.of(chain[0]));
    }

    static X509Certificate read(String header) throws GeneralSecurityException {
        boolean structured = header.startsWith(":") && header.endsWith(":") && header.length() > 2;
        byte[] content = structured
                ? Base64.getDecoder().decode(header.substring(1, header.length() - 1))
                : URLDecoder.decode(header.replace("+", "%2B"), StandardCharsets.US_ASCII)
                        .getBytes(StandardCharsets.US_ASCII);
        List<X509Certificate> found = Pem.certificates(content);
        if (found.size() != 1) {
            throw new GeneralSecurityException("one certificate is expected");
        }
        return found.get(0);
    }
}
