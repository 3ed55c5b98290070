package nl.ooievaar.server.start;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Opens the store: its connections, and the key that must be the one it was closed with. */
@Configuration
class StoreConfiguration {
    @Bean
    HikariDataSource dataSource(Database database, Environment environment) {
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(database.url());
        pool.setUsername(database.runtime().user());
        pool.setPassword(database.runtime().password());
        pool.setMaximumPoolSize(environment.getProperty("ooievaar.pool-size", Integer.class, 16));
        // One request sees one state of the store (design of a request).
        pool.setTransactionIsolation("TRANSACTION_REPEATABLE_READ");
        pool.setAutoCommit(false);
        pool.addDataSourceProperty("reWriteBatchedInserts", "true");
        pool.addDataSourceProperty("ApplicationName", "ooievaar");
        // Whatever hangs, hangs no longer than this, and gives its connection back (PostgreSQL, 20.11).
        Duration most = environment.getProperty("ooievaar.limit.statement", Duration.class, Duration.ofSeconds(30));
        pool.addDataSourceProperty(
                "options",
                "-c statement_timeout=" + most.toMillis() + " -c idle_in_transaction_session_timeout="
                        + most.multipliedBy(2).toMillis());
        pool.setConnectionTimeout(Math.max(most.toMillis() / 2, 1_000));
        return pool;
    }

    @Bean
    @DependsOnDatabaseInitialization
    MasterKey masterKey(Mode mode, Environment environment, DataFolder folder, DataSource store, Clock clock) {
        MasterKey key = MasterKey.of(mode, environment.getProperty("ooievaar.master-key"), folder);
        return StoredKeys.open(key, store, clock);
    }

    /** Of all nodes: for the one moment of each request. */
    @Bean
    DatabaseClock databaseClock(HikariDataSource pool) {
        return new DatabaseClock(pool);
    }
}
