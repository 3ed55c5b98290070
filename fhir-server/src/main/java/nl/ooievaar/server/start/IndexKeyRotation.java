package nl.ooievaar.server.start;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;

/**
 * Replaces the key of the index: hashes every stored hash on under a fresh key, without reading a record. Versions go part by
 * part, each committed with how far it came; all else and the end in one transaction. After a crash it goes on where it was. No
 * server may run meanwhile, and none starts before it is done (decision 0016).
 */
final class IndexKeyRotation {
    /** Columns that hold all bytes of a hash, beside the numbers in {@code version}. */
    private static final List<Hashed> HASHED = List.of(
            new Hashed("person", List.of("bsn_index")),
            new Hashed("business_key", List.of("value", "content")),
            new Hashed("representation", List.of("representative")),
            new Hashed("used_assertion", List.of("assertion")));

    private static final int FETCH = 1_000;

    private record Hashed(String table, List<String> columns) {}

    private final Connection store;
    private final Clock clock;
    private final int number;
    private final IndexKey key;
    private final VersionHashes versions;

    private IndexKeyRotation(Connection store, Clock clock, int number, IndexKey key) throws SQLException {
        this.store = store;
        this.clock = clock;
        this.number = number;
        this.key = key;
        this.versions = new VersionHashes(store, number, key);
    }

    /**
     * Begins, or takes up what was begun.
     *
     * @param store a connection of its own, the only one to this database
     * @param master with the store that it opens
     * @throws StartRefused when anything else is connected
     */
    static IndexKeyRotation begin(Connection store, MasterKey master, Clock clock) throws SQLException {
        store.setAutoCommit(false);
        Optional<Integer> begun = underWay(store);
        // Marked before it is asked who is connected: a node that starts after that finds the mark.
        int number = begun.isPresent() ? begun.get() : mark(store, master, clock);
        store.commit();
        try {
            KeyCommand.alone(store);
        } catch (StartRefused no) {
            if (begun.isEmpty()) {
                unmark(store, number);
            }
            throw no;
        }
        return new IndexKeyRotation(store, clock, number, new IndexKey(master.derive(StoredKeys.indexPurpose(number))));
    }

    private static Optional<Integer> underWay(Connection store) throws SQLException {
        try (Statement select = store.createStatement();
                ResultSet row = select.executeQuery("select version from index_key where finished_at is null")) {
            return row.next() ? Optional.of(row.getInt(1)) : Optional.empty();
        }
    }

    private static int mark(Connection store, MasterKey master, Clock clock) throws SQLException {
        try (PreparedStatement insert = store.prepareStatement(
                        "insert into index_key (version, made_at) select coalesce(max(version), 1) + 1, ? from index_key"
                                + " returning version");
                PreparedStatement wrapped = store.prepareStatement(
                        "insert into sealed_key (purpose, wrapped_under, sealed) values (?, ?, ?)")) {
            insert.setTimestamp(1, Timestamp.from(clock.instant()));
            ResultSet row = insert.executeQuery();
            row.next();
            int number = row.getInt(1);
            wrapped.setString(1, StoredKeys.indexPurpose(number));
            wrapped.setInt(2, master.version());
            wrapped.setBytes(3, master.wrap(MasterKey.fresh()));
            wrapped.executeUpdate();
            return number;
        }
    }

    /** Nothing was hashed on yet. */
    private static void unmark(Connection store, int number) throws SQLException {
        try (PreparedStatement mark = store.prepareStatement("delete from index_key where version = ?");
                PreparedStatement wrapped = store.prepareStatement("delete from sealed_key where purpose = ?")) {
            mark.setInt(1, number);
            mark.executeUpdate();
            wrapped.setString(1, StoredKeys.indexPurpose(number));
            wrapped.executeUpdate();
        }
        store.commit();
    }

    /**
     * Hashes on all that is left and ends.
     *
     * @return the number of the key
     */
    int run(int most, LongConsumer progress) throws SQLException {
        long all = 0;
        for (int some = part(most); some > 0; some = part(most)) {
            all += some;
            progress.accept(all);
        }
        finish();
        return number;
    }

    /** @return how many versions were hashed on; 0 when none is left */
    int part(int most) throws SQLException {
        return versions.part(most);
    }

    /** All that is found by its whole hash, with the end: from then on values are under the new key, and only under it. */
    void finish() throws SQLException {
        for (Hashed one : HASHED) {
            all(one);
        }
        try (PreparedStatement end = store.prepareStatement("update index_key set finished_at = ? where version = ?");
                Statement planner = store.createStatement()) {
            end.setTimestamp(1, Timestamp.from(clock.instant()));
            end.setInt(2, number);
            end.executeUpdate();
            store.commit();
            // The planner remembers which hashes are frequent.
            planner.execute("analyze version");
            store.commit();
        }
    }

    /** By the place of a row: nobody else moves it, and a hash is part of the key of its table. */
    private void all(Hashed hashed) throws SQLException {
        String set = String.join(" = ?, ", hashed.columns()) + " = ?";
        try (PreparedStatement select = store.prepareStatement(
                        "select " + String.join(", ", hashed.columns()) + ", ctid from " + hashed.table());
                PreparedStatement update = store.prepareStatement(
                        "update " + hashed.table() + " set " + set + " where ctid = cast(? as tid)")) {
            select.setFetchSize(FETCH);
            ResultSet row = select.executeQuery();
            int place = hashed.columns().size() + 1;
            for (int waiting = 1; row.next(); waiting++) {
                for (int i = 1; i < place; i++) {
                    byte[] hash = row.getBytes(i);
                    update.setBytes(i, hash == null ? null : key.of(hash));
                }
                update.setString(place, row.getString(place));
                update.addBatch();
                if (waiting % FETCH == 0) {
                    update.executeBatch();
                }
            }
            update.executeBatch();
        }
    }
}
