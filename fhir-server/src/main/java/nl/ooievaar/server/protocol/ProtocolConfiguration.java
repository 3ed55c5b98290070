package nl.ooievaar.server.protocol;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import nl.ooievaar.server.audit.Audit;
import nl.ooievaar.server.identity.Callers;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.UrlBasedCorsConfigurationSource;
import org.springframework.web.filter.CorsFilter;

/** Puts the threshold before everything else, and before it, if any are named, the answer to browsers of other origins. */
@Configuration
class ProtocolConfiguration {
    @Bean
    FilterRegistrationBean<Threshold> threshold(Environment environment, Callers callers, Audit audit, Clock clock) {
        Limits limits = Limits.of(environment);
        Threshold threshold = new Threshold(
                new RateLimit(limits, System::nanoTime),
                callers,
                new RefusalRecord(audit, clock),
                Duration.ofSeconds(limits.bodySeconds()));
        FilterRegistrationBean<Threshold> first = new FilterRegistrationBean<>(threshold);
        first.setOrder(Ordered.HIGHEST_PRECEDENCE + 1);
        return first;
    }

    /** TRACE comes as far as the threshold, which refuses it as any method that no door knows. */
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> trace() {
        return factory -> factory.addConnectorCustomizers(connector -> connector.setAllowTrace(true));
    }

    /** Closed unless an origin is named; credentials of the browser itself are never let in: the token is. */
    @Bean
    FilterRegistrationBean<CorsFilter> origins(Environment environment) {
        Origins origins = Origins.of(environment);
        CorsConfiguration open = new CorsConfiguration();
        open.setAllowedOrigins(origins.checked());
        open.setAllowedMethods(List.of("GET", "HEAD", "POST", "PUT", "PATCH"));
        open.setAllowedHeaders(List.of(
                "Authorization",
                "Content-Type",
                "Accept",
                "Accept-Language",
                "If-Match",
                "If-None-Match",
                "If-None-Exist",
                "Idempotency-Key",
                "Prefer"));
        open.setExposedHeaders(List.of("ETag", "Last-Modified", "Location", "Content-Location", "Retry-After"));
        open.setMaxAge(Duration.ofMinutes(10));
        UrlBasedCorsConfigurationSource everywhere = new UrlBasedCorsConfigurationSource();
        everywhere.registerCorsConfiguration("/**", open);
        FilterRegistrationBean<CorsFilter> before = new FilterRegistrationBean<>(new CorsFilter(everywhere));
        before.setEnabled(!origins.origins().isEmpty());
        before.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return before;
    }
}
