package nl.ooievaar.server.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The role as which the server works gets what it needs, and one that could change the access log is refused, whatever by. */
class RuntimeRoleIT {
    private static final Database.Role RISKY = new Database.Role("ooievaar_risky", "a-password-of-a-test");

    private static ExternalPostgreSql.One database;
    private static Database.External roles;

    @BeforeAll
    static void migrate() throws SQLException {
        database = ExternalPostgreSql.get().database("roles");
        ExternalPostgreSql.get()
                .asSuperuser("create role " + RISKY.user() + " login password '" + RISKY.password() + "'");
        Map<String, String> settings = database.settings();
        Database.Role owner =
                new Database.Role(settings.get("SPRING_FLYWAY_USER"), settings.get("SPRING_FLYWAY_PASSWORD"));
        Flyway.configure()
                .dataSource(database.url(), owner.user(), owner.password())
                .load()
                .migrate();
        roles = new Database.External(database.url(), RISKY, owner);
    }

    @Test
    void each_way_to_change_the_access_log_is_found() throws SQLException {
        RuntimeRole.grant(roles);
        assertThatCode(() -> RuntimeRole.check(roles)).doesNotThrowAnyException();
        Map<String, String> ways = new LinkedHashMap<>();
        String role = RISKY.user();
        ways.put("alter role " + role + " superuser", "alter role " + role + " nosuperuser");
        ways.put("alter role " + role + " createrole", "alter role " + role + " nocreaterole");
        for (String member : new String[] {
            "ooievaar_owner", "pg_write_all_data", "pg_write_server_files", "pg_execute_server_program"
        }) {
            ways.put("grant " + member + " to " + role, "revoke " + member + " from " + role);
        }
        ways.forEach((made, undone) -> refused(made, undone, ExternalPostgreSql.get()::asSuperuser));
        ways.clear();
        for (String right : new String[] {
            "update on audit",
            "update (mac) on audit",
            "delete on audit_seal",
            "truncate on audit",
            "trigger on audit",
            "update on flyway_schema_history",
            "create on schema public"
        }) {
            ways.put("grant " + right + " to " + role, "revoke " + right + " from " + role);
            ways.put("grant " + right + " to public", "revoke " + right + " from public");
        }
        ways.forEach((made, undone) -> refused(made, undone, database::execute));
        assertThatCode(() -> RuntimeRole.check(roles)).doesNotThrowAnyException();
    }

    @Test
    void tables_of_a_later_migration_get_their_rights_and_a_change_by_hand_is_undone() throws SQLException {
        database.execute("create table later (id integer); create table audit_later (id integer);"
                + " grant update on audit to " + RISKY.user());
        RuntimeRole.grant(roles);
        assertThat(may("later", "select")).isTrue();
        assertThat(may("later", "delete")).isTrue();
        assertThat(may("later", "truncate")).isFalse();
        assertThat(may("audit_later", "insert")).isTrue();
        assertThat(may("audit_later", "update")).isFalse();
        assertThat(may("audit", "update")).isFalse();
        assertThat(may("flyway_schema_history", "select")).isFalse();
        assertThatCode(() -> RuntimeRole.check(roles)).doesNotThrowAnyException();
    }

    @Test
    void a_dump_restored_into_a_cluster_that_counts_from_lower_is_refused() throws SQLException {
        ClusterCheck.check(roles);
        String row =
                "insert into audit (audit_id, xid, at, request_id, organization, service, role, client, interaction,"
                        + " action, outcome, status, kind, basis, types, ids, versions, consents, mac, mac_form) values"
                        + " (gen_random_uuid(), '%s', now(), gen_random_uuid(), 'a|b', 'c', 'd', 'e', 'read', 'R', 'done', 200, 'none',"
                        + " '', '{}', '{}', '{}', '{}', '', 2)";
        database.execute(row.formatted("3"));
        ClusterCheck.check(roles);
        database.execute(row.formatted("9000000000000"));
        try {
            assertThatThrownBy(() -> ClusterCheck.check(roles))
                    .isInstanceOf(StartRefused.class)
                    .hasMessageContaining("operations.md");
        } finally {
            database.execute("delete from audit");
        }
    }

    /** Changes something in the database. */
    private interface Change {
        void make(String sql) throws SQLException;
    }

    private static void refused(String made, String undone, Change as) {
        try {
            as.make(made);
            assertThatThrownBy(() -> RuntimeRole.check(roles), made)
                    .isInstanceOf(StartRefused.class)
                    .hasMessageContaining("spring.datasource.username")
                    .hasMessageContaining("spring.flyway.user");
            as.make(undone);
        } catch (SQLException e) {
            throw new IllegalStateException(made, e);
        }
    }

    private static boolean may(String table, String what) throws SQLException {
        return database.count(
                        "select has_table_privilege('" + RISKY.user() + "', '" + table + "', '" + what + "')::int")
                == 1;
    }
}
