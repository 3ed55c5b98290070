package nl.ooievaar.server.start;

import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.boot.env.EnvironmentPostProcessor;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/** In production every line of the log is a JSON object (Elastic Common Schema), for machines; in the sandbox it is for people. */
public final class ProductionLog implements EnvironmentPostProcessor, Ordered {
    private static final String FORMAT = "logging.structured.format.console";

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        if (!Mode.of(environment).isSandbox()) {
            // Last, so that whoever sets another format gets it.
            environment.getPropertySources().addLast(new MapPropertySource("productionLog", Map.of(FORMAT, "ecs")));
        }
    }

    /** After the mode is known to be one. */
    @Override
    public int getOrder() {
        return ConfigDataEnvironmentPostProcessor.ORDER + 20;
    }
}
