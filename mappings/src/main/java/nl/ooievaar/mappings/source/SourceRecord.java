package nl.ooievaar.mappings.source;

import java.util.List;

/**
 * A record as a source gave it: its fields in their order.
 *
 * @param transaction the name of the message
 * @param sha256 of the bytes that were read, in hexadecimal
 */
public record SourceRecord(Format format, String transaction, Dataset dataset, List<Leaf> leaves, String sha256) {

    /** The forms in which birth care hands records over. */
    public enum Format {
        ADA,
        ADA_LITE,
        HL7V3,
        CDA,
        FHIR_STU3
    }
}
