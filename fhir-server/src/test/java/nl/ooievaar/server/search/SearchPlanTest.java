package nl.ooievaar.server.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.ooievaar.server.search.TestStore.Party;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;

/** A worklist page costs what a page costs, however long the list has grown; so does what is told of one woman. */
class SearchPlanTest {
    private static final int ROWS = 20_000;
    private static final Pattern PAGES_READ = Pattern.compile("Buffers: shared hit=(\\d+)(?: read=(\\d+))?");

    private final TestStore store = TestStore.get();
    private final Listening listening = new Listening(store.jdbc);
    private final Search search = new Search(listening, store.parser, TestStore.KEYS, new byte[32]);
    private Party jgz;
    private SearchRequest worklist;

    /** Remembers the last statement, to ask the database how it goes about it. */
    private static final class Listening extends NamedParameterJdbcTemplate {
        private String sql;
        private SqlParameterSource values;

        Listening(NamedParameterJdbcTemplate real) {
            super(real.getJdbcOperations());
        }

        @Override
        public <T> List<T> query(String sql, SqlParameterSource values, RowMapper<T> mapper) {
            this.sql = sql;
            this.values = values;
            return super.query(sql, values, mapper);
        }

        String plan() {
            return String.join("\n", queryForList("explain (analyze, buffers) " + sql, values, String.class));
        }
    }

    @BeforeEach
    void a_desk_with_a_long_list() {
        jgz = store.party(true);
        String desk = UUID.randomUUID().toString();
        fill(desk);
        store.jdbc.getJdbcOperations().execute("analyze version");
        worklist = store.parse(
                "Task?owner=HealthcareService/" + desk + "&status=requested&_sort=-authored-on&_count=20", false);
    }

    @Test
    void the_first_and_a_later_page_are_one_short_walk_along_one_index() {
        Page first = store.inTransaction(() -> search.run(worklist, jgz.viewer()));
        assertThat(first.matches()).hasSize(20);
        assertShortWalk(listening.plan());

        String token = first.nextToken().orElseThrow();
        Page later = store.inTransaction(() -> search.next(token, jgz.viewer()));
        assertThat(later.matches()).hasSize(20).doesNotContainAnyElementsOf(first.matches());
        assertShortWalk(listening.plan());
    }

    /** As after a restore or a large import: the statistics of the table come later. */
    @Test
    void what_hangs_on_one_record_is_found_at_once_also_before_the_table_was_analyzed() {
        String referral = "ServiceRequest/" + UUID.randomUUID();
        store.jdbc.update(
                """
                update version set keys = keys || :focus
                where ctid = (select ctid from version where file_id = :file limit 1)
                """,
                new MapSqlParameterSource("focus", TestStore.KEYS.reference("Task", "focus", referral))
                        .addValue("file", jgz.file()));
        store.jdbc.getJdbcOperations().execute("delete from pg_statistic where starelid = 'version'::regclass");

        SearchRequest one = store.parse("Task?focus=" + referral, false);
        Page found = store.inTransaction(() -> search.run(one, jgz.viewer()));
        assertThat(found.matches()).hasSize(1);
        String plan = listening.plan();
        assertThat(plan).contains("version_by_keys");
        assertFewPages(plan);
    }

    @Test
    void what_is_told_of_one_woman_is_found_at_once_among_the_records_of_many() {
        String woman = "Patient/" + UUID.randomUUID();
        observations(woman);
        store.jdbc.getJdbcOperations().execute("analyze version");

        SearchRequest one = store.parse("Observation?subject=" + woman, false);
        Page found = store.inTransaction(() -> search.run(one, jgz.viewer()));
        assertThat(found.matches()).hasSize(1);
        assertPages(listening.plan(), 30);
    }

    private static void assertShortWalk(String plan) {
        assertThat(plan).contains("Index Scan using version_by_main").doesNotContain("Sort Key");
        assertFewPages(plan);
    }

    private static void assertFewPages(String plan) {
        assertPages(plan, 300);
    }

    private static void assertPages(String plan, int most) {
        Matcher read = PAGES_READ.matcher(plan);
        assertThat(read.find()).as(plan).isTrue();
        assertThat(Integer.parseInt(read.group(1)) + (read.group(2) == null ? 0 : Integer.parseInt(read.group(2))))
                .as(plan)
                .isLessThan(most);
    }

    /** One of each of many women, and one of her. */
    private void observations(String woman) {
        store.jdbc.update(
                """
                insert into version (file_id, id, version, type, data_class, author, last_updated, package,
                  main_key, main_at, keys, ref_params, ref_targets, body)
                select :file, gen_random_uuid(), 1, 'Observation', 'signal', :by, timestamptz '2026-01-01', '0',
                  case when n = :rows then :hers else n end, timestamptz '2026-01-01',
                  array[case when n = :rows then :hers else n end], '{}', '{}', decode(repeat('00', 1000), 'hex')
                from generate_series(1, :rows) n
                """,
                new MapSqlParameterSource("file", jgz.file())
                        .addValue("by", jgz.id())
                        .addValue("rows", ROWS)
                        .addValue("hers", TestStore.KEYS.reference("Observation", "subject", woman)));
    }

    /** Every other task is still requested; written in one statement, since one by one would take a minute. */
    private void fill(String desk) {
        MapSqlParameterSource values = new MapSqlParameterSource("file", jgz.file())
                .addValue("by", jgz.id())
                .addValue("rows", ROWS)
                .addValue("owner", TestStore.KEYS.reference("Task", "owner", "HealthcareService/" + desk))
                .addValue("requested", TestStore.KEYS.code("Task", "status", "requested"))
                .addValue("completed", TestStore.KEYS.code("Task", "status", "completed"));
        store.jdbc.update(
                """
                insert into version (file_id, id, version, type, data_class, author, last_updated, package,
                  main_key, main_at, keys, ref_params, ref_targets, body)
                select :file, gen_random_uuid(), 1, 'Task', 'work', :by, timestamptz '2026-01-01', '0',
                  :owner, timestamptz '2020-01-01' + n * interval '1 minute',
                  array[:owner, case when n % 2 = 0 then :requested else :completed end, n], '{}', '{}',
                  decode(repeat('00', 1000), 'hex')
                from generate_series(1, :rows) n
                """,
                values);
    }
}
