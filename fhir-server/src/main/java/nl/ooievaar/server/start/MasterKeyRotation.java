package nl.ooievaar.server.start;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Arrays;
import java.util.UUID;
import java.util.function.LongConsumer;

/**
 * Replaces the master key of a store: wraps every key in it anew, so many at a time, each part committed by itself. After a crash
 * it goes on where it was. No server may run meanwhile, and none starts before it is done (decision 0013).
 */
final class MasterKeyRotation {
    private final Connection store;
    private final MasterKey before;
    private final MasterKey after;
    private final Clock clock;
    private int from;
    private int to;
    private boolean done;
    private UUID last = new UUID(0, 0);

    private MasterKeyRotation(Connection store, MasterKey before, MasterKey after, Clock clock) {
        this.store = store;
        this.before = before;
        this.after = after;
        this.clock = clock;
    }

    /**
     * Begins, or takes up what was begun with the same two keys.
     *
     * @param store a connection of its own, the only one to this database
     * @throws StartRefused telling why these keys, or this moment, are not right
     */
    static MasterKeyRotation begin(Connection store, MasterKey before, MasterKey after, Clock clock)
            throws SQLException {
        store.setAutoCommit(false);
        MasterKeyRotation made = new MasterKeyRotation(store, before, after, clock);
        KeyCommand.alone(store);
        made.known();
        store.commit();
        return made;
    }

    /** Wraps all that is left and ends. */
    void run(int most, LongConsumer progress) throws SQLException {
        long all = 0;
        for (int some = part(most); some > 0; some = part(most)) {
            all += some;
            progress.accept(all);
        }
        finish();
    }

    private void known() throws SQLException {
        int newest = 0;
        boolean finished = true;
        int ofBefore = 0;
        int ofAfter = 0;
        try (PreparedStatement all = store.prepareStatement(
                "select version, check_value, finished_at is not null from master_key order by version")) {
            ResultSet row = all.executeQuery();
            while (row.next()) {
                newest = row.getInt(1);
                finished = row.getBoolean(3);
                ofBefore = Arrays.equals(before.check(), row.getBytes(2)) ? newest : ofBefore;
                ofAfter = Arrays.equals(after.check(), row.getBytes(2)) ? newest : ofAfter;
            }
        }
        int current = finished ? newest : newest - 1;
        done = finished && newest > 1 && ofAfter == newest && ofBefore == newest - 1;
        boolean again = !finished && ofAfter == newest && ofBefore == current;
        if (!done && !again) {
            fitting(finished, ofBefore == current && current > 0, ofAfter == 0);
            insert(newest + 1);
        }
        from = done || again ? newest - 1 : newest;
        to = from + 1;
    }

    private static void fitting(boolean finished, boolean beforeIsCurrent, boolean afterIsNew) {
        if (!finished) {
            throw new StartRefused(
                    "The master key is being replaced by another one than this: go on with the same two keys");
        }
        if (!beforeIsCurrent) {
            throw new StartRefused("ooievaar.master-key is not the key this store is under now; a store that no server"
                    + " of this version has opened must be started with it once");
        }
        if (!afterIsNew) {
            throw new StartRefused("ooievaar.new-master-key was a key of this store before: make a fresh one");
        }
    }

    private void insert(int version) throws SQLException {
        try (PreparedStatement insert =
                store.prepareStatement("insert into master_key (version, check_value, made_at) values (?, ?, ?)")) {
            insert.setInt(1, version);
            insert.setBytes(2, after.check());
            insert.setTimestamp(3, Timestamp.from(clock.instant()));
            insert.executeUpdate();
        }
    }

    /** @return how many file keys were wrapped anew; 0 when none is left */
    int part(int most) throws SQLException {
        int some = 0;
        try (PreparedStatement select = store.prepareStatement(
                        "select file_id, data_key from file where wrapped_under = ? and file_id > ? and length(data_key) > 0"
                                + " order by file_id limit ?");
                PreparedStatement update =
                        store.prepareStatement("update file set data_key = ?, wrapped_under = ? where file_id = ?")) {
            select.setInt(1, from);
            select.setObject(2, last);
            select.setInt(3, most);
            ResultSet row = select.executeQuery();
            while (row.next()) {
                last = row.getObject(1, UUID.class);
                update.setBytes(1, after.wrap(before.unwrap(row.getBytes(2))));
                update.setInt(2, to);
                update.setObject(3, last);
                update.addBatch();
                some++;
            }
            update.executeBatch();
        }
        store.commit();
        return some;
    }

    /** The keys of the store come last, in one transaction with the end: from then on the new key opens it, and only it. */
    void finish() throws SQLException {
        if (done) {
            return;
        }
        try (PreparedStatement select = store.prepareStatement("select purpose, sealed from sealed_key");
                PreparedStatement update = store.prepareStatement(
                        "update sealed_key set sealed = ?, wrapped_under = ? where purpose = ?");
                PreparedStatement end =
                        store.prepareStatement("update master_key set finished_at = ? where version = ?")) {
            ResultSet row = select.executeQuery();
            while (row.next()) {
                update.setBytes(1, after.wrap(before.unwrap(row.getBytes(2))));
                update.setInt(2, to);
                update.setString(3, row.getString(1));
                update.addBatch();
            }
            update.executeBatch();
            end.setTimestamp(1, Timestamp.from(clock.instant()));
            end.setInt(2, to);
            end.executeUpdate();
        }
        store.commit();
        done = true;
    }
}
