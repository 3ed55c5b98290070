package nl.ooievaar.subject.consent;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import nl.ooievaar.subject.party.Party;

/**
 * What one version of a Consent says, once parsed: who may, or may not, receive what, from whom, for what and how long, and
 * by whom that was given.
 *
 * @param id the Consent's id
 * @param version its version
 * @param active false once withdrawn; it then says nothing any more
 * @param effect permission or objection
 * @param purpose the one purpose it speaks about
 * @param recorder the party that keeps the Consent
 * @param source the party whose records it speaks about; absent, a permission opens the recorder's own records and an objection
 *     stands against every source
 * @param recipients to whom it applies
 * @param scope to which data it applies, within what the purpose opens
 * @param giver by whom it was given
 * @param signedIn whether who gave it wrote it down here, signed in; otherwise it is the recorder's word that it was given
 * @param period when it holds; where somebody represents her, never beyond the representation
 */
public record ConsentStatement(
        String id,
        int version,
        boolean active,
        Effect effect,
        Purpose purpose,
        Party recorder,
        Optional<Party> source,
        Set<Recipient> recipients,
        Scope scope,
        Giver giver,
        boolean signedIn,
        Period period) {

    public ConsentStatement {
        Objects.requireNonNull(id);
        Objects.requireNonNull(effect);
        Objects.requireNonNull(purpose);
        Objects.requireNonNull(recorder);
        Objects.requireNonNull(scope);
        Objects.requireNonNull(giver);
        Objects.requireNonNull(period);
        source = effect == Effect.PERMIT ? Optional.of(source.orElse(recorder)) : source;
        recipients = Set.copyOf(recipients);
    }

    boolean holdsAt(Instant now) {
        return active && period.holds(now);
    }

    boolean isPermit() {
        return effect == Effect.PERMIT;
    }

    /**
     * Whether it is about records that it can open: a party's word that she agreed opens that party's own records, and what
     * another addresses to somebody she named; not what another keeps.
     */
    public boolean recordedWhereItOpens() {
        return !isPermit()
                || signedIn && giver == Giver.HERSELF
                || purpose.addresseeOnly()
                || source.filter(recorder::equals).isPresent();
    }

    /**
     * The classes it can reach. An objection also reaches the consents for its purpose, which would tell that there is
     * something. A yes to all does not reach what she must name.
     */
    Set<DataClass> reaches() {
        EnumSet<DataClass> classes = EnumSet.noneOf(DataClass.class);
        if (!recordedWhereItOpens()) {
            return classes;
        }
        classes.addAll(purpose.opens());
        if (effect == Effect.DENY) {
            classes.add(DataClass.CONSENT);
        }
        if (!scope.classes().isEmpty()) {
            classes.retainAll(scope.classes());
        } else if (isPermit() && scope.named().isEmpty()) {
            classes.removeIf(DataClass::onlyWhenNamed);
        }
        return classes;
    }

    /** Whether a statement opens or closes (FHIR R4, Consent.provision.type). */
    public enum Effect {
        PERMIT,
        DENY
    }
}
