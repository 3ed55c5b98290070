package nl.ooievaar.server.audit;

/**
 * One place where the access log is not as the server wrote it.
 *
 * @param kind what was done to it
 * @param place the row or seal, by number
 */
public record Tampering(Kind kind, String place) {
    /** What can be found. */
    public enum Kind {
        ROW_CHANGED("a column of the row is not what was written"),
        ROW_MISSING("the row was removed, or its number or transaction was changed"),
        ROW_ADDED("the row was put among rows that were sealed before"),
        ROWS_EXCHANGED("rows were exchanged, or the transaction of one was changed"),
        SEAL_CHANGED("a column of the seal is not what was written"),
        SEAL_MISSING("the seal was removed; its rows can be checked one by one only"),
        CHAIN_BROKEN("the seal does not follow the one before it"),
        HEAD_DIFFERS("the seal that was kept elsewhere is not there: the end was cut off or written again"),
        NOT_SEALED("rows wait for their seal for longer than allowed");

        private final String meaning;

        Kind(String meaning) {
            this.meaning = meaning;
        }

        /** A sentence about it. */
        public String meaning() {
            return meaning;
        }
    }

    @Override
    public String toString() {
        return kind.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-') + " " + place + ": " + kind.meaning();
    }
}
