package nl.ooievaar.server.submission;

import java.time.Instant;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import nl.ooievaar.server.gate.Lookup;
import nl.ooievaar.server.gate.Seen;
import nl.ooievaar.server.gate.Viewer;
import nl.ooievaar.server.store.Files;
import nl.ooievaar.subject.consent.DataClass;
import nl.ooievaar.subject.referral.TaskState;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Task;
import org.springframework.stereotype.Component;

/**
 * The work task of the desk of where she moved: received when the old desk received it, with its deadline, and joined with the
 * work that goes on for her there already.
 */
@Component
class WorkElsewhere {
    /**
     * Where and for whom.
     *
     * @param from who asks for it, where the new desk may not see who did at first
     * @param dossier what came with it
     */
    record Where(Reference patient, Reference desk, Reference from, Task.ParameterComponent dossier) {}

    private static final String CODES = "http://ooievaar.example/fhir/CodeSystem/";

    private final Shadowing shadowing;
    private final MovedWork moved;
    private final Acceptance acceptance;
    private final Lookup lookup;
    private final Made made;

    WorkElsewhere(Shadowing shadowing, MovedWork moved, Acceptance acceptance, Lookup lookup, Made made) {
        this.shadowing = shadowing;
        this.moved = moved;
        this.acceptance = acceptance;
        this.lookup = lookup;
        this.made = made;
    }

    /** Whether it has not ended. */
    static boolean runs(Task work) {
        return TaskState.of(work.getStatus().toCode())
                .filter(state -> !state.ended())
                .isPresent();
    }

    /**
     * @param running all that goes on at the old desk, oldest first
     * @param desk what the new desk may see
     */
    Planned work(List<Task> running, Files.File theirs, Where where, Viewer desk, Instant now) {
        List<Shadowing.Referral> asked = running.stream()
                .flatMap(one -> shadowing.referrals(one).stream())
                .toList();
        Optional<KeptRecords.Kept> goesOn = acceptance.running(theirs, now);
        Task work = goesOn.map(one -> (Task) one.resource()).orElseGet(() -> begun(running, where));
        based(work, asked, desk);
        deadline(work, running);
        work.addInput(where.dossier());
        work.setLastModified(Date.from(Shadowing.modified(work, now)));
        Planned planned = goesOn.map(one -> made.next(theirs, one.dataClass(), one.id(), one.version() + 1, work, now))
                .orElseGet(() -> made.fresh(theirs, DataClass.WORK, work, now));
        asked.forEach(one -> moved.answers(one.file(), request(one), theirs, planned.id));
        return planned;
    }

    private static UUID request(Shadowing.Referral referral) {
        return UUID.fromString(referral.task().getFocus().getReferenceElement().getIdPart());
    }

    private static Task begun(List<Task> running, Where where) {
        Task last = running.get(running.size() - 1);
        Task work = new Task();
        work.getMeta().addProfile(Profiles.BASE + "phb-work-task");
        work.setStatus(Task.TaskStatus.RECEIVED);
        work.getBusinessStatus()
                .addCoding()
                .setSystem(CODES + "phb-business-status")
                .setCode("aangemeld");
        work.setIntent(Task.TaskIntent.ORDER);
        work.setPriority(last.getPriority());
        work.setCode(last.getCode());
        work.setFor(where.patient());
        work.setAuthoredOn(running.stream()
                .map(Task::getAuthoredOn)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElseThrow());
        work.setRequester(where.from());
        work.setOwner(where.desk());
        return work;
    }

    /** Only what she lets the new desk see; the server itself remembers the rest. */
    private void based(Task work, List<Shadowing.Referral> asked, Viewer desk) {
        Map<UUID, Seen> seen =
                lookup.newest(asked.stream().map(WorkElsewhere::request).toList(), desk);
        for (Shadowing.Referral one : asked) {
            String request = one.task().getFocus().getReference();
            boolean named = work.getBasedOn().stream().anyMatch(it -> request.equals(it.getReference()));
            if (seen.containsKey(request(one)) && !named) {
                work.addBasedOn(new Reference(request));
            }
        }
    }

    /** The earliest of all, for the clock of none of them begins anew. */
    private static void deadline(Task work, List<Task> running) {
        running.stream()
                .map(one -> one.getRestriction().getPeriod().getEndElement())
                .filter(DateTimeType::hasValue)
                .min(Comparator.comparing(DateTimeType::getValue))
                .filter(end -> !work.getRestriction().getPeriod().hasEnd()
                        || end.getValue()
                                .before(work.getRestriction().getPeriod().getEnd()))
                .ifPresent(end -> work.getRestriction().getPeriod().setEndElement(end.copy()));
    }
}
