package nl.ooievaar.server.submission;

import java.util.List;
import java.util.Optional;
import nl.ooievaar.subject.contact.ContactChannel;
import nl.ooievaar.subject.contact.SafeContact;
import nl.ooievaar.subject.contact.SafeWay;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.ContactPoint;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.PrimitiveType;

/**
 * How she can be reached, as one Patient says it.
 *
 * @param safe what she said when she was asked; empty where nobody asked her
 * @param language the one she prefers, or the only one that is known
 * @param interpreter whether she needs one, where that is known
 */
record ContactWishes(Optional<SafeContact> safe, Optional<CodeableConcept> language, Optional<Boolean> interpreter) {
    private static final String INTERPRETER = "http://hl7.org/fhir/StructureDefinition/patient-interpreterRequired";

    static ContactWishes of(Patient patient) {
        return new ContactWishes(
                part(patient.getExtension(), Profiles.BASE + "phb-safe-contact").map(ContactWishes::safe),
                patient.getCommunication().stream()
                        .filter(it ->
                                it.getPreferred() || patient.getCommunication().size() == 1)
                        .map(Patient.PatientCommunicationComponent::getLanguage)
                        .findFirst(),
                yes(patient.getExtension(), INTERPRETER));
    }

    /** What was kept before it had parts is her words only: it called no way safe that a rule could obey. */
    private static SafeContact safe(Extension said) {
        List<Extension> parts = said.getExtension();
        return new SafeContact(
                parts.stream()
                        .filter(it -> it.getUrl().equals("way"))
                        .flatMap(it -> way(it.getExtension()).stream())
                        .toList(),
                yes(parts, "write"),
                yes(parts, "voicemail").orElse(false),
                words(parts, "name-to-use"),
                words(parts, "note").or(() -> Optional.ofNullable(said.getValue())
                        .filter(PrimitiveType.class::isInstance)
                        .map(it -> it.primitiveValue())));
    }

    private static Optional<SafeWay> way(List<Extension> parts) {
        Optional<String> telecom = part(parts, "telecom")
                .map(Extension::getValue)
                .filter(ContactPoint.class::isInstance)
                .map(it -> ((ContactPoint) it).getValue());
        return words(parts, "channel")
                .flatMap(ContactChannel::of)
                .map(channel -> new SafeWay(channel, telecom, words(parts, "times")));
    }

    private static Optional<Extension> part(List<Extension> parts, String url) {
        return parts.stream().filter(it -> it.getUrl().equals(url)).findFirst();
    }

    private static Optional<String> words(List<Extension> parts, String url) {
        return part(parts, url)
                .map(Extension::getValue)
                .filter(PrimitiveType.class::isInstance)
                .map(it -> it.primitiveValue())
                .filter(text -> !text.isBlank());
    }

    private static Optional<Boolean> yes(List<Extension> parts, String url) {
        return part(parts, url)
                .map(Extension::getValue)
                .filter(BooleanType.class::isInstance)
                .map(it -> ((BooleanType) it).booleanValue());
    }
}
