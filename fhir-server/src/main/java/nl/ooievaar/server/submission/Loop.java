package nl.ooievaar.server.submission;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import nl.ooievaar.server.gate.Viewer;
import nl.ooievaar.server.identity.Caller;
import nl.ooievaar.subject.Reason;
import nl.ooievaar.subject.Refusal;
import nl.ooievaar.subject.referral.TaskState;
import org.hl7.fhir.r4.model.Task;
import org.springframework.stereotype.Component;

/**
 * What follows from a move, in the same transaction: acceptance opens the desk's own file, the referral task keeps step with
 * the work task, and the end of the work is told back where she agreed (PHB guideline, steps 3 and 5).
 */
@Component
public class Loop {
    private final Acceptance acceptance;
    private final Shadowing shadowing;
    private final FeedbackWriter feedback;
    private final RequestEnding requests;
    private final EndedReferrals ending;
    private final EmergencyMessages messages;
    private final TaskRules tasks;

    Loop(
            Acceptance acceptance,
            Shadowing shadowing,
            FeedbackWriter feedback,
            RequestEnding requests,
            EndedReferrals ending,
            EmergencyMessages messages,
            TaskRules tasks) {
        this.acceptance = acceptance;
        this.shadowing = shadowing;
        this.feedback = feedback;
        this.requests = requests;
        this.ending = ending;
        this.messages = messages;
        this.tasks = tasks;
    }

    /** @return what the server itself wrote, after {@code write} made it rows */
    List<Planned> follow(
            List<Planned> planned, Caller caller, Viewer viewer, Instant now, Consumer<List<Planned>> write) {
        List<Planned> made = new ArrayList<>();
        for (Planned one : planned) {
            feedback.check(one, viewer);
            if (one.type.equals("Task") && one.written()) {
                List<Planned> extra = following(one, caller, viewer, now);
                write.accept(extra);
                made.addAll(extra);
            }
        }
        return made;
    }

    private List<Planned> following(Planned one, Caller caller, Viewer viewer, Instant now) {
        TaskState to = TaskRules.state((Task) one.resource, one);
        if (one.hasProfile(EmergencyNotice.PROFILE)) {
            messages.follow(one, TaskRules.state(tasks.before(one), one), to);
            return List.of();
        }
        if (one.hasProfile("phb-work-task")) {
            return work(one, to, viewer, now);
        }
        if (!moved(one, to)) {
            return List.of();
        }
        if (one.hasProfile("phb-cancellation-task")) {
            return to == TaskState.COMPLETED ? cancel(one, viewer, now) : List.of();
        }
        boolean takenUp = to == TaskState.ACCEPTED || to == TaskState.IN_PROGRESS;
        return takenUp && one.file.custodian() != viewer.party()
                ? acceptance.accept(one, to, caller, viewer, now)
                : List.of();
    }

    private List<Planned> work(Planned one, TaskState to, Viewer viewer, Instant now) {
        List<Planned> extra = new ArrayList<>(shadowing.keepInStep(one, to, now));
        // The wrong desk ends nothing: the signaller sends it to another.
        if (to.ended() && to != TaskState.REJECTED && moved(one, to)) {
            if (to == TaskState.COMPLETED) {
                extra.addAll(feedback.write(one, viewer, now));
            }
            extra.addAll(requests.end(one, viewer, now));
        }
        return extra;
    }

    /** The desk agreed to stop: both tasks end in its own words, the referral as cancelled. */
    private List<Planned> cancel(Planned request, Viewer viewer, Instant now) {
        String focus =
                ((Task) request.resource).getFocus().getReferenceElement().getIdPart();
        List<Planned> ended = ending.cancel(request.file, UUID.fromString(focus), viewer.party(), now);
        if (ended.isEmpty()) {
            throw Refusal.of(Reason.NOTHING_TO_CANCEL)
                    .at(request.entry.at().isEmpty() ? "Task.focus" : request.entry.at() + ".focus")
                    .exception();
        }
        return ended;
    }

    private boolean moved(Planned one, TaskState to) {
        return one.step == Planned.Step.CREATE || TaskRules.state(tasks.before(one), one) != to;
    }
}
