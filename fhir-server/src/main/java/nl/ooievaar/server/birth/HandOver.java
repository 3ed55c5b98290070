package nl.ooievaar.server.birth;

import java.util.Date;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import nl.ooievaar.server.audit.Audit;
import nl.ooievaar.server.audit.AuditedRequest;
import nl.ooievaar.server.gate.ChildDossierConsents;
import nl.ooievaar.server.gate.Seen;
import nl.ooievaar.server.gate.Viewer;
import nl.ooievaar.server.identity.Caller;
import nl.ooievaar.server.store.BusinessKeys;
import nl.ooievaar.server.store.Files;
import nl.ooievaar.server.store.Keys;
import nl.ooievaar.server.submission.Amendment;
import nl.ooievaar.server.submission.Submissions;
import nl.ooievaar.subject.Reason;
import nl.ooievaar.subject.Refusal;
import nl.ooievaar.subject.consent.DataClass;
import nl.ooievaar.subject.consent.Purpose;
import org.hl7.fhir.r4.model.Composition;
import org.hl7.fhir.r4.model.Narrative;
import org.hl7.fhir.r4.model.Provenance;
import org.hl7.fhir.r4.model.Reference;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;

/**
 * Hands over to the dossier of a child exactly what was chosen: one document in the file of the child, with the versions it came
 * from as its origin. Each adult whom an item is about agreed to it; there is one hand-over for each child.
 */
@Component
public class HandOver {
    /**
     * An item that was chosen.
     *
     * @param at where it stands in the request
     * @param source {@code Type/id/_history/version}
     */
    public record Choice(String at, String source, Optional<String> part) {}

    /** @param document {@code Composition/id} in the file of the child */
    public record Done(String document, boolean repeated) {}

    private static final String OPERATION = "$hand-over-to-child";
    private static final String FIRST = "child-hand-over";
    private static final String CONTENT = "child-hand-over-content";

    private final ChildDossier dossier;
    private final ChildItems items;
    private final ChildDossierConsents consents;
    private final BusinessKeys businessKeys;
    private final Keys keys;
    private final Files files;
    private final Submissions submissions;
    private final Audit audit;

    HandOver(
            ChildDossier dossier,
            ChildItems items,
            ChildDossierConsents consents,
            BusinessKeys businessKeys,
            Keys keys,
            Files files,
            Submissions submissions,
            Audit audit) {
        this.dossier = dossier;
        this.items = items;
        this.consents = consents;
        this.businessKeys = businessKeys;
        this.keys = keys;
        this.files = files;
        this.submissions = submissions;
        this.audit = audit;
    }

    /** Runs inside the transaction of the caller. */
    public Done make(
            UUID mother,
            UUID child,
            Optional<UUID> partner,
            List<Choice> choices,
            Caller caller,
            Viewer viewer,
            AuditedRequest request) {
        ChildDossier.Between between = dossier.between(mother, child, partner, viewer, OPERATION);
        byte[] content = keys.blind(CONTENT, child + "\n" + content(choices));
        Optional<UUID> before = holder(viewer, FIRST, keys.blind(FIRST, child.toString()));
        if (before.isPresent()) {
            String first = "Composition/" + before.get();
            if (holder(viewer, CONTENT, content).isEmpty()) {
                throw Refusal.of(Reason.HANDED_OVER, first).exception();
            }
            audit.record(request, caller, "R", List.of(Audit.Touched.of(between.child())));
            return new Done(first, true);
        }
        List<ChildItems.Item> chosen = chosen(between, choices, viewer);
        UUID document = write(between.child(), chosen, caller, viewer, request);
        Files.File file = files.byId(between.child().fileId());
        businessKeys.claim(viewer.party(), FIRST, keys.blind(FIRST, child.toString()), file, document, viewer.now());
        businessKeys.claim(viewer.party(), CONTENT, content, file, document, viewer.now());
        // In the trail of each adult it stands what of hers or his went.
        audit.record(
                request,
                caller,
                "R",
                chosen.stream()
                        .map(item -> Audit.Touched.of(item.seen()))
                        .distinct()
                        .toList());
        return new Done("Composition/" + document, false);
    }

    private Optional<UUID> holder(Viewer viewer, String kind, byte[] key) {
        return businessKeys.find(viewer.party(), kind, key).flatMap(BusinessKeys.Holder::id);
    }

    /** What was chosen, whatever the order. */
    private static String content(List<Choice> choices) {
        return choices.stream()
                .map(one -> one.source() + "#" + one.part().orElse(""))
                .distinct()
                .sorted()
                .collect(Collectors.joining("\n"));
    }

    private List<ChildItems.Item> chosen(ChildDossier.Between between, List<Choice> choices, Viewer viewer) {
        List<ChildItems.Item> offered = between.adults().stream()
                .flatMap(adult -> items.of(adult, viewer).stream())
                .toList();
        Predicate<Seen> agreed = between.adults().stream()
                .map(adult -> consents.agreed(adult, between.child().custodian(), viewer))
                .reduce(nobody -> false, Predicate::or);
        Set<ChildItems.Item> chosen = new LinkedHashSet<>();
        for (Choice choice : choices) {
            ChildItems.Item item = offered.stream()
                    .filter(one ->
                            one.source().equals(choice.source()) && one.part().equals(choice.part()))
                    .findFirst()
                    .orElseThrow(() -> Refusal.of(Reason.ITEM_NOT_OFFERED, "$preview-for-child")
                            .at(choice.at())
                            .exception());
            if (!agreed.test(item.seen())) {
                throw Refusal.of(Reason.CHILD_DOSSIER_CONSENT, Purpose.CHILD_DOSSIER.code())
                        .at(choice.at())
                        .exception();
            }
            chosen.add(item);
        }
        return List.copyOf(chosen);
    }

    private UUID write(Seen child, List<ChildItems.Item> chosen, Caller caller, Viewer viewer, AuditedRequest request) {
        Files.File file = files.byId(child.fileId());
        Composition document = document(child, chosen, caller, viewer);
        UUID id = submissions
                .amend(
                        List.of(Amendment.fresh(file, DataClass.WORK, document, viewer.party())),
                        caller,
                        viewer,
                        request)
                .get(0)
                .id();
        Provenance origin = new Provenance();
        origin.addTarget(new Reference("Composition/" + id));
        origin.setRecorded(Date.from(viewer.now()));
        organization(origin.addAgent().getWho(), caller);
        chosen.stream().map(ChildItems.Item::source).distinct().forEach(source -> origin.addEntity()
                .setRole(Provenance.ProvenanceEntityRole.SOURCE)
                .setWhat(new Reference(source)));
        submissions.amend(
                List.of(Amendment.fresh(file, DataClass.WORK, origin, viewer.party())), caller, viewer, request);
        return id;
    }

    private static Composition document(Seen child, List<ChildItems.Item> chosen, Caller caller, Viewer viewer) {
        Composition document = new Composition();
        document.setStatus(Composition.CompositionStatus.FINAL);
        document.getType()
                .addCoding()
                .setSystem("http://ooievaar.example/fhir/CodeSystem/phb-document")
                .setCode("child-dossier-items");
        document.setSubject(new Reference(child.reference()));
        document.setDate(Date.from(viewer.now()));
        organization(document.addAuthor(), caller);
        document.setTitle("Gegevens gekozen voor het kinddossier");
        for (ChildItems.Item item : chosen) {
            Narrative words = new Narrative();
            words.setStatus(Narrative.NarrativeStatus.GENERATED);
            words.setDivAsString("<div xmlns=\"http://www.w3.org/1999/xhtml\">" + escaped(item.text()) + "</div>");
            document.addSection().setTitle(item.title()).setText(words);
        }
        return document;
    }

    private static String escaped(String text) {
        return HtmlUtils.htmlEscapeDecimal(text);
    }

    private static void organization(Reference who, Caller caller) {
        who.setType("Organization");
        who.getIdentifier()
                .setSystem(caller.party().organizationSystem())
                .setValue(caller.party().organizationValue());
    }
}
