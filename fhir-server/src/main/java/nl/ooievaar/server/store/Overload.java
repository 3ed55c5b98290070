package nl.ooievaar.server.store;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;

/**
 * Tells what could not be done in time, by a database that is away, full or has too much to do, from what was done wrong: the
 * first is worth trying again (RFC 9110, 15.6.4).
 */
public final class Overload {
    /** After which to try again. */
    public static final String SECONDS = "5";

    /** Ended because it took too long, or while the database stops (PostgreSQL, appendix A, class 57). */
    private static final String OPERATOR_INTERVENTION = "57";

    private static final String CONNECTION = "08";
    private static final String RESOURCES = "53";
    /** A transaction that did nothing for too long (25P03), or took too long in all (25P04). */
    private static final String TRANSACTION_TIMEOUT = "25P0";

    private Overload() {}

    public static boolean is(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLTransientConnectionException || cause instanceof SQLException sql && is(sql)) {
                return true;
            }
        }
        return false;
    }

    private static boolean is(SQLException sql) {
        String state = sql.getSQLState();
        return state != null
                && (state.startsWith(OPERATOR_INTERVENTION)
                        || state.startsWith(CONNECTION)
                        || state.startsWith(RESOURCES)
                        || state.startsWith(TRANSACTION_TIMEOUT));
    }
}
