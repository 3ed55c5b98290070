package nl.ooievaar.server.start;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.boot.env.EnvironmentPostProcessor;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;

/** Refuses to start on settings that may not be combined, before anything else is made. */
public final class StartCheck implements EnvironmentPostProcessor, Ordered {
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
        String key = environment.getProperty("ooievaar.master-key");
        if (key == null || key.isBlank()) {
            throw new StartRefused(
                    "Set ooievaar.master-key (32 bytes in base64): stored bodies are encrypted under it");
        }
    }

    /** After the configuration files are read. */
    @Override
    public int getOrder() {
        return ConfigDataEnvironmentPostProcessor.ORDER + 10;
    }
}
