package nl.ooievaar.server.audit;

import java.util.HexFormat;
import java.util.Optional;

/**
 * The newest seal, in a form to keep outside the database: whoever cuts off the end of the access log together with its seals
 * leaves a chain that fits by itself, and only a head that was kept elsewhere shows it.
 *
 * @param number of the seal
 * @param mac in lower-case hexadecimal
 */
public record SealHead(long number, String mac) {
    static SealHead of(AuditSeal seal) {
        return new SealHead(seal.number(), HexFormat.of().formatHex(seal.mac()));
    }

    /** Reads {@code number:mac}, as it is told. */
    public static Optional<SealHead> parse(String told) {
        if (!told.matches("[0-9]{1,18}:[0-9a-fA-F]{64}")) {
            return Optional.empty();
        }
        int colon = told.indexOf(':');
        return Optional.of(new SealHead(
                Long.parseLong(told.substring(0, colon)),
                told.substring(colon + 1).toLowerCase(java.util.Locale.ROOT)));
    }

    @Override
    public String toString() {
        return number + ":" + mac;
    }
}
