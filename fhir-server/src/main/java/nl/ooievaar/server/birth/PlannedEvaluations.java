package nl.ooievaar.server.birth;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import nl.ooievaar.server.gate.Lookup;
import nl.ooievaar.server.gate.Seen;
import nl.ooievaar.server.gate.Viewer;
import nl.ooievaar.server.submission.Entry;
import nl.ooievaar.server.submission.Profiles;
import nl.ooievaar.subject.referral.TaskState;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Task;
import org.springframework.stereotype.Component;

/** Work tasks in one file that wait for the evaluation, and their day. */
@Component
class PlannedEvaluations {
    private static final String PROGRESS = "http://ooievaar.example/fhir/CodeSystem/phb-business-status";
    private static final String PLANNED = "evaluatie-gepland";

    private final Lookup lookup;
    private final Opened opened;

    PlannedEvaluations(Lookup lookup, Opened opened) {
        this.lookup = lookup;
        this.opened = opened;
    }

    List<Seen> of(Seen mother, Viewer viewer) {
        return lookup.current("Task", mother.person().orElseThrow(), viewer).stream()
                .filter(seen -> seen.fileId().equals(mother.fileId()))
                .filter(seen -> waits(opened.as(Task.class, seen)))
                .toList();
    }

    private static boolean waits(Task task) {
        return Profiles.ids(task).contains("phb-work-task")
                && task.getBusinessStatus().hasCoding(PROGRESS, PLANNED)
                && TaskState.of(task.getStatus().toCode())
                        .filter(state -> !state.ended())
                        .isPresent();
    }

    /** The update that moves the evaluation to this day. */
    Entry moved(Seen seen, LocalDate day, Instant now) {
        Task task = opened.as(Task.class, seen);
        task.getRestriction().getPeriod().setEndElement(new DateTimeType(day.toString()));
        if (!task.hasAuthoredOn() || !task.getAuthoredOn().toInstant().isAfter(now)) {
            task.setLastModified(Date.from(now));
        }
        return Entry.single(
                "PUT",
                seen.reference(),
                Optional.empty(),
                Optional.of(Integer.toString(seen.version())),
                opened.json(task));
    }
}
