package nl.ooievaar.server.start;

/** Where the PostgreSQL of this node is. */
public interface Database extends AutoCloseable {
    String url();

    String user();

    String password();

    @Override
    void close();

    /** A PostgreSQL that others run; nothing to stop. */
    record External(String url, String user, String password) implements Database {
        @Override
        public void close() {
            // It is not ours to stop.
        }
    }
}
