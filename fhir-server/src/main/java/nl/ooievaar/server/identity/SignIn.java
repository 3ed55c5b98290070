package nl.ooievaar.server.identity;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import nl.ooievaar.server.start.MasterKey;
import nl.ooievaar.subject.person.Bsn;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** Where a woman says who she is, in the place of DigiD: in the sandbox only, where women are invented. */
@Configuration
@Conditional(OnlyInSandbox.class)
class SignIn {
    /** A form goes here and on to the app on this machine, and nowhere else. */
    private static final String SAFE = "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none';"
            + " form-action 'self' http://127.0.0.1:* http://localhost:*; frame-ancestors 'none'";

    /** Asks for no password: whoever uses the sandbox may be any of its women. */
    private record Women(MasterKey master) implements AuthenticationProvider {
        @Override
        public Authentication authenticate(Authentication asked) {
            String other = String.valueOf(asked.getCredentials()).strip();
            Bsn bsn = DemoWoman.of(asked.getName())
                    .map(DemoWoman::bsn)
                    .or(() -> Bsn.parse(other).filter(Bsn::isTestNumber))
                    .orElseThrow(() -> new BadCredentialsException("no invented woman"));
            SignedIn woman = new SignedIn(pseudonym(bsn), bsn);
            return UsernamePasswordAuthenticationToken.authenticated(woman, null, List.of());
        }

        @Override
        public boolean supports(Class<?> authentication) {
            return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
        }

        /** The same at each sign-in; without the key it tells nothing of the number. */
        private String pseudonym(Bsn bsn) {
            try {
                Mac mac = Mac.getInstance("HmacSHA256");
                mac.init(new SecretKeySpec(master.derive("sandbox-subject"), "HmacSHA256"));
                return UUID.nameUUIDFromBytes(mac.doFinal(bsn.value().getBytes(StandardCharsets.UTF_8)))
                        .toString();
            } catch (java.security.GeneralSecurityException e) {
                throw new IllegalStateException("HmacSHA256 is part of every Java platform", e);
            }
        }
    }

    @Bean
    @Order(0)
    SecurityFilterChain signingIn(HttpSecurity http, MasterKey master) throws Exception {
        return http.securityMatcher(SignInPage.ADDRESS)
                .headers(headers -> headers.contentSecurityPolicy(csp -> csp.policyDirectives(SAFE))
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER)))
                .authorizeHttpRequests(ask -> ask.anyRequest().permitAll())
                .authenticationProvider(new Women(master))
                .formLogin(form -> form.loginPage(SignInPage.ADDRESS)
                        .loginProcessingUrl(SignInPage.ADDRESS)
                        .usernameParameter("woman")
                        .passwordParameter("bsn")
                        .failureUrl(SignInPage.ADDRESS + "?error"))
                .build();
    }
}
