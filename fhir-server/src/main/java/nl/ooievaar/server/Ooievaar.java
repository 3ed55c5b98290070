package nl.ooievaar.server;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.TimeZone;
import nl.ooievaar.server.command.ClientAssertionCommand;
import nl.ooievaar.server.command.MapCommand;
import nl.ooievaar.server.command.SandboxCaCommand;
import nl.ooievaar.server.command.ValidateCommand;
import nl.ooievaar.server.command.VerifyAuditCommand;
import nl.ooievaar.server.directory.ImportDirectoryCommand;
import nl.ooievaar.server.start.RotateIndexKey;
import nl.ooievaar.server.start.RotateMasterKey;
import nl.ooievaar.server.start.StartConfiguration;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.logging.LoggingSystem;

/** Starts the server, unless a command is asked for; everything else is composed by package. */
@SpringBootApplication
public class Ooievaar {
    private static final List<String> COMMANDS = List.of(
            ValidateCommand.NAME,
            MapCommand.NAME,
            VerifyAuditCommand.NAME,
            ImportDirectoryCommand.NAME,
            RotateMasterKey.NAME,
            RotateIndexKey.NAME,
            SandboxCaCommand.NAME,
            ClientAssertionCommand.NAME);

    /** Partial dates in resources and searches are days in the Netherlands, wherever the server stands. */
    static {
        TimeZone.setDefault(TimeZone.getTimeZone("Europe/Amsterdam"));
    }

    public static void main(String[] args) throws IOException {
        if (args.length > 0 && COMMANDS.contains(args[0])) {
            // What the libraries say of themselves is no answer.
            LoggingSystem.get(Ooievaar.class.getClassLoader()).beforeInitialize();
            System.exit(command(args[0], List.of(args).subList(1, args.length)));
        }
        SpringApplication.run(Ooievaar.class, args);
    }

    private static int command(String name, List<String> arguments) throws IOException {
        Clock clock = StartConfiguration.systemClock();
        return switch (name) {
            case MapCommand.NAME -> new MapCommand(System.out, System.err, clock).run(arguments);
            case VerifyAuditCommand.NAME -> new VerifyAuditCommand(System.out, System.err).run(arguments);
            case ImportDirectoryCommand.NAME -> new ImportDirectoryCommand(System.out, System.err).run(arguments);
            case RotateMasterKey.NAME -> new RotateMasterKey(System.out, System.err).run(arguments);
            case RotateIndexKey.NAME -> new RotateIndexKey(System.out, System.err).run(arguments);
            case SandboxCaCommand.NAME -> new SandboxCaCommand(System.out, System.err, clock).run(arguments);
            case ClientAssertionCommand.NAME ->
                new ClientAssertionCommand(System.out, System.err, clock).run(arguments);
            default -> new ValidateCommand(System.in, System.out, System.err).run(arguments);
        };
    }
}
