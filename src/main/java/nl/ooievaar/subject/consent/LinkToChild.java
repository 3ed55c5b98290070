package nl.ooievaar.subject.consent;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import nl.ooievaar.subject.consent.Deciding.Voice;
import nl.ooievaar.subject.party.Party;

/**
 * Whether the adult whom an item is about agreed that it goes to the dossier of a child (PHB guideline, 8.2). It opens no
 * record, so nothing is weighed: any objection that speaks about the item stops it.
 *
 * @param item the item that would go
 * @param keeper who keeps the dossier of the child
 * @param now the moment
 */
public record LinkToChild(StoredRecord item, Party keeper, Instant now) {

    public LinkToChild {
        Objects.requireNonNull(item);
        Objects.requireNonNull(keeper);
        Objects.requireNonNull(now);
    }

    /** Decides by what the person whom the item is about said. */
    public boolean agreed(Circumstances circumstances) {
        Deciding deciding = circumstances.person().decidingAt(now);
        List<ConsentStatement> about =
                circumstances.statements().stream().filter(this::speaksOf).toList();
        boolean objected = about.stream().anyMatch(it -> !it.isPermit());
        Set<Voice> permitting = EnumSet.noneOf(Voice.class);
        about.stream().filter(ConsentStatement::isPermit).forEach(it -> deciding.voiceOf(it.giver())
                .ifPresent(permitting::add));
        Set<Voice> needed = deciding == Deciding.TOGETHER ? EnumSet.allOf(Voice.class) : EnumSet.of(Voice.FIRST);
        return !objected && permitting.containsAll(needed);
    }

    private boolean speaksOf(ConsentStatement statement) {
        return statement.holdsAt(now)
                && statement.purpose() == Purpose.CHILD_DOSSIER
                && statement.recordedWhereItOpens()
                && statement.source().map(item.custodian()::equals).orElse(true)
                && statement.recipients().contains(new Recipient.Named(keeper))
                && statement.scope().fits(item);
    }
}
