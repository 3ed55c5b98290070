package nl.ooievaar.server;

import java.io.IOException;
import java.util.List;
import java.util.TimeZone;
import nl.ooievaar.server.command.ValidateCommand;
import nl.ooievaar.server.command.VerifyAuditCommand;
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
        if (args.length > 0 && args[0].equals(ValidateCommand.NAME)) {
            // What the libraries say of themselves is no answer.
            LoggingSystem.get(Ooievaar.class.getClassLoader()).beforeInitialize();
            List<String> rest = List.of(args).subList(1, args.length);
            System.exit(new ValidateCommand(System.in, System.out, System.err).run(rest));
        }
        if (args.length > 0 && args[0].equals(VerifyAuditCommand.NAME)) {
            List<String> rest = List.of(args).subList(1, args.length);
            System.exit(new VerifyAuditCommand(System.out, System.err).run(rest));
        }
        SpringApplication.run(Ooievaar.class, args);
    }
}
