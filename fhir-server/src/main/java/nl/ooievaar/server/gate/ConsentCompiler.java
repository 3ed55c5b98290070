package nl.ooievaar.server.gate;

import java.util.Set;
import java.util.UUID;
import nl.ooievaar.server.store.People;
import org.springframework.stereotype.Component;

/**
 * Compiles all that bears on who may have the records of one person into rows, in the transaction that wrote one of them: her
 * consents, who is around her, who represents her, and when she was born.
 *
 * <p>The rows are the whole truth for queries; the subject decides what they are.
 */
@Component
public class ConsentCompiler {
    /** A write of one of these changes who may see what. */
    public static final Set<String> TYPES = Set.of("Consent", "CareTeam", "RelatedPerson", "Patient");

    private final People people;
    private final CircumstancesReader reader;
    private final GrantRows rows;
    private final EmergencyBars bars;

    ConsentCompiler(People people, CircumstancesReader reader, GrantRows rows, EmergencyBars bars) {
        this.people = people;
        this.reader = reader;
        this.rows = rows;
        this.bars = bars;
    }

    /** Runs in the transaction of the caller; whoever has a record that is linked with one of hers is compiled with her. */
    public void compile(UUID person) {
        people.joined(person).forEach(this::one);
    }

    private void one(UUID person) {
        // Two writes about one person never compile beside each other: the second is tried again.
        people.inTurn(person);
        CircumstancesReader.Read read = reader.of(person);
        bars.compile(person, read.consents());
        rows.replace(person, read.circumstances(), read.related());
    }
}
