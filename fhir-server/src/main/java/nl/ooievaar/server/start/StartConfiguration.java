package nl.ooievaar.server.start;

import java.nio.file.Path;
import java.time.Clock;
import org.springframework.boot.autoconfigure.flyway.FlywayConfigurationCustomizer;
import org.springframework.boot.autoconfigure.jdbc.DataSourceProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.core.env.Environment;

/** Composes what everything else stands on, and a command that works on the store too. */
@Configuration
@EnableConfigurationProperties(DataSourceProperties.class)
public class StartConfiguration {
    @Bean
    Mode mode(Environment environment) {
        return Mode.of(environment);
    }

    @Bean
    DataFolder dataFolder(Environment environment) {
        return folder(environment);
    }

    static DataFolder folder(Environment environment) {
        return DataFolder.at(
                Path.of(environment.getProperty("ooievaar.data", System.getProperty("user.home") + "/.ooievaar")));
    }

    /** Started before, and stopped after, the pool that depends on it. */
    @Bean(destroyMethod = "close")
    Database database(Mode mode, Environment environment, DataFolder folder, DataSourceProperties properties) {
        return Mode.embedded(environment)
                ? EmbeddedPostgreSql.start(folder)
                : DatabaseCheck.checked(external(environment, properties));
    }

    static Database.External external(Environment environment, DataSourceProperties properties) {
        Database.Role runtime = new Database.Role(properties.determineUsername(), properties.determinePassword());
        String owner = environment.getProperty(StartCheck.OWNER, "");
        return new Database.External(
                properties.determineUrl(),
                runtime,
                owner.isBlank()
                        ? runtime
                        : new Database.Role(owner, environment.getProperty("spring.flyway.password", "")));
    }

    /** Tables are made and changed as their owner, whose credentials the pool of the server never holds. */
    @Bean
    FlywayConfigurationCustomizer migratesAsOwner(Database database) {
        return flyway -> flyway.dataSource(
                database.url(), database.owner().user(), database.owner().password());
    }

    /** Of this node: for what no other node decides, such as the end of a token. */
    @Bean
    @Primary
    Clock clock() {
        return systemClock();
    }

    /** For commands, which start nothing. */
    public static Clock systemClock() {
        return Clock.systemUTC();
    }
}
