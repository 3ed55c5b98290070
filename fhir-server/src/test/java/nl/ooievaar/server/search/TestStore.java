package nl.ooievaar.server.search;

import ca.uhn.fhir.context.FhirContext;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.sql.DataSource;
import nl.ooievaar.profiles.BaseDefinitions;
import nl.ooievaar.profiles.PhbPackage;
import nl.ooievaar.server.gate.Seen;
import nl.ooievaar.server.gate.Viewer;
import nl.ooievaar.server.store.Keys;
import nl.ooievaar.server.types.ResourceTypes;
import org.flywaydb.core.Flyway;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** A real PostgreSQL with the real schema, and a writer that stores index rows with a body nobody reads. */
public final class TestStore {
    public static final Keys KEYS = new Keys("the key of a test, 32 bytes long".getBytes(StandardCharsets.UTF_8));
    static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    static final String BASE = "http://localhost:8080/fhir";
    private static final byte[] LINK_KEY = new byte[32];
    private static TestStore one;

    public final NamedParameterJdbcTemplate jdbc;
    final SearchParser parser;
    final Search search;
    final Indexer indexer;
    private final TransactionTemplate transaction;
    private final AtomicLong ticks = new AtomicLong();

    /** The files of the parties, one each for people, staff and directory. */
    record Party(int id, boolean careProvider, UUID file, UUID person) {
        Viewer viewer() {
            return Viewer.ofParty(id, careProvider, NOW);
        }

        Viewer viewerAt(Instant now) {
            return Viewer.ofParty(id, careProvider, now);
        }
    }

    private TestStore(DataSource source) {
        Flyway.configure().dataSource(source).load().migrate();
        jdbc = new NamedParameterJdbcTemplate(source);
        transaction = new TransactionTemplate(new DataSourceTransactionManager(source));
        transaction.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        FhirContext fhir = FhirContext.forR4();
        fhir.setValidationSupport(BaseDefinitions.r4());
        Parameters parameters = new Parameters(fhir, ResourceTypes.load(), PhbPackage.load());
        indexer = new Indexer(fhir, parameters, KEYS);
        parser = new SearchParser(parameters, KEYS, List.of(BASE));
        search = new Search(jdbc, parser, KEYS, LINK_KEY);
    }

    /** Started once for all tests of the package; each test brings parties and people of its own. */
    public static synchronized TestStore get() {
        if (one == null) {
            try {
                EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                        .setServerConfig("fsync", "off")
                        .start();
                HikariDataSource pool = new HikariDataSource();
                pool.setDataSource(postgres.getPostgresDatabase());
                pool.setMaximumPoolSize(3);
                one = new TestStore(pool);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return one;
    }

    /** A party with the file of one woman. */
    Party party(boolean careProvider) {
        String name = UUID.randomUUID().toString();
        Integer id = jdbc.queryForObject(
                "insert into party (organization_system, organization_value, service) values ('urn:test', :name, 'phb')"
                        + " returning party_id",
                Map.of("name", name),
                Integer.class);
        UUID person = person();
        return new Party(id, careProvider, file(id, "person", person), person);
    }

    UUID person() {
        UUID person = UUID.randomUUID();
        jdbc.update("insert into person (person_id) values (:id)", Map.of("id", person));
        return person;
    }

    public UUID file(int custodian, String kind, UUID person) {
        UUID file = UUID.randomUUID();
        MapSqlParameterSource values = new MapSqlParameterSource("file", file)
                .addValue("kind", kind)
                .addValue("custodian", custodian)
                .addValue("person", person);
        jdbc.update(
                "insert into file (file_id, kind, custodian, person_id, data_key)"
                        + " values (:file, :kind, :custodian, :person, '\\x00')",
                values);
        return file;
    }

    /** Opens a class of the records of one party, about its own woman, to another. */
    void grant(Party source, Party recipient, String dataClass) {
        MapSqlParameterSource values = new MapSqlParameterSource("person", source.person())
                .addValue("source", source.id())
                .addValue("recipient", recipient.id())
                .addValue("class", dataClass)
                .addValue("consent", UUID.randomUUID())
                .addValue("starts", NOW.minus(Duration.ofDays(1)).atOffset(ZoneOffset.UTC))
                .addValue("ends", NOW.plus(Duration.ofDays(1)).atOffset(ZoneOffset.UTC));
        jdbc.update(
                "insert into access_grant (person_id, effect, source, recipient, data_class, purpose, weight, consent_id,"
                        + " consent_version, starts, ends) values (:person, 'permit', :source, :recipient, :class,"
                        + " 'referral', 1, :consent, 1, :starts, :ends)",
                values);
    }

    void withdraw(Party source, Party recipient) {
        jdbc.update(
                "delete from access_grant where source = :source and recipient = :recipient",
                Map.of("source", source.id(), "recipient", recipient.id()));
    }

    String write(Party by, Resource resource) {
        return write(by, by.file(), UUID.randomUUID(), 1, "referral", resource);
    }

    String write(Party by, UUID file, Resource resource) {
        return write(by, file, UUID.randomUUID(), 1, "work", resource);
    }

    /** Replaces the newest version. */
    void update(Party by, String id, Resource resource) {
        inTransaction(() -> {
            Integer version = jdbc.queryForObject(
                    "update version set superseded_xid = pg_current_xact_id() where id = :id and superseded_xid is null"
                            + " returning version",
                    Map.of("id", UUID.fromString(id)),
                    Integer.class);
            return write(by, by.file(), UUID.fromString(id), version + 1, "referral", resource);
        });
    }

    String write(Party by, UUID file, UUID id, int version, String dataClass, Resource resource) {
        Indexed indexed = indexer.index(resource);
        String type = resource.fhirType();
        // Every write a moment of its own, counted on so that tests know the order.
        Instant at = NOW.minus(Duration.ofHours(2)).plusMillis(ticks.incrementAndGet());
        MapSqlParameterSource values = new MapSqlParameterSource("file", file)
                .addValue("id", id)
                .addValue("version", version)
                .addValue("type", type)
                .addValue("class", dataClass)
                .addValue("author", by.id())
                .addValue("at", at.atOffset(ZoneOffset.UTC))
                .addValue("mainKey", indexed.mainKey())
                .addValue(
                        "mainAt",
                        indexed.mainAt() == null ? null : indexed.mainAt().atOffset(ZoneOffset.UTC))
                .addValue("keys", indexed.keys())
                .addValue("refParams", indexed.refParams().toArray(String[]::new))
                .addValue(
                        "refTargets",
                        indexed.refTargets().stream().map(UUID::toString).toArray(String[]::new));
        return inTransaction(() -> {
            jdbc.update(
                    "insert into version (file_id, id, version, type, data_class, author, last_updated, package,"
                            + " main_key, main_at, keys, ref_params, ref_targets, body) values (:file, :id, :version,"
                            + " :type, :class, :author, :at, '0', :mainKey, cast(:mainAt as timestamptz),"
                            + " cast(:keys as bigint[]), cast(:refParams as text[]), cast(:refTargets as uuid[]), '\\x00')",
                    values);
            for (Indexed.DateValue date : indexed.dates()) {
                values.addValue("param", date.param())
                        .addValue("low", date.low().atOffset(ZoneOffset.UTC))
                        .addValue("high", date.high().atOffset(ZoneOffset.UTC));
                jdbc.update("insert into date_value values (:file, :id, :version, :type, :param, :low, :high)", values);
            }
            for (Indexed.StringValue text : indexed.strings()) {
                values.addValue("param", text.param())
                        .addValue("folded", text.folded())
                        .addValue("exact", text.exact());
                jdbc.update(
                        "insert into string_value values (:file, :id, :version, :type, :param, :folded, :exact)",
                        values);
            }
            return id.toString();
        });
    }

    <T> T inTransaction(Supplier<T> work) {
        return transaction.execute(status -> work.get());
    }

    /** {@code Type?name=value&...} */
    Page run(Party by, String query) {
        SearchRequest request = parse(query, true);
        return inTransaction(() -> search.run(request, by.viewer()));
    }

    Page next(Party by, String token) {
        return inTransaction(() -> search.next(token, by.viewer()));
    }

    List<String> ids(Party by, String query) {
        return run(by, query).matches().stream().map(one -> one.id().toString()).toList();
    }

    static List<String> ids(List<Seen> seen) {
        return seen.stream().map(one -> one.id().toString()).toList();
    }

    SearchRequest parse(String query, boolean inBody) {
        int mark = query.indexOf('?');
        Map<String, String[]> values = new LinkedHashMap<>();
        if (mark >= 0) {
            for (String pair : query.substring(mark + 1).split("&")) {
                String[] parts = pair.split("=", 2);
                String value = URLDecoder.decode(parts[1], StandardCharsets.UTF_8);
                values.merge(parts[0], new String[] {value}, (before, after) -> Stream.of(before, after)
                        .flatMap(Stream::of)
                        .toArray(String[]::new));
            }
        }
        return parser.parse(mark < 0 ? query : query.substring(0, mark), values, inBody);
    }
}
