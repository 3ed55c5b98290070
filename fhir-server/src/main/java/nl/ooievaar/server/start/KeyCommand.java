package nl.ooievaar.server.start;

import java.io.PrintStream;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.springframework.beans.factory.BeanCreationException;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** What commands that replace a key have in common: the settings of the server, and the only connection to its database. */
final class KeyCommand {
    /** What one of them does. */
    interface Work {
        /** @param store as the owner of the tables: keys are what the server reads; whoever replaces them owns them */
        void on(ConfigurableApplicationContext settings, Connection store) throws SQLException;
    }

    /** A table that is not there (PostgreSQL, appendix A). */
    private static final String UNDEFINED_TABLE = "42P01";

    private static final int LOOKS = 20;

    private KeyCommand() {}

    /** @return 0 when it is done, 2 when it can't be, and why is printed */
    static int run(List<String> arguments, PrintStream err, Work work) {
        try (ConfigurableApplicationContext context = new SpringApplicationBuilder(StartConfiguration.class)
                .web(WebApplicationType.NONE)
                .logStartupInfo(false)
                .properties("logging.level.root=off")
                .run(arguments.toArray(String[]::new))) {
            Database database = context.getBean(Database.class);
            try (Connection store = DriverManager.getConnection(
                    database.url(), database.owner().user(), database.owner().password())) {
                work.on(context, store);
            }
            return 0;
        } catch (StartRefused no) {
            return refused(no, err);
        } catch (BeanCreationException e) {
            if (e.getMostSpecificCause() instanceof StartRefused no) {
                return refused(no, err);
            }
            throw e;
        } catch (SQLException e) {
            return refused(
                    new StartRefused(
                            UNDEFINED_TABLE.equals(e.getSQLState())
                                    ? "This store was made by an older server: start the server of this version on it once"
                                    : "The database refused (" + e.getSQLState()
                                            + "): what was done stays done, try again"),
                    err);
        }
    }

    /**
     * Whoever is connected could be a node that works under the key that goes. One that was just stopped is given a moment: the
     * database learns of its end after it.
     *
     * @throws StartRefused when anything still is
     */
    static void alone(Connection store) throws SQLException {
        int others = others(store);
        for (int i = 0; i < LOOKS && others > 0; i++) {
            try (PreparedStatement moment = store.prepareStatement("select pg_sleep(0.1)")) {
                moment.execute();
            }
            others = others(store);
        }
        if (others > 0) {
            throw new StartRefused(
                    "Something else is connected to this database (" + others + " connections): stop every node first");
        }
    }

    private static int others(Connection store) throws SQLException {
        try (PreparedStatement others = store.prepareStatement("select count(*) from pg_stat_activity"
                        + " where datname = current_database() and usesysid is not null and pid <> pg_backend_pid()");
                ResultSet row = others.executeQuery()) {
            row.next();
            return row.getInt(1);
        }
    }

    private static int refused(StartRefused no, PrintStream err) {
        err.println(no.getMessage());
        return 2;
    }
}
