package nl.ooievaar.server.submission;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.ooievaar.server.gate.Seen;
import nl.ooievaar.server.search.Indexed;
import nl.ooievaar.server.store.Files;
import nl.ooievaar.subject.Refusal;
import nl.ooievaar.subject.consent.DataClass;
import org.hl7.fhir.r4.model.Resource;

/** One entry on its way into the store; filled step by step within one attempt, never shared. */
final class Planned {
    /** What will happen with the entry. */
    enum Step {
        CREATE,
        UPDATE,
        /** A conditional create that found its resource. */
        MATCHED
    }

    final Entry entry;
    final String type;
    Step step = Step.CREATE;
    UUID id;
    int version = 1;
    Optional<Seen> before = Optional.empty();
    byte[] stored;
    Resource resource;
    Indexed indexed;
    Files.File file;
    String dataClass;
    /** Kept from the person it is about, to protect another (article 7:456 BW). */
    boolean withheld;
    /** Who counts as its author; empty for the caller. What the server writes in another's file makes nobody its reader. */
    Optional<Integer> author = Optional.empty();

    /** What its sender should know besides the result. */
    Optional<Refusal> told = Optional.empty();

    final List<String> literals = new ArrayList<>();

    Planned(Entry entry, String type) {
        this.entry = entry;
        this.type = type;
    }

    String reference() {
        return type + "/" + id;
    }

    boolean written() {
        return step != Step.MATCHED;
    }

    /** Whether it is sent to a desk now: new, or as a proposal that becomes one. */
    boolean becomesReferral() {
        return type.equals("ServiceRequest")
                && hasProfile("phb-referral")
                && (step == Step.CREATE || step == Step.UPDATE && wasProposal());
    }

    private boolean wasProposal() {
        return before.filter(it -> it.dataClass().equals(DataClass.DRAFT.code()))
                .isPresent();
    }

    boolean hasProfile(String id) {
        return resource != null && Profiles.ids(resource).contains(id);
    }
}
