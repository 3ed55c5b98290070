package nl.ooievaar.server.document;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.Composition;
import org.hl7.fhir.r4.model.Composition.SectionComponent;
import org.hl7.fhir.r4.model.Narrative;
import org.hl7.fhir.r4.model.Narrative.NarrativeStatus;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;

/** A feedback as a Bundle of type document: the Composition first, then what it is made of (FHIR R4, Documents). */
final class FeedbackBundle {
    private static final String DOCUMENTS = "http://ooievaar.example/fhir/CodeSystem/phb-document";

    /** What stands in it; of a feedback always the same document. */
    record Parts(
            Communication told, int version, Optional<Patient> patient, Optional<Organization> author, String sender) {}

    private FeedbackBundle() {}

    static Bundle of(Parts parts, Readable readable, DocumentWords words, String base) {
        Communication told = parts.told();
        String name = "Communication/" + told.getIdElement().getIdPart() + "/_history/" + parts.version() + "#"
                + words.language();
        UUID document = UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
        Bundle bundle = new Bundle().setType(Bundle.BundleType.DOCUMENT);
        bundle.getIdentifier().setSystem("urn:ietf:rfc:3986").setValue("urn:uuid:" + document);
        bundle.setTimestamp(told.getSent());
        // Beside the others, for from an entry with a urn no relative reference leads anywhere.
        add(bundle, base, (Composition) composition(parts, readable).setId(document.toString()));
        add(bundle, base, told);
        parts.patient().ifPresent(one -> add(bundle, base, one));
        parts.author().ifPresent(one -> add(bundle, base, one));
        return bundle;
    }

    private static void add(Bundle bundle, String base, Resource resource) {
        bundle.addEntry().setFullUrl(base + "/" + place(resource)).setResource(resource);
    }

    private static String place(Resource resource) {
        return resource.fhirType() + "/" + resource.getIdElement().getIdPart();
    }

    private static Composition composition(Parts parts, Readable readable) {
        Composition made = new Composition();
        made.setLanguage(readable.language());
        made.setStatus(Composition.CompositionStatus.FINAL);
        made.getType().addCoding().setSystem(DOCUMENTS).setCode("feedback");
        made.setTitle(readable.title());
        made.setDateElement(new org.hl7.fhir.r4.model.DateTimeType(parts.told().getSent()));
        made.setSubject(parts.patient()
                .map(one -> new Reference(place(one)))
                .orElse(parts.told().getSubject().copy()));
        made.addAuthor(parts.author()
                .map(one -> new Reference(place(one)))
                .orElseGet(Reference::new)
                .setDisplay(parts.sender()));
        made.setText(narrative(Xhtml.narrative(readable)));
        readable.parts().forEach(part -> {
            SectionComponent section = made.addSection().setTitle(part.title());
            section.setText(narrative(Xhtml.narrative(readable.language(), part)));
            section.addEntry(new Reference(place(parts.told())));
        });
        return made;
    }

    private static Narrative narrative(String div) {
        Narrative made = new Narrative();
        made.setStatus(NarrativeStatus.GENERATED);
        made.setDivAsString(div);
        return made;
    }
}
