package nl.ooievaar.server.identity;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nl.ooievaar.server.start.Mode;
import nl.ooievaar.server.tls.ClientCertificates;
import nl.ooievaar.server.types.ResourceTypes;
import nl.ooievaar.server.types.TypeClass;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** Every door asks for a token, except the capability statement, the published contract and the health of the node. */
@Configuration
class SecurityConfiguration {
    /** A page of ours is text, one style sheet and a drawing: whatever else gets into one does nothing. */
    private static final String SAFE = "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none';"
            + " form-action 'none'; frame-ancestors 'none'";

    /** The site of the contract, as patterns of addresses. */
    private static final List<String> OPEN = List.of(
            "/",
            "/index.html",
            "/nl",
            "/nl/**",
            "/en",
            "/en/**",
            SmartConfiguration.NAME,
            "/fhir" + SmartConfiguration.NAME,
            PersonKeyConfiguration.ADDRESS,
            "/cds-services",
            "/definitions/**",
            "/examples/**",
            "/site.css",
            "/site.zip",
            "/stork.svg");

    @Bean
    @Order(2)
    SecurityFilterChain doors(HttpSecurity http, ResourceTypes types, Door door, CallerCheck check) throws Exception {
        Stream<String> contract = types.all().stream()
                .filter(type -> type.typeClass() == TypeClass.CONFORMANCE)
                .flatMap(type -> Stream.of("/fhir/" + type.name(), "/fhir/" + type.name() + "/**"));
        String[] open = Stream.of(
                        contract,
                        OPEN.stream(),
                        Stream.of("/package.tgz", "/nl.ooievaar.phb/**", "/.well-known/seal-keys"))
                .flatMap(one -> one)
                .toArray(String[]::new);
        return http.csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(AbstractHttpConfigurer::disable)
                .headers(headers -> headers.contentSecurityPolicy(csp -> csp.policyDirectives(SAFE))
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER)))
                .authorizeHttpRequests(ask -> ask.requestMatchers(HttpMethod.GET, "/fhir/metadata")
                        .permitAll()
                        .requestMatchers("/fhir/PlanDefinition/*/$apply")
                        .authenticated()
                        .requestMatchers(HttpMethod.GET, open)
                        .permitAll()
                        .requestMatchers(HttpMethod.HEAD, open)
                        .permitAll()
                        .requestMatchers("/actuator/health/**", "/error")
                        .permitAll()
                        .requestMatchers("/fhir/**", "/cds-services/*")
                        .authenticated()
                        .anyRequest()
                        .denyAll())
                .oauth2ResourceServer(server -> server.jwt(Customizer.withDefaults())
                        .authenticationEntryPoint(door)
                        .accessDeniedHandler((request, response, denied) -> response.sendError(403)))
                .exceptionHandling(e -> e.authenticationEntryPoint(door)
                        .accessDeniedHandler((request, response, denied) -> response.sendError(403)))
                .addFilterAfter(check, BearerTokenAuthenticationFilter.class)
                .build();
    }

    @Bean
    Door door(RefusedAccess record, Clock clock) {
        return new Door(record, clock);
    }

    @Bean
    CallerCheck callerCheck(
            ClientCertificates certificates,
            Mode mode,
            Environment environment,
            ObjectProvider<PersonKey> personKey,
            Door door) {
        boolean required = Binding.of(environment, mode) == Binding.REQUIRED;
        return new CallerCheck(certificates, required, Optional.ofNullable(personKey.getIfAvailable()), door);
    }

    /** It stands in the chain of the doors, and nowhere else. */
    @Bean
    FilterRegistrationBean<CallerCheck> onlyInTheChain(CallerCheck check) {
        FilterRegistrationBean<CallerCheck> registration = new FilterRegistrationBean<>(check);
        registration.setEnabled(false);
        return registration;
    }

    @Bean
    HttpFirewall firewall() {
        StrictHttpFirewall firewall = new StrictHttpFirewall();
        firewall.setAllowedHeaderValues(SecurityConfiguration::printable);
        return firewall;
    }

    /**
     * The rule of Spring's firewall for header values, without its regular expression: each of its filters that reads a header
     * matches the whole token again, a third of the samples in a profile of worklist pages.
     */
    static boolean printable(String value) {
        for (int i = 0; i < value.length(); i += Character.charCount(value.codePointAt(i))) {
            int at = value.codePointAt(i);
            if (at != '\t' && (Character.isISOControl(at) || !Character.isDefined(at))) {
                return false;
            }
        }
        return true;
    }

    /** A span for each filter of each request costs more than reading a token does, and tells an operator nothing. */
    @Bean
    SecurityObservationSettings observations() {
        return SecurityObservationSettings.noObservations();
    }

    /** Whatever verifies the tokens, the sandbox's own key or an issuer's, does so through {@link VerifiedTokens}. */
    @Bean
    static BeanPostProcessor verifiedTokens(ObjectProvider<Clock> clock) {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof JwtDecoder decoder ? new VerifiedTokens(decoder, clock.getObject()) : bean;
            }
        };
    }
}
