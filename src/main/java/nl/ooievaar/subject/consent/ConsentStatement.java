package nl.ooievaar.subject.consent;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import nl.ooievaar.subject.party.Party;

/**
 * What one version of a Consent says, once parsed: who may, or may not, receive what, from whom, for what and how long.
 *
 * @param id the Consent's id
 * @param version its version
 * @param active false once withdrawn; it then says nothing any more
 * @param effect permission or objection
 * @param purpose the one purpose it speaks about
 * @param source the party whose records it opens; the caller resolves an absent one with {@link #recordedBy}. Left absent, a
 *     permission opens nothing and an objection stands against every source
 * @param recipients the parties it speaks about
 * @param classes the classes it names; empty means every class the purpose opens
 * @param start first moment it holds
 * @param end first moment it no longer holds; {@link #OPEN_END} for an objection without end
 */
public record ConsentStatement(
        String id,
        int version,
        boolean active,
        Effect effect,
        Purpose purpose,
        Optional<Party> source,
        Set<Party> recipients,
        Set<DataClass> classes,
        Instant start,
        Instant end) {

    /** Stands for "no end": far enough away, and inside what a database can keep. */
    public static final Instant OPEN_END = Instant.parse("9999-12-31T00:00:00Z");

    public ConsentStatement {
        Objects.requireNonNull(effect);
        Objects.requireNonNull(purpose);
        Objects.requireNonNull(source);
        Objects.requireNonNull(start);
        Objects.requireNonNull(end);
        recipients = Set.copyOf(recipients);
        classes = Set.copyOf(classes);
    }

    /** The same statement with an absent source read as the recorder's own records. */
    public ConsentStatement recordedBy(Party recorder) {
        return source.isPresent()
                ? this
                : new ConsentStatement(
                        id, version, active, effect, purpose, Optional.of(recorder), recipients, classes, start, end);
    }

    /** Naming classes is more specific than taking what the purpose opens. */
    boolean namesClasses() {
        return !classes.isEmpty();
    }

    boolean covers(DataClass dataClass) {
        return purpose.opens().contains(dataClass) && (classes.isEmpty() || classes.contains(dataClass));
    }

    boolean holdsAt(Instant now) {
        return active && !now.isBefore(start) && now.isBefore(end);
    }

    /** Whether a statement opens or closes (FHIR R4, Consent.provision.type). */
    public enum Effect {
        PERMIT,
        DENY
    }
}
