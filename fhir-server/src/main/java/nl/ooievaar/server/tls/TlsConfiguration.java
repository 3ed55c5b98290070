package nl.ooievaar.server.tls;

import java.io.IOException;
import java.net.InetAddress;
import java.security.GeneralSecurityException;
import java.time.Clock;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import nl.ooievaar.server.start.Mode;
import nl.ooievaar.server.start.StartRefused;
import org.apache.catalina.connector.Connector;
import org.apache.tomcat.util.net.SSLHostConfig;
import org.apache.tomcat.util.net.SSLHostConfigCertificate;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;

/**
 * Ends TLS in the node itself: 1.2 and 1.3, with the client's certificate where it has one. In production on the one port there
 * is; in the sandbox on a second one, so that the first steps need no certificate.
 */
@Configuration
class TlsConfiguration {
    @Bean
    TlsSettings tlsSettings(Environment environment, Mode mode) {
        return TlsSettings.of(environment, mode);
    }

    @Bean
    ClientCertificates clientCertificates(TlsSettings settings, Clock clock) {
        return new ClientCertificates(settings.trust().map(file -> trust(settings, clock)), settings.proxies());
    }

    /** Before anything asks who the client is. */
    @Bean
    FilterRegistrationBean<ForwardedCertificateFilter> forwardedCertificates(TlsSettings settings) {
        FilterRegistrationBean<ForwardedCertificateFilter> registration =
                new FilterRegistrationBean<>(new ForwardedCertificateFilter(settings.proxies()));
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return registration;
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> tls(
            TlsSettings settings, Mode mode, ClientCertificates clients) {
        return factory -> {
            if (!settings.on()) {
                return;
            }
            if (mode.isSandbox()) {
                Connector second = new Connector(TomcatServletWebServerFactory.DEFAULT_PROTOCOL);
                second.setPort(settings.port());
                second.setProperty("address", InetAddress.getLoopbackAddress().getHostAddress());
                second.setProperty("relaxedQueryChars", "|");
                secure(second, settings, clients);
                factory.addAdditionalTomcatConnectors(second);
            } else {
                factory.addConnectorCustomizers(only -> secure(only, settings, clients));
            }
        };
    }

    private static void secure(Connector connector, TlsSettings settings, ClientCertificates clients) {
        SSLHostConfig host = new SSLHostConfig();
        host.setProtocols("TLSv1.2+TLSv1.3");
        host.setCertificateVerification(settings.required() ? "required" : "optional");
        SSLHostConfigCertificate certificate =
                new SSLHostConfigCertificate(host, SSLHostConfigCertificate.Type.UNDEFINED);
        certificate.setSslContext(new NodeTls(context(settings, clients), clients));
        host.addCertificate(certificate);
        connector.addSslHostConfig(host);
        connector.setScheme("https");
        connector.setSecure(true);
        connector.setProperty("SSLEnabled", "true");
    }

    private static SSLContext context(TlsSettings settings, ClientCertificates clients) {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(NodeIdentity.of(settings), new TrustManager[] {clients.trustManager()}, null);
            return context;
        } catch (IOException | GeneralSecurityException e) {
            throw new StartRefused("ooievaar.tls-certificate or ooievaar.tls-key can't be used: "
                    + e.getClass().getSimpleName() + " " + e.getMessage());
        }
    }

    private static CertificateTrust trust(TlsSettings settings, Clock clock) {
        try {
            return new CertificateTrust(settings.trust().orElseThrow(), settings.revocations(), clock);
        } catch (IOException | GeneralSecurityException e) {
            throw new StartRefused("ooievaar.tls-trust or ooievaar.tls-crl can't be used: "
                    + e.getClass().getSimpleName() + " " + e.getMessage());
        }
    }
}
