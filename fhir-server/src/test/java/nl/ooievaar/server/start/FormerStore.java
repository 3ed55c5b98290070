package nl.ooievaar.server.start;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import nl.ooievaar.server.audit.FirstForm;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/**
 * A database as a former server left it: the schema of then, with every row of a database of today that it could hold. So each
 * schema there ever was is filled with what a server really wrote, and no dump has to be kept.
 */
final class FormerStore implements AutoCloseable {
    /** Since then a grant can say no, and has its class also when it names a resource. */
    private static final int WEIGHED_GRANTS = 3;

    /** Since then a row of the access log has a purpose. */
    private static final int PURPOSES = 2;

    private final ExternalPostgreSql.One database;
    private final Connection connection;
    private final int schema;

    private FormerStore(ExternalPostgreSql.One database, int schema) throws SQLException {
        this.database = database;
        this.connection = database.connection();
        this.schema = schema;
    }

    /** @param mac the key of the access log of the source */
    static FormerStore of(ExternalPostgreSql.One source, int schema, ExternalPostgreSql.One into, byte[] mac)
            throws SQLException, IOException {
        flyway(into, MigrationVersion.fromVersion(String.valueOf(schema))).migrate();
        FormerStore made = new FormerStore(into, schema);
        try (Connection from = source.connection()) {
            for (String table : made.inOrder()) {
                made.copy(table, from);
            }
            if (schema < PURPOSES) {
                FirstForm.write(from, made.connection, mac);
            }
        }
        return made;
    }

    static Flyway flyway(ExternalPostgreSql.One database, MigrationVersion target) {
        Map<String, String> settings = database.settings();
        return Flyway.configure()
                .dataSource(database.url(), settings.get("SPRING_FLYWAY_USER"), settings.get("SPRING_FLYWAY_PASSWORD"))
                .target(target)
                .load();
    }

    /** Every row, as text, in the columns of then, by table. */
    Map<String, List<String>> rows(Map<String, String> columns) throws SQLException {
        Map<String, List<String>> all = new TreeMap<>();
        for (Map.Entry<String, String> table : columns.entrySet()) {
            all.put(
                    table.getKey(),
                    list("select row(" + table.getValue() + ")::text from " + table.getKey() + " order by 1"));
        }
        return all;
    }

    /** The columns there are now, by table. */
    Map<String, String> columns() throws SQLException {
        Map<String, String> all = new TreeMap<>();
        for (String table : inOrder()) {
            all.put(table, String.join(", ", columns(table)));
        }
        // The one value that a migration changes: what named a resource got the class of consents.
        all.computeIfPresent("access_grant", (name, of) -> of.replace("data_class", "coalesce(data_class, 'consent')"));
        return all;
    }

    ExternalPostgreSql.One database() {
        return database;
    }

    Connection connection() {
        return connection;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }

    private void copy(String table, Connection from) throws SQLException, IOException {
        List<String> columns = columns(table);
        String selected = String.join(", ", columns);
        String some = "";
        if (table.equals("access_grant") && schema < WEIGHED_GRANTS) {
            selected = selected.replace("data_class", "case when resource_id is null then data_class end");
            some = " where effect = 'permit' and contexts is null and second_weight is null"
                    + " and (resource_id is null or data_class = 'consent')";
        }
        ByteArrayOutputStream rows = new ByteArrayOutputStream();
        copying(from).copyOut("copy (select " + selected + " from " + table + some + ") to stdout", rows);
        copying(connection)
                .copyIn(
                        "copy " + table + " (" + String.join(", ", columns) + ") from stdin",
                        new ByteArrayInputStream(rows.toByteArray()));
        for (String counter : list("select column_name from information_schema.columns where is_identity = 'YES'"
                + " and table_name = '" + table + "'")) {
            list("select setval(pg_get_serial_sequence('" + table + "', '" + counter + "'), coalesce(max(" + counter
                    + "), 1)) from " + table);
        }
    }

    private static CopyManager copying(Connection connection) throws SQLException {
        return connection.unwrap(PGConnection.class).getCopyAPI();
    }

    private List<String> columns(String table) throws SQLException {
        return list("select column_name from information_schema.columns where table_schema = 'public'"
                + " and table_name = '" + table + "' order by ordinal_position");
    }

    /** Each after those it refers to. */
    private Set<String> inOrder() throws SQLException {
        List<String> all = list("select table_name from information_schema.tables"
                + " where table_schema = 'public' and table_name <> 'flyway_schema_history' order by 1");
        List<String> references =
                list("select distinct conrelid::regclass || ' ' || confrelid::regclass from pg_constraint"
                        + " where contype = 'f' and confrelid <> conrelid");
        Set<String> ordered = new LinkedHashSet<>();
        while (ordered.size() < all.size()) {
            for (String table : all) {
                boolean waits = references.stream()
                        .map(one -> one.split(" "))
                        .anyMatch(one -> one[0].equals(table) && !ordered.contains(one[1]));
                if (!waits) {
                    ordered.add(table);
                }
            }
        }
        return ordered;
    }

    private List<String> list(String sql) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) {
                rows.add(row.getString(1));
            }
        }
        return rows;
    }
}
