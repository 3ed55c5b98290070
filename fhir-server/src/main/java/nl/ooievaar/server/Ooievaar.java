package nl.ooievaar.server;

import java.io.IOException;
import java.util.List;
import java.util.TimeZone;
import nl.ooievaar.server.command.ValidateCommand;
import nl.ooievaar.server.command.VerifyAuditCommand;
import nl.ooievaar.server.directory.ImportDirectoryCommand;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.logging.LoggingSystem;

/** Starts the server, unless a command is asked for; everything else is composed by package. */
@SpringBootApplication
public class Ooievaar {
    /** Partial dates in resources and searches are days in the Netherlands, wherever the server stands. */
    static {
        TimeZone.setDefault(TimeZone.getTimeZone("Europe/Amsterdam"));
    }

    public static void main(String[] args) throws IOException {
        String command = args.length == 0 ? "" : args[0];
        if (command.equals(ValidateCommand.NAME) || command.equals(ImportDirectoryCommand.NAME)) {
            // What the libraries say of themselves is no answer.
            LoggingSystem.get(Ooievaar.class.getClassLoader()).beforeInitialize();
            List<String> rest = List.of(args).subList(1, args.length);
            System.exit(
                    command.equals(ValidateCommand.NAME)
                            ? new ValidateCommand(System.in, System.out, System.err).run(rest)
                            : new ImportDirectoryCommand(System.out, System.err).run(rest));
        }
        if (args.length > 0 && args[0].equals(VerifyAuditCommand.NAME)) {
            List<String> rest = List.of(args).subList(1, args.length);
            System.exit(new VerifyAuditCommand(System.out, System.err).run(rest));
        }
        SpringApplication.run(Ooievaar.class, args);
    }
}
