package nl.ooievaar.server.start;

import java.io.PrintStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * {@code rotate-index-key}: puts one key more over every value that is found by its keyed hash, in the environment of the server.
 * It makes that key itself; it stands in the store, wrapped by the master key. Answers 0 when it is done, 2 when it can't be.
 * Sent again after a crash it goes on.
 */
public final class RotateIndexKey {
    /** The word with which the command begins. */
    public static final String NAME = "rotate-index-key";

    /** So many versions a transaction. */
    private static final int PART = 1_000;

    private final PrintStream out;
    private final PrintStream err;

    public RotateIndexKey(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    /** @param arguments without the name of the command: settings, as the server takes them */
    public int run(List<String> arguments) {
        return KeyCommand.run(arguments, err, this::rotate);
    }

    private void rotate(ConfigurableApplicationContext context, Connection store) throws SQLException {
        Clock clock = context.getBean(Clock.class);
        MasterKey set = MasterKey.of(
                context.getBean(Mode.class),
                context.getEnvironment().getProperty("ooievaar.master-key"),
                context.getBean(DataFolder.class));
        MasterKey master = StoredKeys.open(set, new SingleConnectionDataSource(store, true), clock);
        int number = IndexKeyRotation.begin(store, master, clock).run(PART, count -> out.println(count + " versions"));
        out.println("The index of the store is under its key " + number + ". Start the servers.");
    }
}
