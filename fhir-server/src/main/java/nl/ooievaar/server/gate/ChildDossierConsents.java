package nl.ooievaar.server.gate;

import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import nl.ooievaar.server.store.Parties;
import nl.ooievaar.subject.consent.Circumstances;
import nl.ooievaar.subject.consent.DataClass;
import nl.ooievaar.subject.consent.LinkToChild;
import nl.ooievaar.subject.consent.StoredRecord;
import nl.ooievaar.subject.party.Party;
import org.springframework.stereotype.Component;

/** Asks whether the person whom a record is about agreed that an item of it goes to the dossier of a child. */
@Component
public class ChildDossierConsents {
    private final CircumstancesReader reader;
    private final Parties parties;

    ChildDossierConsents(CircumstancesReader reader, Parties parties) {
        this.reader = reader;
        this.parties = parties;
    }

    /**
     * @param adult whom the items are about
     * @param keeper number of the party that keeps the dossier of the child
     * @return tells of an item whether it may go; of one about somebody else it never may
     */
    public Predicate<Seen> agreed(Seen adult, int keeper, Viewer viewer) {
        Circumstances said = reader.of(adult.person().orElseThrow()).circumstances();
        return item -> item.person().equals(adult.person())
                && new LinkToChild(record(item), parties.party(keeper), viewer.now()).agreed(said);
    }

    private StoredRecord record(Seen item) {
        Party custodian = parties.party(item.custodian());
        return new StoredRecord(
                item.id().toString(),
                custodian,
                custodian,
                DataClass.of(item.dataClass()).orElseThrow(),
                item.refTargets().stream().map(UUID::toString).collect(Collectors.toSet()),
                Set.of(),
                Set.of());
    }
}
