package nl.ooievaar.server.command;

import java.io.PrintStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.ooievaar.server.audit.AuditVerification;
import nl.ooievaar.server.audit.AuditVerification.Result;
import nl.ooievaar.server.audit.SealHead;
import nl.ooievaar.server.start.StartRefused;
import nl.ooievaar.server.start.Store;

/**
 * {@code verify-audit}: reads the whole access log and tells every place where it is not as the server wrote it. Answers 0 when
 * there is none, 1 when there is one, 2 when it could not be read or was asked wrongly.
 */
public final class VerifyAuditCommand {
    /** The word with which the command begins. */
    public static final String NAME = "verify-audit";

    private static final String USAGE =
            """
            java -jar ooievaar.jar verify-audit [options] [--setting=value …]

            Reads the whole access log and prints every row or seal that is not as the server wrote it: a line is what was done, where,
            and what that means. Settings (database, master key) come from where the server has them. The server may run meanwhile.

              --head NUMBER:MAC  a head that was kept outside the database: shows when the end was cut off
              --late SECONDS     how long a row may wait for its seal (60)

            Exit: 0 as it was written, 1 it is not, 2 it could not be read or was asked wrongly.
            """;

    private final PrintStream out;
    private final PrintStream err;
    private final List<String> settings = new ArrayList<>();
    private Optional<SealHead> kept = Optional.empty();
    private Duration late = Duration.ofMinutes(1);
    private long places;

    /** Prints where it is told to. */
    public VerifyAuditCommand(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    /** @param arguments without the name of the command */
    public int run(List<String> arguments) {
        if (arguments.contains("--help")) {
            out.print(USAGE);
            return 0;
        }
        if (!understood(arguments)) {
            err.print(USAGE);
            return 2;
        }
        // What the libraries say of themselves is no answer.
        settings.add("--logging.level.root=off");
        settings.add("--logging.level.nl.ooievaar=off");
        try (Store store = Store.open(settings.toArray(String[]::new));
                Connection connection = store.connection()) {
            Result read = new AuditVerification(store.key(), store.clock().instant(), late, kept, place -> {
                        places++;
                        out.println(place);
                    })
                    .run(connection);
            return told(read);
        } catch (StartRefused no) {
            err.println(no.getMessage());
        } catch (SQLException e) {
            err.println("The access log can't be read: " + e.getMessage());
        }
        return 2;
    }

    private int told(Result read) {
        if (read.rows() > 0 && read.changedRows() == read.rows()) {
            err.println("Not one row fits: is this the master key with which the server wrote them?");
        }
        out.println(read.rows() + " rows and " + read.seals() + " seals read, " + read.notSealed()
                + " rows not sealed yet, " + places + " places not as written");
        read.head().ifPresent(head -> out.println("head " + head));
        return places > 0 ? 1 : 0;
    }

    private boolean understood(List<String> arguments) {
        for (int i = 0; i < arguments.size(); i++) {
            String one = arguments.get(i);
            if (one.startsWith("--") && one.contains("=")) {
                settings.add(one);
            } else if (i + 1 == arguments.size() || !option(one, arguments.get(++i))) {
                return false;
            }
        }
        return true;
    }

    private boolean option(String name, String value) {
        switch (name) {
            case "--head" -> kept = SealHead.parse(value);
            case "--late" ->
                late = value.matches("[0-9]{1,9}") ? Duration.ofSeconds(Long.parseLong(value)) : Duration.ofSeconds(-1);
            default -> {
                return false;
            }
        }
        return !late.isNegative() && (!name.equals("--head") || kept.isPresent());
    }
}
