package nl.ooievaar.server.submission;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import nl.ooievaar.server.gate.Closing;
import nl.ooievaar.server.gate.ConsentCompiler;
import nl.ooievaar.server.gate.Viewer;
import nl.ooievaar.server.store.Files;
import nl.ooievaar.server.store.Versions;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Property;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.stereotype.Component;

/**
 * What was entered in error closes at once to all but its author, with what was delivered of it, and whoever saw it is told to
 * remove it: the same whether its author asks the operation or writes a version that says so (FHIR R4, the status of each type).
 */
@Component
public class EnteredInError {
    static final String CODE = "entered-in-error";

    /** The elements in which a type of ours can say it. */
    private static final List<String> SAID_IN = List.of("status", "lifecycleStatus", "verificationStatus", "docStatus");

    /**
     * @param versions how many are closed now
     * @param told how many parties are told
     */
    public record Closed(int versions, int told) {}

    private final Closing closing;
    private final Versions versions;
    private final ConsentCompiler consents;

    public EnteredInError(Closing closing, Versions versions, ConsentCompiler consents) {
        this.closing = closing;
        this.versions = versions;
        this.consents = consents;
    }

    /** Whether a resource says of itself that it was entered in error. */
    static boolean isSaidBy(Resource resource) {
        return SAID_IN.stream()
                .map(resource::getNamedProperty)
                .filter(Objects::nonNull)
                .map(Property::getValues)
                .flatMap(List::stream)
                .anyMatch(EnteredInError::isCode);
    }

    private static boolean isCode(Base value) {
        return value instanceof CodeableConcept concept
                ? concept.getCoding().stream().anyMatch(coding -> CODE.equals(coding.getCode()))
                : CODE.equals(value.primitiveValue());
    }

    /** Closes what a client just wrote as an error; runs after all that follows from the write. */
    void follow(List<Planned> planned, Viewer viewer) {
        for (Planned one : planned) {
            if (one.written() && one.file.person().isPresent() && isSaidBy(one.resource)) {
                close(one.file, one.id, viewer.now());
                if (ConsentCompiler.TYPES.contains(one.type)) {
                    consents.compile(one.file.person().get());
                }
            }
        }
    }

    /** Closes every version of one resource. */
    public Closed close(Files.File file, UUID id, Instant now) {
        return told(file, closing.close(file.fileId(), id), List.of(id), now);
    }

    /** Closes every version in a file. */
    public Closed close(Files.File file, Instant now) {
        return told(file, closing.close(file.fileId()), closing.current(file.fileId()), now);
    }

    /** What was closed before was told before. */
    private Closed told(Files.File file, int closed, List<UUID> ids, Instant now) {
        long told = closed == 0
                ? 0
                : ids.stream().flatMap(id -> tell(file, id, now)).count();
        return new Closed(closed, Math.toIntExact(told));
    }

    private Stream<Integer> tell(Files.File file, UUID id, Instant now) {
        versions.withdrawQueued(file, id, now);
        List<Integer> reached = closing.reached(file, id);
        reached.forEach(recipient -> versions.tell(file, id, 1, CODE, recipient));
        return reached.stream();
    }
}
