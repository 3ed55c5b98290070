package nl.ooievaar.server.identity;

import nl.ooievaar.server.start.Mode;
import nl.ooievaar.server.start.StartRefused;
import org.springframework.core.env.Environment;

/** Whether the token of an organisation must be bound to a certificate (RFC 8705). One that is bound is always checked. */
enum Binding {
    /** An unbound token is refused: who stole it has nothing. The default of production. */
    REQUIRED,
    /** An unbound token does. The default of the sandbox, whose first steps need no certificate. */
    OPTIONAL;

    static final String SETTING = "ooievaar.tls-binding";

    static Binding of(Environment environment, Mode mode) {
        return switch (environment.getProperty(SETTING, mode.isSandbox() ? "optional" : "required")) {
            case "required" -> REQUIRED;
            case "optional" -> OPTIONAL;
            default -> throw new StartRefused(SETTING + " must be required or optional");
        };
    }
}
