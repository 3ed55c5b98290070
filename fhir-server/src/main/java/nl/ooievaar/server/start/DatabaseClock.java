package nl.ooievaar.server.start;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import javax.sql.DataSource;
import org.springframework.jdbc.CannotGetJdbcConnectionException;

/**
 * The clock of the database, which all nodes share: what is open now is the same on each, however far their own clocks are
 * apart. Asked once a request, in one round trip. Thread safe.
 */
public final class DatabaseClock extends Clock {
    private final DataSource database;

    public DatabaseClock(DataSource database) {
        this.database = database;
    }

    @Override
    public Instant instant() {
        try (Connection connection = database.getConnection()) {
            // Without a transaction there is nothing to end; the pool sets it back.
            connection.setAutoCommit(true);
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery("select clock_timestamp()")) {
                row.next();
                return row.getObject(1, OffsetDateTime.class).toInstant();
            }
        } catch (SQLException e) {
            throw new CannotGetJdbcConnectionException("The database does not tell the time", e);
        }
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    /** Moments only: a zone changes nothing. */
    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
