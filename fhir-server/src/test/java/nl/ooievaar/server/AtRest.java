package nl.ooievaar.server;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** Looks through every column of every table of ours. */
public final class AtRest {
    private AtRest() {}

    /** Columns that hold these bytes, as text or as bytes. */
    public static List<String> holding(TestServer server, byte[] secret) throws SQLException {
        String hex = HexFormat.of().formatHex(secret);
        List<String> found = new ArrayList<>();
        for (String column : server.query(
                "select table_name || '|' || column_name || '|' || data_type from information_schema.columns"
                        + " where table_schema = 'public' and table_name <> 'flyway_schema_history'")) {
            String[] parts = column.split("\\|");
            String bytes = parts[2].equals("bytea")
                    ? "\"" + parts[1] + "\""
                    : "convert_to(\"" + parts[1] + "\"::text, 'UTF8')";
            String count = server.query("select count(*) from \"" + parts[0] + "\" where position('\\x" + hex
                            + "'::bytea in " + bytes + ") > 0")
                    .get(0);
            if (!count.equals("0")) {
                found.add(parts[0] + "." + parts[1]);
            }
        }
        return found;
    }

    public static List<String> holding(TestServer server, String secret) throws SQLException {
        return holding(server, secret.getBytes(StandardCharsets.UTF_8));
    }
}
