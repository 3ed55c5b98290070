package nl.ooievaar.subject.consent;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import nl.ooievaar.subject.consent.ConsentStatement.Effect;
import nl.ooievaar.subject.party.CareRole;
import nl.ooievaar.subject.party.Party;

/** What somebody said, step by step: by Sanne herself, to nobody yet, about the midwife's records, for the referral. */
final class Said {
    private final String id;
    private final Effect effect;
    private int version = 1;
    private boolean active = true;
    private Purpose purpose = Purpose.REFERRAL;
    private Optional<Party> source = Optional.of(People.MIDWIFE);
    private final Set<Recipient> recipients = new LinkedHashSet<>();
    private Set<DataClass> classes = Set.of();
    private Set<String> named = Set.of();
    private Set<String> contexts = Set.of();
    private Giver giver = Giver.HERSELF;
    private boolean signedIn = true;
    private Party recorder = People.MIDWIFE;
    private Period period = new Period(People.START, People.END);

    private Said(String id, Effect effect) {
        this.id = id;
        this.effect = effect;
    }

    static Said yes(String id) {
        return new Said(id, Effect.PERMIT);
    }

    static Said no(String id) {
        return new Said(id, Effect.DENY);
    }

    Said purpose(Purpose to) {
        purpose = to;
        return this;
    }

    Said from(Party party) {
        source = Optional.of(party);
        return this;
    }

    Said fromAnybody() {
        source = Optional.empty();
        return this;
    }

    Said to(Party party) {
        recipients.add(new Recipient.Named(party));
        return this;
    }

    Said to(CareRole role) {
        recipients.add(new Recipient.InRole(role));
        return this;
    }

    Said classes(DataClass... only) {
        classes = Set.of(only);
        return this;
    }

    Said named(String... ids) {
        named = Set.of(ids);
        return this;
    }

    Said contexts(String... ids) {
        contexts = Set.of(ids);
        return this;
    }

    Said by(Giver who) {
        giver = who;
        return this;
    }

    /** Not by her own hand: this party says that she said it. */
    Said recordedBy(Party party) {
        recorder = party;
        signedIn = false;
        return this;
    }

    Said during(Instant start, Instant end) {
        period = new Period(start, end);
        return this;
    }

    Said withdrawn() {
        active = false;
        version++;
        return this;
    }

    ConsentStatement told() {
        Set<Recipient> to = recipients.isEmpty() ? Set.of(new Recipient.Named(People.DESK)) : recipients;
        return new ConsentStatement(
                id,
                version,
                active,
                effect,
                purpose,
                recorder,
                source,
                to,
                new Scope(classes, named, contexts),
                giver,
                signedIn,
                period);
    }
}
