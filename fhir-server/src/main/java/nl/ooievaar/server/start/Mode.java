package nl.ooievaar.server.start;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.springframework.core.env.Environment;

/**
 * Sandbox or production. Demo data, token issuer and published secrets exist only in the sandbox.
 *
 * <p>Unset means sandbox only with the embedded database and a loopback address; anything else refuses to start.
 */
public enum Mode {
    SANDBOX,
    PRODUCTION;

    /** The setting. */
    public static final String SETTING = "ooievaar.mode";

    /** @throws StartRefused naming the setting that is missing or wrong */
    public static Mode of(Environment environment) {
        String set = environment.getProperty(SETTING);
        if (set == null || set.isBlank()) {
            if (embedded(environment) && loopback(environment)) {
                return SANDBOX;
            }
            throw new StartRefused(
                    "Set " + SETTING + " to sandbox or production: without it the server starts only with"
                            + " the embedded database and a loopback server.address");
        }
        return switch (set) {
            case "sandbox" -> sandbox(environment);
            case "production" -> PRODUCTION;
            default -> throw new StartRefused(SETTING + " must be sandbox or production");
        };
    }

    /** The mode as a plain word, for messages. */
    public boolean isSandbox() {
        return this == SANDBOX;
    }

    static boolean embedded(Environment environment) {
        return environment.getProperty("spring.datasource.url") == null;
    }

    private static Mode sandbox(Environment environment) {
        // Published secrets must never listen to a network.
        if (!loopback(environment)) {
            throw new StartRefused(
                    SETTING + "=sandbox has published secrets: set server.address to a loopback address, or " + SETTING
                            + "=production");
        }
        return SANDBOX;
    }

    private static boolean loopback(Environment environment) {
        String address = environment.getProperty("server.address");
        try {
            return address != null && InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException e) {
            throw new StartRefused("server.address is not an address of this machine");
        }
    }
}
