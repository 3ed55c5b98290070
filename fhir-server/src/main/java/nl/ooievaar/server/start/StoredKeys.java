package nl.ooievaar.server.start;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;

/**
 * The keys that stand in the store, wrapped by the master key, and which master keys it was opened with. Thread safe.
 */
final class StoredKeys {
    /** What was hashed with a key made from the master key itself, before keys stood in the store. */
    private static final Set<String> FORMER = Set.of("search-index", "audit-mac", "page-link");

    private static final String INDEX = "search-index";

    private final DataSource store;
    private final MasterKey master;
    private final int version;

    private StoredKeys(DataSource store, MasterKey master, int version) {
        this.store = store;
        this.master = master;
        this.version = version;
    }

    /**
     * The master key with the store it opens.
     *
     * @throws StartRefused when the store was last opened with another key, or one is being replaced
     */
    static MasterKey open(MasterKey key, DataSource store, Clock clock) {
        try (Connection connection = store.getConnection()) {
            connection.setAutoCommit(false);
            introduce(key, connection, clock);
            int version = check(key, connection);
            connection.commit();
            return key.opening(new StoredKeys(store, key, version));
        } catch (SQLException e) {
            throw new IllegalStateException("The keys of the store can't be read", e);
        }
    }

    /** The first key a store meets is its key, unless something in it was wrapped under another. */
    private static void introduce(MasterKey key, Connection connection, Clock clock) throws SQLException {
        try (PreparedStatement one = connection.prepareStatement(
                "select data_key from file where not exists (select from master_key) limit 1")) {
            ResultSet row = one.executeQuery();
            if (row.next() && !opens(key, row.getBytes(1))) {
                throw another();
            }
        }
        try (PreparedStatement insert = connection.prepareStatement(
                """
                insert into master_key (version, check_value, made_at, finished_at)
                select 1, ?, ?, ? where not exists (select from master_key) on conflict do nothing
                """)) {
            Timestamp now = Timestamp.from(clock.instant());
            insert.setBytes(1, key.check());
            insert.setTimestamp(2, now);
            insert.setTimestamp(3, now);
            insert.executeUpdate();
        }
        connection.commit();
    }

    private static boolean opens(MasterKey key, byte[] wrapped) {
        try {
            key.unwrap(wrapped);
            return true;
        } catch (IllegalStateException e) {
            return false;
        }
    }

    private static int check(MasterKey key, Connection connection) throws SQLException {
        try (PreparedStatement all = connection.prepareStatement(
                "select version, check_value, finished_at is not null from master_key order by version desc")) {
            ResultSet row = all.executeQuery();
            row.next();
            if (!row.getBoolean(3)) {
                throw new StartRefused("The master key of this store is being replaced: end that first, with"
                        + " rotate-master-key and the same two keys");
            }
            int newest = row.getInt(1);
            if (Arrays.equals(key.check(), row.getBytes(2))) {
                return newest;
            }
            while (row.next()) {
                if (Arrays.equals(key.check(), row.getBytes(2))) {
                    throw new StartRefused("The master key of this store was replaced, and ooievaar.master-key is the"
                            + " one before: set it to the new one");
                }
            }
            throw another();
        }
    }

    private static StartRefused another() {
        return new StartRefused("ooievaar.master-key is not the master key of this store: set it to the one the store"
                + " was made with");
    }

    int version() {
        return version;
    }

    /** Made and wrapped the first time it is asked for; of nodes that ask at once, one makes it. */
    byte[] of(String purpose) {
        try (Connection connection = store.getConnection()) {
            connection.setAutoCommit(false);
            try (PreparedStatement insert = connection.prepareStatement(
                    "insert into sealed_key (purpose, wrapped_under, sealed) values (?, ?, ?) on conflict do nothing")) {
                insert.setString(1, purpose);
                insert.setInt(2, version);
                insert.setBytes(3, master.wrap(fresh(purpose, connection)));
                insert.executeUpdate();
            }
            // In a transaction of its own, which sees what another node made first.
            connection.commit();
            try (PreparedStatement select =
                    connection.prepareStatement("select sealed from sealed_key where purpose = ?")) {
                select.setString(1, purpose);
                ResultSet row = select.executeQuery();
                row.next();
                byte[] key = master.unwrap(row.getBytes(1));
                connection.commit();
                return key;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The keys of the store can't be read", e);
        }
    }

    /** By which name a key that replaced one of the index stands in the store. */
    static String indexPurpose(int number) {
        return INDEX + "-" + number;
    }

    /** The first key of the index, and those that replaced it, in turn. */
    byte[][] ofIndex() {
        List<byte[]> inTurn = new ArrayList<>(List.of(of(INDEX)));
        try (Connection connection = store.getConnection();
                PreparedStatement later = connection.prepareStatement(
                        """
                        select k.finished_at is not null, s.sealed from index_key k
                        left join sealed_key s on s.purpose = ? || '-' || k.version order by k.version
                        """)) {
            later.setString(1, INDEX);
            ResultSet row = later.executeQuery();
            while (row.next()) {
                if (!row.getBoolean(1)) {
                    throw new StartRefused(
                            "The index key of this store is being replaced: end that first, with rotate-index-key");
                }
                if (row.getBytes(2) == null) {
                    // A fresh one in its place would find nobody.
                    throw new StartRefused("The store lacks a key of its index: restore a backup");
                }
                inTurn.add(master.unwrap(row.getBytes(2)));
            }
            if (!connection.getAutoCommit()) {
                connection.rollback();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The keys of the store can't be read", e);
        }
        return inTurn.toArray(byte[][]::new);
    }

    private byte[] fresh(String purpose, Connection connection) throws SQLException {
        try (PreparedStatement any = connection.prepareStatement("select exists (select from file)")) {
            ResultSet row = any.executeQuery();
            row.next();
            return row.getBoolean(1) && FORMER.contains(purpose) ? master.formerly(purpose) : MasterKey.fresh();
        }
    }
}
