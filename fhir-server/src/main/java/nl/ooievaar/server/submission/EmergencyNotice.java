package nl.ooievaar.server.submission;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.UUID;
import nl.ooievaar.subject.contact.SafeContact;
import nl.ooievaar.subject.emergency.EmergencyAccess;
import nl.ooievaar.subject.party.Party;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Type;

/**
 * What a privacy officer is told of an emergency access, as phb-emergency-notice. It says whether telling her is safe, so it is
 * of the class safeguarding: it opens to the officer and to nobody else.
 *
 * @param access what was opened
 * @param reason why, in the words of the professional
 * @param user who acted
 * @param patient whom it is about, in the words of who is told
 * @param officer the HealthcareService of the officer
 * @param wishes how she can be reached; empty for the officer of who opened it, who keeps nothing of hers
 * @param inApp whether she finds a message of it where she signs in
 */
record EmergencyNotice(
        EmergencyAccess access,
        String reason,
        String user,
        Identifier patient,
        UUID officer,
        Optional<ContactWishes> wishes,
        boolean inApp) {
    /** Id of the profile. */
    static final String PROFILE = "phb-emergency-notice";

    /** When she has to be told, unless the officer puts it off. */
    private static final Duration TELL_WITHIN = Duration.ofHours(48);

    private static final String SYSTEMS = "http://ooievaar.example/fhir/CodeSystem/";

    /** A Patient by its id on this server, for who can't read it here. */
    static Identifier local(UUID patient) {
        return new Identifier().setSystem("urn:ietf:rfc:3986").setValue("urn:uuid:" + patient);
    }

    Task task(Instant now) {
        Task told = new Task();
        told.getMeta().addProfile(Profiles.BASE + PROFILE);
        told.getMeta().addSecurity(new Coding(SYSTEMS + "phb-data-class", "safeguarding", null));
        told.addIdentifier(EmergencyMessage.identifier(access.id()));
        told.setStatus(Task.TaskStatus.REQUESTED);
        told.setIntent(Task.TaskIntent.ORDER);
        told.getCode().addCoding(new Coding(SYSTEMS + "phb-task-code", "emergency-notice", null));
        told.setFor(new Reference().setType("Patient").setIdentifier(patient));
        told.setAuthoredOn(Date.from(now));
        told.setLastModified(Date.from(now));
        Party by = access.recipient();
        told.setRequester(new Reference()
                .setType("Organization")
                .setIdentifier(
                        new Identifier().setSystem(by.organizationSystem()).setValue(by.organizationValue())));
        told.setOwner(new Reference("HealthcareService/" + officer));
        told.getReasonCode()
                .setText(reason)
                .addCoding(new Coding(
                        SYSTEMS + "phb-emergency-basis", access.basis().code(), null));
        told.getRestriction().getPeriod().setEnd(Date.from(now.plus(TELL_WITHIN)));
        input(told, "emergency-access", new StringType(access.id()));
        input(
                told,
                "service",
                new Identifier()
                        .setSystem("http://ooievaar.example/fhir/NamingSystem/service")
                        .setValue(by.service()));
        input(told, "user", new StringType(user));
        access.classes().stream().sorted().forEach(one -> input(told, "data-class", new CodeType(one.code())));
        input(told, "period", new Period().setStart(Date.from(access.start())).setEnd(Date.from(access.end())));
        wishes.ifPresent(hers -> reach(told, hers));
        return told;
    }

    /** By which way to tell her, and what to heed; without a way nothing is said or sent to her. */
    private void reach(Task told, ContactWishes hers) {
        hers.safe().flatMap(SafeContact::wayToTell).ifPresent(way -> {
            input(told, "channel", new CodeType(way.channel().code()));
            way.telecom().ifPresent(it -> input(told, "telecom", new StringType(it)));
            way.times().ifPresent(it -> input(told, "times", new StringType(it)));
        });
        hers.safe().ifPresent(said -> {
            input(told, "voicemail", new BooleanType(said.voicemail()));
            said.nameToUse().ifPresent(it -> input(told, "name-to-use", new StringType(it)));
            said.note().ifPresent(it -> input(told, "safe-contact", new StringType(it)));
        });
        hers.language().ifPresent(it -> input(told, "language", it));
        hers.interpreter().ifPresent(it -> input(told, "interpreter", new BooleanType(it)));
        input(told, "told-in-app", new BooleanType(inApp));
    }

    private static void input(Task told, String item, Type value) {
        Task.ParameterComponent input = told.addInput().setValue(value);
        input.getType().addCoding(new Coding(SYSTEMS + "phb-emergency-notice-item", item, null));
    }
}
