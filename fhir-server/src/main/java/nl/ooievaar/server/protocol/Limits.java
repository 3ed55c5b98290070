package nl.ooievaar.server.protocol;

import org.springframework.core.env.Environment;

/**
 * How much one caller may ask of this node. Each node counts for itself.
 *
 * @param clientPerSecond requests of one client of the issuer, in the long run
 * @param clientBurst requests of one client at once
 * @param addressPerSecond requests without a valid token of one address, in the long run
 * @param addressBurst requests without a valid token of one address at once
 * @param bodySeconds in which a body must have arrived whole
 */
record Limits(
        double clientPerSecond, double clientBurst, double addressPerSecond, double addressBurst, int bodySeconds) {
    static Limits of(Environment environment) {
        return new Limits(
                environment.getProperty("ooievaar.limit.client-per-second", Double.class, 200.0),
                environment.getProperty("ooievaar.limit.client-burst", Double.class, 5_000.0),
                environment.getProperty("ooievaar.limit.address-per-second", Double.class, 50.0),
                environment.getProperty("ooievaar.limit.address-burst", Double.class, 2_000.0),
                environment.getProperty("ooievaar.limit.body-seconds", Integer.class, 30));
    }
}
