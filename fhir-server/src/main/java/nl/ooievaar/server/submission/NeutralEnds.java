package nl.ooievaar.server.submission;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import nl.ooievaar.server.store.Files;
import nl.ooievaar.subject.birth.NeutralEnd;
import nl.ooievaar.subject.referral.TaskKind;
import nl.ooievaar.subject.referral.TaskState;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.EpisodeOfCare;
import org.hl7.fhir.r4.model.EpisodeOfCare.EpisodeOfCareStatus;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Task;
import org.springframework.stereotype.Component;

/** How what goes on in one file about her comes to an end that says no more than that it ended. */
@Component
class NeutralEnds {
    private static final String PROGRESS = "http://ooievaar.example/fhir/CodeSystem/phb-business-status";

    private final KeptRecords kept;
    private final Made made;

    NeutralEnds(KeptRecords kept, Made made) {
        this.kept = kept;
        this.made = made;
    }

    /** What may be queued to be told back, and is not told any more. */
    List<UUID> feedback(Files.File file) {
        return kept.ofType(file, "Communication").stream()
                .filter(one -> Profiles.ids(one.resource()).contains("phb-feedback"))
                .map(KeptRecords.Kept::id)
                .toList();
    }

    /** The next versions of all that goes on. */
    List<Planned> in(Files.File file, LocalDate day, Instant now) {
        return in(file, List.of("Task", "ServiceRequest", "Appointment", "EpisodeOfCare"), one -> true, day, now);
    }

    /** The next versions of the work that goes on; who asked for it is answered by another. */
    List<Planned> ofWork(Files.File file, LocalDate day, Instant now) {
        return in(
                file,
                List.of("Task", "Appointment", "EpisodeOfCare"),
                one -> !(one instanceof Task) || Profiles.ids(one).contains("phb-work-task"),
                day,
                now);
    }

    private List<Planned> in(
            Files.File file, List<String> types, Predicate<Resource> meant, LocalDate day, Instant now) {
        List<Planned> ended = new ArrayList<>();
        for (String type : types) {
            for (KeptRecords.Kept one : kept.ofType(file, type)) {
                Optional<Resource> end = meant.test(one.resource()) ? ended(one, day, now) : Optional.empty();
                end.ifPresent(last -> {
                    Planned next = made.next(file, one.dataClass(), one.id(), one.version() + 1, last, now);
                    next.author = Optional.of(file.custodian());
                    ended.add(next);
                });
            }
        }
        return ended;
    }

    private Optional<Resource> ended(KeptRecords.Kept one, LocalDate day, Instant now) {
        return switch (one.resource().fhirType()) {
            case "Task" -> task((Task) one.resource(), now);
            case "ServiceRequest" -> request((ServiceRequest) one.resource());
            case "Appointment" -> appointment((Appointment) one.resource());
            case "EpisodeOfCare" -> trajectory((EpisodeOfCare) one.resource(), day);
            default -> Optional.empty();
        };
    }

    private static Optional<Resource> task(Task task, Instant now) {
        Optional<TaskState> to = kind(task)
                .flatMap(kind -> TaskState.of(task.getStatus().toCode()).flatMap(from -> NeutralEnd.of(kind, from)));
        return to.map(state -> {
            task.setStatus(Task.TaskStatus.fromCode(state.code()));
            // No clock runs on.
            task.setRestriction(null);
            task.setLastModified(Date.from(Shadowing.modified(task, now)));
            if (task.hasBusinessStatus()) {
                task.getBusinessStatus().getCoding().clear();
                task.getBusinessStatus().addCoding().setSystem(PROGRESS).setCode(NeutralEnd.PROGRESS);
            }
            return task;
        });
    }

    private static Optional<Resource> request(ServiceRequest request) {
        if (!Profiles.ids(request).contains("phb-referral")
                || request.getStatus() != ServiceRequest.ServiceRequestStatus.ACTIVE
                        && request.getStatus() != ServiceRequest.ServiceRequestStatus.ONHOLD) {
            return Optional.empty();
        }
        // As the referral task says: handled, whatever took place.
        return Optional.of(request.setStatus(ServiceRequest.ServiceRequestStatus.COMPLETED));
    }

    private static Optional<Resource> appointment(Appointment appointment) {
        return switch (appointment.getStatus()) {
            case PROPOSED, PENDING, BOOKED, WAITLIST ->
                Optional.of(appointment.setStatus(Appointment.AppointmentStatus.CANCELLED));
            default -> Optional.empty();
        };
    }

    private static Optional<Resource> trajectory(EpisodeOfCare trajectory, LocalDate day) {
        boolean open = Set.of(
                        EpisodeOfCareStatus.PLANNED,
                        EpisodeOfCareStatus.WAITLIST,
                        EpisodeOfCareStatus.ACTIVE,
                        EpisodeOfCareStatus.ONHOLD)
                .contains(trajectory.getStatus());
        if (!open || !Profiles.ids(trajectory).contains("phb-trajectory")) {
            return Optional.empty();
        }
        trajectory.setStatus(EpisodeOfCareStatus.FINISHED);
        String start = trajectory.getPeriod().getStartElement().getValueAsString();
        // A trajectory that began after the day she told ends on the day it began.
        String end =
                start != null && start.length() >= 10 && start.substring(0, 10).compareTo(day.toString()) > 0
                        ? start.substring(0, 10)
                        : day.toString();
        trajectory.getPeriod().setEndElement(new DateTimeType(end));
        return Optional.of(trajectory);
    }

    private static Optional<TaskKind> kind(Task task) {
        Set<String> profiles = Profiles.ids(task);
        if (profiles.contains("phb-cancellation-task")) {
            return Optional.of(TaskKind.CANCELLATION);
        }
        return profiles.contains("phb-work-task")
                ? Optional.of(TaskKind.WORK)
                : profiles.contains("phb-referral-task") ? Optional.of(TaskKind.REFERRAL) : Optional.empty();
    }
}
