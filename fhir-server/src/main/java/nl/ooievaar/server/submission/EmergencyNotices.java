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
import org.springframework.stereotype.Component;

/**
 * Tells the privacy officers of an emergency access, each in a file of his own about her, with an outbox row; and her, where she
 * finds it safely.
 */
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
     * Whose records it is about.
     *
     * @param custodians those it reaches
     * @param known all who keep records about her, reached or not: any of them may have heard what is not safe
     */
    record Reached(List<EmergencyRecords.Held> custodians, List<EmergencyRecords.Held> known) {}

    /**
     * Tells the officer of who opened it, whatever it reaches, and that of each custodian it reaches; and her, where she signs in,
     * when she said that this is safe.
     *
     * @param own file of the caller's own officer
     */
    List<Audit.Touched> tell(
            EmergencyAccess access,
            EmergencyOpening.Asked asked,
            String user,
            Files.File own,
            Reached reached,
            Instant now) {
        List<Planned> notices = new ArrayList<>();
        EmergencyNotice toOwn = new EmergencyNotice(
                access, asked.reason().strip(), user, asked.identifier(), service(own), Optional.empty(), false);
        notices.add(planned(toOwn, own, now));
        for (EmergencyRecords.Held held : reached.custodians()) {
            Party officer = directory.privacyOfficerOf(held.custodian()).orElseThrow();
            Files.File file =
                    files.ofLinkedPerson(parties.number(officer), own.person().orElseThrow());
            boolean inApp = EmergencyMessages.mayBe(held, reached.known());
            EmergencyNotice says = new EmergencyNotice(
                    access,
                    asked.reason().strip(),
                    user,
                    EmergencyNotice.local(held.patient()),
                    service(file),
                    Optional.of(held.wishes()),
                    inApp);
            notices.add(planned(says, file, now));
            if (inApp) {
                EmergencyMessage toHer = new EmergencyMessage(access.id(), held.patient(), service(file));
                notices.add(made.fresh(file, DataClass.WORK, toHer.communication(now), millis(now)));
            }
        }
        write(notices, now);
        return notices.stream().map(one -> touched(one, access)).toList();
    }

    private UUID service(Files.File file) {
        return directory.serviceOf(file.custodian()).orElseThrow();
    }

    private Planned planned(EmergencyNotice says, Files.File file, Instant now) {
        return made.fresh(file, DataClass.SAFEGUARDING, says.task(now), millis(now));
    }

    private static Instant millis(Instant now) {
        return now.truncatedTo(ChronoUnit.MILLIS);
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
                    millis(now),
                    one.stored,
                    one.indexed));
        }
        versions.flush();
        // She is not called: she finds it when she signs in.
        notices.stream()
                .filter(one -> one.type.equals("Task"))
                .forEach(one -> versions.announce(one.file, one.id, one.version, "emergency"));
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
