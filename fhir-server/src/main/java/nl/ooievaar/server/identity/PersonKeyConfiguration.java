package nl.ooievaar.server.identity;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import nl.ooievaar.server.start.DataFolder;
import nl.ooievaar.server.start.Mode;
import nl.ooievaar.server.start.StartRefused;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/**
 * The key for which an issuer seals who signed in: in production from outside, and only where women sign in; in the sandbox one
 * of its own. Its public half is for anybody, at {@code /.well-known/person-key}.
 */
@Configuration
class PersonKeyConfiguration {
    static final String ADDRESS = "/.well-known/person-key";

    private static final String SETTING = "ooievaar.person-key";
    private static final int SMALLEST = 2048;

    /** @return null, which the framework takes for no bean, where no woman signs in */
    @Bean
    PersonKey personKey(Mode mode, Environment environment, DataFolder folder) throws ParseException {
        String file = environment.getProperty(SETTING, "");
        if (!file.isBlank()) {
            return new PersonKey(read(Path.of(file)));
        }
        if (!mode.isSandbox()) {
            return null;
        }
        byte[] stored =
                folder.secret("person.jwk", () -> PersonKey.fresh("person").getBytes(StandardCharsets.UTF_8));
        return new PersonKey(RSAKey.parse(new String(stored, StandardCharsets.UTF_8)));
    }

    @Bean
    ServletRegistrationBean<JsonDocument> publishedPersonKey(ObjectProvider<PersonKey> key) {
        JsonDocument document = new JsonDocument(request -> {
            PersonKey known = key.getIfAvailable();
            return new JWKSet(known == null ? java.util.List.of() : java.util.List.of(known.publicKey()))
                    .toJSONObject();
        });
        return new ServletRegistrationBean<>(document, ADDRESS);
    }

    private static RSAKey read(Path file) {
        try {
            RSAKey key = RSAKey.parse(Files.readString(file));
            if (!key.isPrivate() || key.size() < SMALLEST) {
                throw new StartRefused(SETTING + " must be a private RSA key of 2048 bits or more");
            }
            return key;
        } catch (IOException | ParseException e) {
            throw new StartRefused(SETTING + " must be a file with a private RSA key as a JSON Web Key");
        }
    }
}
