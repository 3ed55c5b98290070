package nl.ooievaar.server.document;

import ca.uhn.fhir.context.FhirContext;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.ooievaar.server.audit.Audit;
import nl.ooievaar.server.audit.AuditedRequest;
import nl.ooievaar.server.gate.Lookup;
import nl.ooievaar.server.gate.Seen;
import nl.ooievaar.server.gate.Viewer;
import nl.ooievaar.server.identity.Caller;
import nl.ooievaar.server.store.Directory;
import nl.ooievaar.server.store.Vault;
import nl.ooievaar.server.submission.Profiles;
import nl.ooievaar.subject.Reason;
import nl.ooievaar.subject.Refusal;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.HealthcareService;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.StringType;
import org.springframework.stereotype.Component;

/**
 * One feedback as a document for whoever may read it: it says what the feedback says and no more. Disclosed and on record as a
 * read of its parts is (FHIR R4, Documents).
 */
@Component
public class FeedbackDocument {
    private static final String ITEM = Profiles.BASE + "phb-feedback-item";
    private static final List<String> ORDER =
            List.of("contact-took-place", "advice", "chosen-support", "agreements", "lead", "evaluation-date", "other");

    /** The document and the same as a page, in the language asked. */
    public record Document(Bundle bundle, byte[] page, String policy) {}

    private final Lookup lookup;
    private final Vault vault;
    private final Directory directory;
    private final FhirContext fhir;
    private final Audit audit;

    public FeedbackDocument(Lookup lookup, Vault vault, Directory directory, FhirContext fhir, Audit audit) {
        this.lookup = lookup;
        this.vault = vault;
        this.directory = directory;
        this.fhir = fhir;
        this.audit = audit;
    }

    public Document of(UUID id, Locale locale, String base, Caller caller, Viewer viewer, AuditedRequest request) {
        Seen seen = lookup.newest("Communication", id, viewer)
                .orElseThrow(() -> Refusal.of(Reason.NOT_FOUND).exception());
        Communication told = open(seen, Communication.class);
        if (!Profiles.ids(told).contains("phb-feedback")) {
            throw Refusal.of(Reason.NO_DOCUMENT).exception();
        }
        Optional<Seen> about = caller.mayAsk("Patient", 'r') ? about(seen, told, viewer) : Optional.empty();
        List<Seen> read = new ArrayList<>(List.of(seen));
        about.ifPresent(read::add);
        audit.record(request, caller, "R", read.stream().map(Audit.Touched::of).toList());
        DocumentWords words = new DocumentWords(locale);
        Optional<Patient> patient = about.map(one -> open(one, Patient.class));
        Optional<HealthcareService> sender = directory
                .serviceOf(seen.custodian())
                .flatMap(service -> directory("HealthcareService/" + service, HealthcareService.class, viewer));
        Optional<Organization> author = sender.filter(HealthcareService::hasProvidedBy)
                .flatMap(one -> directory(one.getProvidedBy().getReference(), Organization.class, viewer));
        Readable readable = readable(told, patient, sender, words, viewer);
        Bundle bundle = FeedbackBundle.of(
                new FeedbackBundle.Parts(
                        told,
                        seen.version(),
                        patient,
                        author,
                        sender.map(HealthcareService::getName).orElse("JGZ")),
                readable,
                words,
                base);
        return new Document(bundle, Xhtml.page(readable).getBytes(StandardCharsets.UTF_8), Xhtml.POLICY);
    }

    /** The woman as the feedback names her, or as the reader has her. */
    private Optional<Seen> about(Seen seen, Communication told, Viewer viewer) {
        String subject = told.getSubject().getReferenceElement().getIdPart();
        List<Seen> visible = lookup.current("Patient", seen.person().orElseThrow(), viewer);
        return visible.stream()
                .filter(one -> one.id().toString().equals(subject))
                .findFirst()
                .or(() -> visible.stream()
                        .filter(one -> one.custodian() == viewer.party())
                        .findFirst());
    }

    private Readable readable(
            Communication told,
            Optional<Patient> patient,
            Optional<HealthcareService> sender,
            DocumentWords words,
            Viewer viewer) {
        Map<String, String> about = new LinkedHashMap<>();
        patient.filter(Patient::hasName)
                .ifPresent(one ->
                        about.put(words.of("about"), one.getNameFirstRep().getNameAsSingleString()));
        sender.ifPresent(one -> about.put(words.of("from"), one.getName()));
        List<String> to = told.getRecipient().stream()
                .map(Reference::getReference)
                .flatMap(one -> directory(one, HealthcareService.class, viewer).stream())
                .map(HealthcareService::getName)
                .toList();
        if (!to.isEmpty()) {
            about.put(words.of("to"), String.join(", ", to));
        }
        about.put(words.of("date"), words.day(told.getSent().toInstant()));
        List<Readable.Part> parts = ORDER.stream()
                .map(item -> new Readable.Part(words.of("item." + item), texts(told, item, words)))
                .filter(part -> !part.texts().isEmpty())
                .toList();
        return new Readable(words.language(), words.of("title"), about, parts);
    }

    private static List<String> texts(Communication told, String item, DocumentWords words) {
        return told.getPayload().stream()
                .filter(one -> one.hasExtension(ITEM)
                        && item.equals(one.getExtensionByUrl(ITEM).getValue().primitiveValue()))
                .filter(one -> one.getContent() instanceof StringType)
                .map(one -> one.getContent().primitiveValue())
                .map(text -> item.equals("contact-took-place") ? yesNo(text, words) : text)
                .toList();
    }

    /** What the server wrote is a word of ours; what a professional wrote stays. */
    private static String yesNo(String text, DocumentWords words) {
        return switch (text) {
            case "ja" -> words.of("yes");
            case "nee" -> words.of("no");
            default -> text;
        };
    }

    private <T extends Resource> Optional<T> directory(String reference, Class<T> type, Viewer viewer) {
        IdType id = new IdType(reference == null ? "" : reference);
        if (!type.getSimpleName().equals(id.getResourceType())
                || !id.getIdPart().matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")) {
            return Optional.empty();
        }
        return lookup.newest(type.getSimpleName(), UUID.fromString(id.getIdPart()), viewer)
                .map(one -> open(one, type));
    }

    private <T extends Resource> T open(Seen seen, Class<T> type) {
        byte[] json = vault.open(seen.dataKey(), seen.fileId(), seen.id(), seen.version(), seen.body());
        return fhir.newJsonParser().parseResource(type, new String(json, StandardCharsets.UTF_8));
    }
}
