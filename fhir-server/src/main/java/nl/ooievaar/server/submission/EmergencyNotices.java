package nl.ooievaar.server.submission;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.ooievaar.server.audit.Audit;
import nl.ooievaar.server.store.Directory;
import nl.ooievaar.server.store.Files;
import nl.ooievaar.server.store.Parties;
import nl.ooievaar.server.store.Versions;
import nl.ooievaar.subject.consent.DataClass;
import nl.ooievaar.subject.emergency.EmergencyAccess;
import nl.ooievaar.subject.party.Party;
import org.hl7.fhir.r4.model.Identifier;
import org.springframework.stereotype.Component;

/** Tells the privacy officers of an emergency access, each in a file of his own about her, with an outbox row. */
@Component
class EmergencyNotices {
    private final Directory directory;
    private final Files files;
    private final Parties parties;
    private final Versions versions;
    private final Made made;

    EmergencyNotices(Directory directory, Files files, Parties parties, Versions versions, Made made) {
        this.directory = directory;
        this.files = files;
        this.parties = parties;
        this.versions = versions;
        this.made = made;
    }

    /**
     * Tells the officer of who opened it, whatever it reaches, and that of each custodian it reaches.
     *
     * @param own file of the caller's own officer
     */
    List<Audit.Touched> tell(
            EmergencyAccess access,
            EmergencyOpening.Asked asked,
            String user,
            Files.File own,
            List<EmergencyRecords.Held> reached,
            Instant now) {
        List<Planned> notices = new ArrayList<>();
        notices.add(planned(access, asked, user, own, asked.identifier(), Optional.empty(), now));
        for (EmergencyRecords.Held held : reached) {
            Party officer = directory.privacyOfficerOf(held.custodian()).orElseThrow();
            Files.File file =
                    files.ofLinkedPerson(parties.number(officer), own.person().orElseThrow());
            Identifier patient = EmergencyNotice.local(held.patient());
            notices.add(planned(access, asked, user, file, patient, held.safeContact(), now));
        }
        write(notices, now);
        return notices.stream().map(one -> touched(one, access)).toList();
    }

    private Planned planned(
            EmergencyAccess access,
            EmergencyOpening.Asked asked,
            String user,
            Files.File file,
            Identifier patient,
            Optional<String> safeContact,
            Instant now) {
        UUID service = directory.serviceOf(file.custodian()).orElseThrow();
        EmergencyNotice says = new EmergencyNotice(access, asked.reason().strip(), user, patient, service, safeContact);
        return made.fresh(file, DataClass.SAFEGUARDING, says.task(now), now.truncatedTo(ChronoUnit.MILLIS));
    }

    /** The officer is the author: who broke the glass doesn't read what becomes of it. */
    private void write(List<Planned> notices, Instant now) {
        for (Planned one : notices) {
            versions.write(new Versions.Draft(
                    one.file,
                    one.id,
                    one.version,
                    one.type,
                    one.dataClass,
                    one.file.custodian(),
                    false,
                    now.truncatedTo(ChronoUnit.MILLIS),
                    one.stored,
                    one.indexed));
        }
        versions.flush();
        notices.forEach(one -> versions.announce(one.file, one.id, one.version, "emergency"));
    }

    private static Audit.Touched touched(Planned one, EmergencyAccess access) {
        return new Audit.Touched(
                one.file.fileId(),
                one.file.custodian(),
                one.file.dataKey(),
                "person",
                one.type,
                one.id,
                one.version,
                "emergency:" + access.basis().code() + " emergency-access:" + access.id(),
                null);
    }
}
