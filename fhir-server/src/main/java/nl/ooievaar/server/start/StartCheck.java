package nl.ooievaar.server.start;

import java.net.URI;
import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.boot.env.EnvironmentPostProcessor;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;

/** Refuses to start on settings that may not be combined, before anything else is made. */
public final class StartCheck implements EnvironmentPostProcessor, Ordered {
    /** The role that owns the tables; its absence means that the server works as their owner. */
    static final String OWNER = "spring.flyway.user";

    private static final String ISSUER = "spring.security.oauth2.resourceserver.jwt.issuer-uri";
    private static final String AUDIENCES = "spring.security.oauth2.resourceserver.jwt.audiences";

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        check(Mode.of(environment), environment);
    }

    static void check(Mode mode, ConfigurableEnvironment environment) {
        if (mode.isSandbox()) {
            return;
        }
        if (Mode.embedded(environment)) {
            throw new StartRefused(
                    "Set spring.datasource.url: production needs a PostgreSQL of its own, the embedded one trusts"
                            + " every process of this machine");
        }
        if (missing("ooievaar.master-key", environment)) {
            throw new StartRefused(
                    "Set ooievaar.master-key (32 bytes in base64): stored bodies are encrypted under it");
        }
        if (missing(ISSUER, environment)) {
            throw new StartRefused("Set " + ISSUER + ": production issues no tokens and trusts those of this issuer");
        }
        String owner = environment.getProperty(OWNER, "");
        if (owner.isBlank() || owner.equals(environment.getProperty("spring.datasource.username"))) {
            throw new StartRefused("Set " + OWNER + " (and its password) to the owner of the tables, another role than"
                    + " spring.datasource.username: the server must not be able to change the access log");
        }
        if (!safe(environment.getProperty(ISSUER))) {
            throw new StartRefused(
                    ISSUER + " must be an https address: whoever is between could bring keys of his own (http only on"
                            + " this machine itself)");
        }
        if (missing(AUDIENCES, environment) && missing(AUDIENCES + "[0]", environment)) {
            throw new StartRefused("Set " + AUDIENCES
                    + " to the name the issuer has for this server, such as its FHIR base: without it"
                    + " a token for another service would do");
        }
        if (missing("ooievaar.tls-certificate", environment)
                && !"optional".equals(environment.getProperty("ooievaar.tls-binding"))) {
            throw new StartRefused(
                    "Set ooievaar.tls-certificate, ooievaar.tls-key, ooievaar.tls-trust and ooievaar.tls-crl: tokens are"
                            + " bound to client certificates; or set ooievaar.tls-binding=optional where a stolen token is"
                            + " kept out otherwise");
        }
    }

    private static boolean safe(String issuer) {
        try {
            URI address = URI.create(issuer);
            return "https".equals(address.getScheme()) && address.getHost() != null
                    || "http".equals(address.getScheme())
                            && List.of("127.0.0.1", "localhost", "[::1]").contains(String.valueOf(address.getHost()));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static boolean missing(String setting, ConfigurableEnvironment environment) {
        String set = environment.getProperty(setting);
        return set == null || set.isBlank();
    }

    /** After the configuration files are read. */
    @Override
    public int getOrder() {
        return ConfigDataEnvironmentPostProcessor.ORDER + 10;
    }
}
