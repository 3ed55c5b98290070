package nl.ooievaar.server.start;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the role as which the server works may do with the tables: everything but change the access log, the schema or the record
 * of migrations. Set by the owner after every migration, so that it holds for tables that came with the last one; every table
 * whose name begins with {@code audit} is append only (decision 0011).
 */
final class RuntimeRole {
    /** Each answers true when the role could change the access log, with what makes it so. */
    private static final List<String[]> DANGERS = List.of(
            danger("it is a superuser", "(select rolsuper from pg_roles where rolname = current_user)"),
            danger("it may make roles", "(select rolcreaterole from pg_roles where rolname = current_user)"),
            danger(
                    "it may run programs or write files of the database server",
                    """
                    pg_has_role(current_user, 'pg_execute_server_program', 'member')
                    or pg_has_role(current_user, 'pg_write_server_files', 'member')"""),
            danger(
                    "it owns the schema or is a member of its owner",
                    """
                    exists (select 1 from pg_namespace
                            where nspname = current_schema() and pg_has_role(current_user, nspowner, 'member'))"""),
            danger("it may make things in the schema", "has_schema_privilege(current_schema(), 'create')"),
            danger(
                    "it owns a table or is a member of its owner",
                    """
                    exists (select 1 from pg_class
                            where relnamespace = current_schema()::regnamespace and relkind in ('r', 'p')
                              and pg_has_role(current_user, relowner, 'member'))"""),
            danger(
                    "it may update, delete or truncate there, or add a trigger",
                    """
                    exists (select 1 from pg_class
                            where relnamespace = current_schema()::regnamespace and relkind in ('r', 'p')
                              and (relname like 'audit%' or relname = 'flyway_schema_history')
                              and (has_table_privilege(oid, 'update, delete, truncate, trigger')
                                   or has_any_column_privilege(oid, 'update')))"""));

    private RuntimeRole() {}

    private static String[] danger(String words, String sql) {
        return new String[] {words, sql};
    }

    /** Gives the runtime role what it needs, as the owner, in one transaction; two nodes that start at once take turns. */
    static void grant(Database database) {
        try (Connection connection = DatabaseCheck.connect(database, database.owner());
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("select pg_advisory_xact_lock(hashtext('ooievaar-grants'))");
            String role = quoted(database.runtime().user());
            statement.execute("grant usage on schema " + schema(statement) + " to " + role);
            for (String table : tables(statement)) {
                statement.execute("revoke all on " + quoted(table) + " from " + role);
                allowed(table)
                        .ifPresent(
                                rights -> run(statement, "grant " + rights + " on " + quoted(table) + " to " + role));
            }
            connection.commit();
        } catch (SQLException e) {
            throw new StartRefused(
                    "The owner in spring.flyway.user can't give the role in spring.datasource.username its"
                            + " rights: " + e.getMessage());
        }
    }

    /** Refuses a runtime role that could change what it wrote in the access log. */
    static void check(Database database) {
        try (Connection connection = DatabaseCheck.connect(database, database.runtime());
                Statement statement = connection.createStatement()) {
            for (String[] danger : DANGERS) {
                try (ResultSet row = statement.executeQuery("select " + danger[1])) {
                    row.next();
                    if (row.getBoolean(1)) {
                        throw new StartRefused(
                                "The role in spring.datasource.username could change the access log, for "
                                        + danger[0]
                                        + ": give the server a role that owns nothing, and name the owner of the"
                                        + " tables in spring.flyway.user");
                    }
                }
            }
        } catch (SQLException e) {
            throw new StartRefused(
                    "The rights of the role in spring.datasource.username can't be read: " + e.getMessage());
        }
    }

    private static Optional<String> allowed(String table) {
        if (table.equals("flyway_schema_history")) {
            return Optional.empty();
        }
        return Optional.of(table.startsWith("audit") ? "select, insert" : "select, insert, update, delete");
    }

    private static List<String> tables(Statement statement) throws SQLException {
        List<String> found = new ArrayList<>();
        try (ResultSet row = statement.executeQuery(
                "select tablename from pg_tables where schemaname = current_schema() order by tablename")) {
            while (row.next()) {
                found.add(row.getString(1));
            }
        }
        return found;
    }

    private static String schema(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery("select current_schema()")) {
            row.next();
            return quoted(row.getString(1));
        }
    }

    private static void run(Statement statement, String sql) {
        try {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new StartRefused(e.getMessage());
        }
    }

    private static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}
