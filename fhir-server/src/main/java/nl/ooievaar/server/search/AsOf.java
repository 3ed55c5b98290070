package nl.ooievaar.server.search;

import java.util.Optional;

/** Which versions count as the newest: those of now, or those of the moment a search began. */
sealed interface AsOf {

    /** True in {@code where} for the newest version as this sees it. */
    String newest(Statement statement);

    /** As the current transaction sees the store. */
    record Now() implements AsOf {
        @Override
        public String newest(Statement statement) {
            return "v.superseded_xid is null";
        }
    }

    /**
     * As the first page of a search saw the store.
     *
     * @param snapshot the text of a {@code pg_snapshot}
     * @param own the transaction of the first page itself, when it had written: its snapshot does not count it, its page did
     */
    record Then(String snapshot, Optional<String> own) implements AsOf {
        @Override
        public String newest(Statement statement) {
            return had(statement, "v.created_xid") + " and (v.superseded_xid is null or not "
                    + had(statement, "v.superseded_xid") + ")";
        }

        private String had(Statement statement, String xid) {
            String visible =
                    "pg_visible_in_snapshot(" + xid + ", cast(" + statement.bind(snapshot) + " as pg_snapshot))";
            return own.map(mine -> "(" + visible + " or " + xid + " = cast(" + statement.bind(mine) + " as xid8))")
                    .orElse(visible);
        }
    }
}
