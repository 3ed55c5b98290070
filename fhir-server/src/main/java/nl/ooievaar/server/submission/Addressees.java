package nl.ooievaar.server.submission;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.ooievaar.server.search.Indexed;
import nl.ooievaar.server.store.Directory;
import nl.ooievaar.server.store.Parties;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.stereotype.Component;

/**
 * To whom a Communication goes: who is named by the business identifier of a service is indexed as who is named by reference,
 * for feedback opens to whom it is addressed.
 */
@Component
class Addressees {
    private static final String RECIPIENT = "recipient";

    private final Directory directory;
    private final Parties parties;

    Addressees(Directory directory, Parties parties) {
        this.directory = directory;
        this.parties = parties;
    }

    Indexed of(Resource resource, Indexed indexed) {
        if (!(resource instanceof Communication told)) {
            return indexed;
        }
        List<String> params = new ArrayList<>(indexed.refParams());
        List<UUID> targets = new ArrayList<>(indexed.refTargets());
        for (Reference recipient : told.getRecipient()) {
            if (!recipient.hasReference()) {
                service(recipient).ifPresent(service -> {
                    params.add(RECIPIENT);
                    targets.add(service);
                });
            }
        }
        return indexed.referringTo(params, targets);
    }

    private Optional<UUID> service(Reference recipient) {
        return directory
                .partyOf(recipient.getIdentifier())
                .flatMap(party -> directory.serviceOf(parties.number(party)));
    }
}
