package nl.ooievaar.subject.consent;

import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import nl.ooievaar.subject.consent.ConsentStatement.Effect;
import nl.ooievaar.subject.party.Party;

/**
 * One consequence of a consent, ready to be joined by a query: within this period this recipient may, or may not, have data of
 * this class from this source, as far as nothing more specific says otherwise.
 *
 * @param effect permission or objection
 * @param source the custodian whose records it speaks about; absent only where an objection stands against all
 * @param recipient to whom it applies, roles already resolved
 * @param dataClass what kind of data
 * @param resource exactly this resource, when one is named
 * @param contexts one of these resources, or what refers to it; empty for no context
 * @param secondContexts the same of the second of two who consent together
 * @param purpose what for
 * @param weight {@link Specificity#bits()} of who decides first; absent for an objection of the second
 * @param secondWeight the same of the second; present only where two decide together
 * @param consentId the consent behind it; where two consent together, hers
 * @param consentVersion the version of that consent
 * @param period when it holds
 */
public record Grant(
        Effect effect,
        Optional<Party> source,
        Party recipient,
        DataClass dataClass,
        Optional<String> resource,
        Set<String> contexts,
        Set<String> secondContexts,
        Purpose purpose,
        OptionalInt weight,
        OptionalInt secondWeight,
        String consentId,
        int consentVersion,
        Period period) {

    public Grant {
        Objects.requireNonNull(effect);
        Objects.requireNonNull(recipient);
        Objects.requireNonNull(dataClass);
        Objects.requireNonNull(purpose);
        Objects.requireNonNull(period);
        contexts = Set.copyOf(contexts);
        secondContexts = Set.copyOf(secondContexts);
    }

    boolean isPermit() {
        return effect == Effect.PERMIT;
    }

    Grant during(Period other) {
        return new Grant(
                effect,
                source,
                recipient,
                dataClass,
                resource,
                contexts,
                secondContexts,
                purpose,
                weight,
                secondWeight,
                consentId,
                consentVersion,
                period.within(other));
    }

    /** An objection of the second of two who decide together: it must be beaten by his own permission. */
    Grant ofSecond() {
        return new Grant(
                effect,
                source,
                recipient,
                dataClass,
                resource,
                contexts,
                secondContexts,
                purpose,
                OptionalInt.empty(),
                weight,
                consentId,
                consentVersion,
                period);
    }

    /** What two permissions open together: only what both cover. */
    Optional<Grant> together(Grant second) {
        boolean same = source.equals(second.source)
                && recipient.equals(second.recipient)
                && dataClass == second.dataClass
                && purpose == second.purpose;
        boolean meet = resource.isEmpty() || second.resource.isEmpty() || resource.equals(second.resource);
        Grant both = new Grant(
                effect,
                source,
                recipient,
                dataClass,
                resource.or(second::resource),
                contexts,
                second.contexts,
                purpose,
                weight,
                second.weight,
                consentId,
                consentVersion,
                period.within(second.period));
        return same && meet && !both.period.empty() ? Optional.of(both) : Optional.empty();
    }
}
