package nl.ooievaar.server.start;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.jdbc.DataSourceProperties;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * The database and the master key of the server, for a command beside it: the same settings from the same places, and no server.
 */
public final class Store implements AutoCloseable {
    private final Database database;
    private final MasterKey key;

    private Store(Database database, MasterKey key) {
        this.database = database;
        this.key = key;
    }

    /** Nothing but the settings. */
    static final class Settings {}

    /**
     * @param arguments settings in the form {@code --name=value}, before all others
     * @throws StartRefused when the settings do not fit or the database does not answer
     */
    public static Store open(String... arguments) {
        try (ConfigurableApplicationContext context = new SpringApplicationBuilder(Settings.class)
                .web(WebApplicationType.NONE)
                .logStartupInfo(false)
                .registerShutdownHook(false)
                .run(arguments)) {
            Environment environment = context.getEnvironment();
            DataFolder folder = StartConfiguration.folder(environment);
            MasterKey key = MasterKey.of(Mode.of(environment), environment.getProperty("ooievaar.master-key"), folder);
            Database database = database(environment, folder);
            DriverManagerDataSource store = new DriverManagerDataSource(
                    database.url(),
                    database.runtime().user(),
                    database.runtime().password());
            return new Store(database, StoredKeys.open(key, store, StartConfiguration.systemClock()));
        }
    }

    private static Database database(Environment environment, DataFolder folder) {
        if (Mode.embedded(environment)) {
            return EmbeddedPostgreSql.beside(folder);
        }
        DataSourceProperties properties =
                Binder.get(environment).bindOrCreate("spring.datasource", DataSourceProperties.class);
        return DatabaseCheck.checked(StartConfiguration.external(environment, properties));
    }

    public MasterKey key() {
        return key;
    }

    public Clock clock() {
        return StartConfiguration.systemClock();
    }

    /** A connection as the runtime role. */
    public Connection connection() throws SQLException {
        return DatabaseCheck.connect(database, database.runtime());
    }

    @Override
    public void close() {
        database.close();
    }
}
