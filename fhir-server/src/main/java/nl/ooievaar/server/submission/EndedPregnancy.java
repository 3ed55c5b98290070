package nl.ooievaar.server.submission;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.ooievaar.server.audit.Audit;
import nl.ooievaar.server.audit.AuditedRequest;
import nl.ooievaar.server.gate.Seen;
import nl.ooievaar.server.gate.Viewer;
import nl.ooievaar.server.identity.Caller;
import nl.ooievaar.server.store.Files;
import nl.ooievaar.server.store.People;
import nl.ooievaar.server.store.Versions;
import nl.ooievaar.subject.Reason;
import nl.ooievaar.subject.Refusal;
import nl.ooievaar.subject.consent.DataClass;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.EpisodeOfCare;
import org.hl7.fhir.r4.model.Reference;
import org.springframework.stereotype.Component;

/**
 * A pregnancy that ended, by loss, stillbirth, death or adoption alike: one neutral event that stops at once all that goes on
 * about it, wherever it is kept. The event itself stands in the one file it was recorded in, and says no cause; in all others
 * work comes to an end as any work does.
 */
@Component
public class EndedPregnancy {
    /** What was recorded, and whether it was before. */
    public record Ended(String record, boolean repeated) {}

    private static final String SNOMED = "http://snomed.info/sct";
    private static final String PREGNANT = "77386006";
    private static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");

    private final Files files;
    private final People people;
    private final KeptRecords kept;
    private final NeutralEnds ends;
    private final Made made;
    private final Versions versions;
    private final Submissions submissions;
    private final Audit audit;

    EndedPregnancy(
            Files files,
            People people,
            KeptRecords kept,
            NeutralEnds ends,
            Made made,
            Versions versions,
            Submissions submissions,
            Audit audit) {
        this.files = files;
        this.people = people;
        this.kept = kept;
        this.ends = ends;
        this.made = made;
        this.versions = versions;
        this.submissions = submissions;
        this.audit = audit;
    }

    /**
     * Runs inside the transaction of the caller.
     *
     * @param patient in whose file it is recorded
     * @param day on which it ended, when that was told
     */
    public Ended end(Seen patient, Optional<LocalDate> day, Caller caller, Viewer viewer, AuditedRequest request) {
        LocalDate today = viewer.now().atZone(AMSTERDAM).toLocalDate();
        if (day.filter(today::isBefore).isPresent()) {
            throw Refusal.of(Reason.DAY_IN_FUTURE, "date")
                    .at("Parameters.parameter.where(name='date')")
                    .exception();
        }
        Instant now = viewer.now().truncatedTo(ChronoUnit.MILLIS);
        Files.File file = files.byId(patient.fileId());
        List<Planned> stopped = stopped(patient, day.orElse(today), now);
        Optional<KeptRecords.Kept> before = recorded(file, day).filter(one -> day.isPresent() || stopped.isEmpty());
        if (before.isPresent() && stopped.isEmpty()) {
            audit.record(request, caller, "R", List.of(Audit.Touched.of(patient)));
            return new Ended("EpisodeOfCare/" + before.get().id(), true);
        }
        people.inTurn(patient.person().orElseThrow());
        List<Planned> all = new ArrayList<>(stopped);
        String record = before.map(one -> "EpisodeOfCare/" + one.id()).orElseGet(() -> {
            Planned event = made.fresh(file, DataClass.WORK, event(patient, day), now);
            all.add(event);
            return event.reference();
        });
        stopped.forEach(one -> versions.withdrawQueued(one.file, one.id, now));
        submissions.write(all, viewer, now);
        record(all, file, caller, request);
        return new Ended(record, false);
    }

    private List<Planned> stopped(Seen patient, LocalDate day, Instant now) {
        List<Planned> stopped = new ArrayList<>();
        for (var person : people.joined(patient.person().orElseThrow())) {
            for (Files.File file : files.ofOnePerson(person)) {
                ends.feedback(file).forEach(one -> versions.withdrawQueued(file, one, now));
                stopped.addAll(ends.in(file, day, now));
            }
        }
        return stopped;
    }

    private Optional<KeptRecords.Kept> recorded(Files.File file, Optional<LocalDate> day) {
        return kept.ofType(file, "EpisodeOfCare").stream()
                .filter(one -> {
                    EpisodeOfCare episode = (EpisodeOfCare) one.resource();
                    return episode.getStatus() == EpisodeOfCare.EpisodeOfCareStatus.FINISHED
                            && episode.getTypeFirstRep().hasCoding(SNOMED, PREGNANT)
                            && day.map(LocalDate::toString)
                                    .map(text -> text.equals(
                                            episode.getPeriod().getEndElement().getValueAsString()))
                                    .orElse(true);
                })
                .findFirst();
    }

    private static EpisodeOfCare event(Seen patient, Optional<LocalDate> day) {
        EpisodeOfCare event = new EpisodeOfCare();
        event.setStatus(EpisodeOfCare.EpisodeOfCareStatus.FINISHED);
        event.addType().addCoding().setSystem(SNOMED).setCode(PREGNANT).setDisplay("Pregnant");
        event.setPatient(new Reference(patient.reference()));
        day.ifPresent(one -> event.getPeriod().setEndElement(new DateTimeType(one.toString())));
        return event;
    }

    /** Who keeps another file reads in its trail that its task was changed, as by any move, and not by which event. */
    private void record(List<Planned> all, Files.File file, Caller caller, AuditedRequest request) {
        List<Planned> here = new ArrayList<>(all);
        here.removeIf(one -> !one.file.fileId().equals(file.fileId()));
        List<Planned> elsewhere = new ArrayList<>(all);
        elsewhere.removeAll(here);
        audit.record(request, caller, "U", Submissions.touched(here));
        if (!elsewhere.isEmpty()) {
            AuditedRequest change = new AuditedRequest(request.id(), "update", null, request.now());
            audit.record(change, caller, "U", Submissions.touched(elsewhere));
        }
    }
}
