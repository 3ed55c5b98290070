package nl.ooievaar.server.start;

import java.io.PrintStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;

/**
 * {@code rotate-master-key}: replaces the master key of the store, in the environment of the server and with the key to come in
 * {@code ooievaar.new-master-key}; the sandbox makes one. Answers 0 when it is done, 2 when it can't be. Sent again after a crash
 * it goes on.
 */
public final class RotateMasterKey {
    /** The word with which the command begins. */
    public static final String NAME = "rotate-master-key";

    private static final String NEW = "ooievaar.new-master-key";
    private static final String NEW_FILE = "master.key.new";
    /** So many keys a transaction. */
    private static final int PART = 1_000;

    private final PrintStream out;
    private final PrintStream err;

    public RotateMasterKey(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    /** @param arguments without the name of the command: settings, as the server takes them */
    public int run(List<String> arguments) {
        return KeyCommand.run(arguments, err, this::rotate);
    }

    private void rotate(ConfigurableApplicationContext context, Connection store) throws SQLException {
        Environment environment = context.getEnvironment();
        Mode mode = context.getBean(Mode.class);
        DataFolder folder = context.getBean(DataFolder.class);
        String set = environment.getProperty(NEW);
        if (set == null && mode != Mode.SANDBOX) {
            throw new StartRefused("Set " + NEW + " (32 bytes in base64): the key that is to come");
        }
        MasterKey before = MasterKey.of(mode, environment.getProperty("ooievaar.master-key"), folder);
        MasterKey after = set == null ? MasterKey.ofFile(folder, NEW_FILE) : MasterKey.read(NEW, set);
        MasterKeyRotation.begin(store, before, after, context.getBean(Clock.class))
                .run(PART, count -> out.println(count + " file keys"));
        if (set == null) {
            folder.replace(MasterKey.FILE, NEW_FILE);
        }
        out.println("The store is under the new master key. Start the servers with it, and destroy the one before.");
    }
}
