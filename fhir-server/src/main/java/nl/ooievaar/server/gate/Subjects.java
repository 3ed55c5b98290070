package nl.ooievaar.server.gate;

import java.util.List;
import java.util.UUID;
import nl.ooievaar.server.identity.Caller;
import nl.ooievaar.server.identity.PersonKey;
import nl.ooievaar.server.store.Keys;
import nl.ooievaar.server.store.People;
import nl.ooievaar.subject.Reason;
import nl.ooievaar.subject.Refusal;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Whose records a caller may see because they are about her. */
@Component
public class Subjects {
    private final ObjectProvider<PersonKey> personKey;
    private final Keys keys;
    private final People people;

    public Subjects(ObjectProvider<PersonKey> personKey, Keys keys, People people) {
        this.personKey = personKey;
        this.keys = keys;
        this.people = people;
    }

    /** @return empty for an organisation, and for somebody about whom nothing is kept */
    public List<UUID> of(Caller caller) {
        return caller
                .person()
                .map(claim -> personKey.getObject().open(claim).orElseThrow(() -> Refusal.of(Reason.UNAUTHENTICATED)
                        .exception()))
                .flatMap(bsn -> people.byBsn(keys.blind("bsn", bsn.value())))
                .stream()
                .toList();
    }
}
