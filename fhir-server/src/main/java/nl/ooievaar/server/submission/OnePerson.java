package nl.ooievaar.server.submission;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.ooievaar.server.gate.Seen;
import nl.ooievaar.server.store.Files;
import nl.ooievaar.subject.Reason;
import nl.ooievaar.subject.Refusal;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.Property;
import org.hl7.fhir.r4.model.Reference;

/**
 * A record is about one person: it lies in her file, and only her consents open it. One that names persons of several files
 * would show each of them to the parties of the others, so it is refused, when it is made and in every later version. What lies
 * in several files about the same person may be named together.
 */
final class OnePerson {
    /** The search parameters whose references say about whom a record is. */
    static final List<String> ABOUT = List.of("patient", "subject", "target", "actor");
    /** The elements in which those references stand (FHIR R4, the paths of these parameters). */
    private static final Set<String> ELEMENTS = Set.of("patient", "subject", "for", "target", "actor");

    private final Map<UUID, Files.File> placed;
    private final Map<UUID, Seen> seen;

    /** @param placed the files of this submission's own entries; @param seen what the caller can see of all others it names */
    OnePerson(Map<UUID, Files.File> placed, Map<UUID, Seen> seen) {
        this.placed = placed;
        this.seen = seen;
    }

    void check(Planned one) {
        one.file.person().ifPresent(person -> {
            for (int i = 0; i < one.indexed.refParams().size(); i++) {
                UUID target = one.indexed.refTargets().get(i);
                boolean other = ABOUT.contains(one.indexed.refParams().get(i))
                        && personOf(target).filter(it -> !it.equals(person)).isPresent();
                if (other) {
                    throw Refusal.of(Reason.SEVERAL_PERSONS, one.type)
                            .at(place(one, target))
                            .exception();
                }
            }
        });
    }

    private Optional<UUID> personOf(UUID target) {
        return Optional.ofNullable(placed.get(target))
                .map(Files.File::person)
                .orElseGet(() -> Optional.ofNullable(seen.get(target)).flatMap(Seen::person));
    }

    private static String place(Planned one, UUID target) {
        String at = one.entry.at().isEmpty() ? one.type : one.entry.at();
        return at + path(one.resource, target.toString()).orElse("");
    }

    /** From this element to the reference that says it is about this target. */
    private static Optional<String> path(Base from, String target) {
        for (Property property : from.children()) {
            for (int i = 0; i < property.getValues().size(); i++) {
                String here = "." + property.getName() + (property.isList() ? "[" + i + "]" : "");
                Base value = property.getValues().get(i);
                if (value instanceof Reference reference) {
                    if (ELEMENTS.contains(property.getName())
                            && target.equals(reference.getReferenceElement().getIdPart())) {
                        return Optional.of(here);
                    }
                } else {
                    Optional<String> deeper = path(value, target);
                    if (deeper.isPresent()) {
                        return deeper.map(here::concat);
                    }
                }
            }
        }
        return Optional.empty();
    }
}
