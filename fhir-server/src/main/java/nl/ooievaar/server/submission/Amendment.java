package nl.ooievaar.server.submission;

import java.util.Optional;
import nl.ooievaar.server.gate.Seen;
import nl.ooievaar.server.store.Files;
import nl.ooievaar.subject.consent.DataClass;
import org.hl7.fhir.r4.model.Resource;

/**
 * What an operation of the server writes: the operation decided who may ask it, so the rules on what a client may write are
 * not asked again; all that follows from a write follows.
 *
 * @param before the version it comes after; empty for a new resource
 * @param author the party that counts as its author
 */
public record Amendment(Files.File file, String dataClass, Optional<Seen> before, Resource resource, int author) {

    public static Amendment fresh(Files.File file, DataClass dataClass, Resource resource, int author) {
        return new Amendment(file, dataClass.code(), Optional.empty(), resource, author);
    }

    /** The next version, of the data class of the one before. */
    public static Amendment next(Files.File file, Seen before, Resource resource, int author) {
        return new Amendment(file, before.dataClass(), Optional.of(before), resource, author);
    }
}
