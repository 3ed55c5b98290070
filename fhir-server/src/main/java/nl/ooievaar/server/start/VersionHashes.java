package nl.ooievaar.server.start;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.Arrays;
import java.util.UUID;

/** The hashes that stand with each version, hashed on part by part, in the order of the key of the table. */
final class VersionHashes {
    /** The key of a version: so far this came. */
    private record Place(UUID file, UUID id, int version) {}

    private final Connection store;
    private final int number;
    private final IndexKey key;
    private Place last;

    /** @param number of the key, which stands in {@code index_key} with how far it came before */
    VersionHashes(Connection store, int number, IndexKey key) throws SQLException {
        this.store = store;
        this.number = number;
        this.key = key;
        this.last = last(store);
    }

    private static Place last(Connection store) throws SQLException {
        UUID zero = new UUID(0, 0);
        try (Statement select = store.createStatement();
                ResultSet row = select.executeQuery("select last_file, last_id, last_number from index_key"
                        + " where finished_at is null and last_file is not null")) {
            return row.next()
                    ? new Place(row.getObject(1, UUID.class), row.getObject(2, UUID.class), row.getInt(3))
                    : new Place(zero, zero, 0);
        }
    }

    /** @return how many versions were hashed on; 0 when none is left */
    int part(int most) throws SQLException {
        int some = 0;
        Place reached = last;
        try (PreparedStatement select = store.prepareStatement(
                        """
                        select file_id, id, version, keys, main_key from version
                        where (file_id, id, version) > (?, ?, ?) order by file_id, id, version limit ?
                        """);
                PreparedStatement update = store.prepareStatement(
                        "update version set keys = ?, main_key = ? where file_id = ? and id = ? and version = ?")) {
            set(select, 1, last);
            select.setInt(4, most);
            ResultSet row = select.executeQuery();
            for (; row.next(); some++) {
                reached = new Place(row.getObject(1, UUID.class), row.getObject(2, UUID.class), row.getInt(3));
                set(update, 3, reached);
                hashedOn(row, update);
            }
            update.executeBatch();
        }
        reached(reached);
        store.commit();
        last = reached;
        return some;
    }

    /** In the transaction of the part: after a crash none is left out, and none is hashed on twice. */
    private void reached(Place place) throws SQLException {
        try (PreparedStatement update = store.prepareStatement(
                "update index_key set last_file = ?, last_id = ?, last_number = ? where version = ?")) {
            set(update, 1, place);
            update.setInt(4, number);
            update.executeUpdate();
        }
    }

    private static void set(PreparedStatement statement, int from, Place place) throws SQLException {
        statement.setObject(from, place.file());
        statement.setObject(from + 1, place.id());
        statement.setInt(from + 2, place.version());
    }

    private void hashedOn(ResultSet row, PreparedStatement update) throws SQLException {
        Long[] keys = (Long[]) row.getArray(4).getArray();
        Arrays.setAll(keys, i -> key.on(keys[i]));
        Arrays.sort(keys);
        Long main = row.getObject(5, Long.class);
        update.setArray(1, store.createArrayOf("bigint", keys));
        update.setObject(2, main == null ? null : key.on(main), Types.BIGINT);
        update.addBatch();
    }
}
