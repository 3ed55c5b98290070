package nl.ooievaar.server.start;

/**
 * Where the PostgreSQL of this node is, and as whom the server works there: its runtime role writes records and appends to the
 * access log, the owner of the tables migrates them and does nothing else (decision 0011).
 */
public interface Database extends AutoCloseable {
    /** A role that can sign in. */
    record Role(String user, String password) {
        /** Without the password. */
        @Override
        public String toString() {
            return user;
        }
    }

    String url();

    /** As which the server works. */
    Role runtime();

    /** As which it migrates at start; the runtime role where nobody keeps them apart. */
    Role owner();

    /** Whether the runtime role is another than the owner. */
    default boolean rolesApart() {
        return !runtime().user().equals(owner().user());
    }

    @Override
    void close();

    /** A PostgreSQL that others run; nothing to stop. */
    record External(String url, Role runtime, Role owner) implements Database {
        @Override
        public void close() {
            // It is not ours to stop.
        }
    }
}
