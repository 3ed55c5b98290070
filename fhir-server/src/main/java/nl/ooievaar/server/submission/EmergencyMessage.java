package nl.ooievaar.server.submission;

import java.time.Instant;
import java.util.Date;
import java.util.Locale;
import java.util.UUID;
import nl.ooievaar.subject.emergency.NoticeToHer;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;

/**
 * What she finds where she signs in, when that is safe: a Communication in the file of the privacy officer who tells her.
 *
 * @param access id of the emergency access
 * @param patient the Patient of hers whose records it reaches
 * @param officer the HealthcareService of the officer
 */
record EmergencyMessage(String access, UUID patient, UUID officer) {
    private static final String TRANSLATION = "http://hl7.org/fhir/StructureDefinition/translation";

    /** Names what was opened, in the notice to the officer and in the message to her alike. */
    static Identifier identifier(String access) {
        return new Identifier().setSystem("urn:ietf:rfc:3986").setValue("urn:uuid:" + access);
    }

    Communication communication(Instant now) {
        Communication told = new Communication();
        told.setLanguage("nl");
        told.addIdentifier(identifier(access));
        told.setStatus(Communication.CommunicationStatus.COMPLETED);
        told.addCategory()
                .addCoding()
                .setSystem("http://ooievaar.example/fhir/CodeSystem/phb-task-code")
                .setCode("emergency-notice");
        told.setSubject(new Reference("Patient/" + patient));
        told.addRecipient(new Reference("Patient/" + patient));
        told.setSender(new Reference("HealthcareService/" + officer));
        told.setSent(Date.from(now));
        told.addPayload().setContent(words(now));
        return told;
    }

    private static StringType words(Instant opened) {
        StringType dutch = new StringType(NoticeToHer.text(opened, Locale.forLanguageTag("nl")));
        Extension english = dutch.addExtension().setUrl(TRANSLATION);
        english.addExtension("lang", new CodeType("en"));
        english.addExtension("content", new StringType(NoticeToHer.text(opened, Locale.ENGLISH)));
        return dutch;
    }
}
