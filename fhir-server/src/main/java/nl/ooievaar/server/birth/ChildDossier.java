package nl.ooievaar.server.birth;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import nl.ooievaar.server.audit.Audit;
import nl.ooievaar.server.audit.AuditedRequest;
import nl.ooievaar.server.gate.ChildDossierConsents;
import nl.ooievaar.server.gate.Lookup;
import nl.ooievaar.server.gate.Seen;
import nl.ooievaar.server.gate.Viewer;
import nl.ooievaar.server.identity.Caller;
import nl.ooievaar.server.store.Directory;
import nl.ooievaar.server.store.Parties;
import nl.ooievaar.subject.Reason;
import nl.ooievaar.subject.Refusal;
import org.hl7.fhir.r4.model.HealthcareService;
import org.springframework.stereotype.Component;

/**
 * What of the mother can go to the dossier of her child, item by item, and who will be able to read it there: nothing is
 * selected, and nothing goes by looking (PHB guideline, 8.2).
 */
@Component
public class ChildDossier {
    /**
     * Between whom.
     *
     * @param adults the mother, and the other adult where one was named
     */
    record Between(List<Seen> adults, Seen child) {}

    /** One item, in the words that would go. */
    public record Offered(String source, Optional<String> part, String title, String text, boolean agreed) {}

    /** @param readers names of services */
    public record Preview(List<String> readers, List<Offered> items) {}

    private static final String PREVIEW = "$preview-for-child";

    private final OwnRecord own;
    private final Children children;
    private final ChildItems items;
    private final ChildDossierConsents consents;
    private final Lookup lookup;
    private final Opened opened;
    private final Directory directory;
    private final Parties parties;
    private final Audit audit;

    ChildDossier(
            OwnRecord own,
            Children children,
            ChildItems items,
            ChildDossierConsents consents,
            Lookup lookup,
            Opened opened,
            Directory directory,
            Parties parties,
            Audit audit) {
        this.own = own;
        this.children = children;
        this.items = items;
        this.consents = consents;
        this.lookup = lookup;
        this.opened = opened;
        this.directory = directory;
        this.parties = parties;
        this.audit = audit;
    }

    /** For the custodian of her file, and for herself, who sees what she may see of it. */
    public Preview preview(
            UUID mother, UUID child, Optional<UUID> partner, Caller caller, Viewer viewer, AuditedRequest request) {
        Seen her = own.orHerself(mother, viewer, PREVIEW);
        bornTo(her, child, viewer);
        List<Seen> adults = new ArrayList<>(List.of(her));
        partner.ifPresent(one -> adults.add(own.of(one, viewer, PREVIEW)));
        List<Offered> offered = new ArrayList<>();
        List<Audit.Touched> shown = new ArrayList<>();
        for (Seen adult : adults) {
            Predicate<Seen> agreed = consents.agreed(adult, her.custodian(), viewer);
            for (ChildItems.Item item : items.of(adult, viewer)) {
                shown.add(Audit.Touched.of(item.seen()));
                offered.add(
                        new Offered(item.source(), item.part(), item.title(), item.text(), agreed.test(item.seen())));
            }
        }
        shown.add(Audit.Touched.of(her));
        audit.record(request, caller, "R", shown.stream().distinct().toList());
        return new Preview(List.of(service(her.custodian(), viewer)), offered);
    }

    /** The adults and the child, all of them kept by the caller. */
    Between between(UUID mother, UUID child, Optional<UUID> partner, Viewer viewer, String operation) {
        Seen her = own.of(mother, viewer, operation);
        UUID hers = bornTo(her, child, viewer);
        List<Seen> adults = new ArrayList<>(List.of(her));
        partner.ifPresent(one -> adults.add(own.of(one, viewer, operation)));
        return new Between(adults, own.of(hers, viewer, operation));
    }

    /** A child that is on record as hers; any other is as if it did not exist. */
    private UUID bornTo(Seen her, UUID child, Viewer viewer) {
        String reference = "Patient/" + child;
        if (children.of(her, viewer).stream().noneMatch(one -> one.reference().equals(reference))) {
            throw Refusal.of(Reason.NOT_HER_CHILD, "$birth")
                    .at("Parameters.parameter.where(name='child')")
                    .exception();
        }
        return child;
    }

    /** The service that keeps the file of the child: its records are of a class that no consent opens to another. */
    private String service(int custodian, Viewer viewer) {
        return directory
                .serviceOf(custodian)
                .flatMap(id -> lookup.newest("HealthcareService", id, viewer))
                .map(seen -> opened.as(HealthcareService.class, seen).getName())
                .orElseGet(() -> parties.party(custodian).service());
    }
}
