package nl.ooievaar.server.start;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Records and seals name transactions of the database cluster. One that counts from lower, as after a dump was restored into a new
 * cluster, would hide records from searches and leave the access log unsealed, so the server does not start on it.
 */
final class ClusterCheck {
    private ClusterCheck() {}

    static void check(Database database) {
        try (Connection connection = DatabaseCheck.connect(database, database.owner());
                Statement statement = connection.createStatement();
                // Whatever is written writes its row there too.
                ResultSet row = statement.executeQuery("select xid >= pg_snapshot_xmax(pg_current_snapshot())"
                        + " from audit order by xid desc, seq desc limit 1")) {
            if (row.next() && row.getBoolean(1)) {
                throw new StartRefused(
                        "The database holds transactions that its cluster has not come to: it was restored"
                                + " from a dump without setting the counter of transactions (src/docs/operations.md, Backup)");
            }
        } catch (SQLException e) {
            throw new StartRefused("The access log can't be read: " + e.getMessage());
        }
    }
}
