package nl.ooievaar.server.audit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import nl.ooievaar.server.store.Keys;

/** Writes MACs as the first server wrote them, for tests that start from its database. */
public final class FirstForm {
    private FirstForm() {}

    /**
     * @param rows of a database of today
     * @param former with the same rows under the first schema
     */
    public static void write(Connection rows, Connection former, byte[] key) throws SQLException {
        Keys keys = new Keys(key);
        try (Statement select = rows.createStatement();
                ResultSet row = select.executeQuery("select " + AuditRow.COLUMNS + " from audit a");
                PreparedStatement update = former.prepareStatement("update audit set mac = ? where audit_id = ?")) {
            while (row.next()) {
                AuditRow one = AuditRow.of(row);
                update.setBytes(1, one.mac(keys, 1));
                update.setObject(2, one.id());
                update.addBatch();
            }
            update.executeBatch();
        }
    }
}
