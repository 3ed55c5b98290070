package nl.ooievaar.server.submission;

import ca.uhn.fhir.context.FhirContext;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.ooievaar.server.gate.Seen;
import nl.ooievaar.server.gate.Viewer;
import nl.ooievaar.server.store.Directory;
import nl.ooievaar.server.store.Vault;
import nl.ooievaar.subject.Reason;
import nl.ooievaar.subject.Refusal;
import nl.ooievaar.subject.consent.DataClass;
import nl.ooievaar.subject.emergency.NoticeMoves;
import nl.ooievaar.subject.referral.Mover;
import nl.ooievaar.subject.referral.Progress;
import nl.ooievaar.subject.referral.ProgressMoves;
import nl.ooievaar.subject.referral.TaskKind;
import nl.ooievaar.subject.referral.TaskMoves;
import nl.ooievaar.subject.referral.TaskState;
import nl.ooievaar.subject.referral.WorkOutcome;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.Task;
import org.springframework.stereotype.Component;

/** Moves of tasks: asked of the table in the subject, the same for every way in. */
@Component
public class TaskRules {
    private static final String PROGRESS = "http://ooievaar.example/fhir/CodeSystem/phb-business-status";

    private final FhirContext fhir;
    private final Vault vault;
    private final Directory directory;

    public TaskRules(FhirContext fhir, Vault vault, Directory directory) {
        this.fhir = fhir;
        this.vault = vault;
        this.directory = directory;
    }

    /** Whether this is a task the caller's desk must act on: the one record it may change in another's file. */
    boolean ownedByCaller(Planned one, Viewer viewer) {
        if (one.step != Planned.Step.UPDATE || !one.type.equals("Task")) {
            return false;
        }
        Optional<UUID> service = directory.serviceOf(viewer.party());
        String owner = before(one).getOwner().getReference();
        return service.map(id -> ("HealthcareService/" + id).equals(owner)).orElse(false);
    }

    void check(List<Planned> planned, Map<UUID, Seen> seen, Viewer viewer) {
        for (Planned one : planned) {
            if (!one.type.equals("Task") || !one.written()) {
                continue;
            }
            Task after = (Task) one.resource;
            ofSent(one, planned, seen);
            if (one.hasProfile(EmergencyNotice.PROFILE)) {
                notice(one, after);
                continue;
            }
            TaskKind kind = kind(one);
            TaskState to = state(after, one);
            refuse(one, written(after, viewer.now()));
            if (kind == TaskKind.WORK) {
                work(one, after, to);
            }
            if (one.step == Planned.Step.CREATE) {
                refuse(one, TaskMoves.checkStart(kind, to));
            } else {
                Task before = before(one);
                fixed(one, before, after);
                if (kind == TaskKind.REFERRAL && !Base.compareDeep(before.getOwner(), after.getOwner(), false)) {
                    throw Refusal.of(Reason.REFERRAL_DESK_FIXED)
                            .at(one.entry.at().isEmpty() ? "Task.owner" : one.entry.at() + ".owner")
                            .exception();
                }
                Mover mover = kind != TaskKind.WORK && one.file.custodian() == viewer.party()
                        ? Mover.REQUESTER
                        : Mover.FULFILLER;
                refuse(one, TaskMoves.check(kind, state(before, one), to, mover));
            }
        }
    }

    /** A proposal asks nobody anything: no task, no clock and no word about it. */
    private static void ofSent(Planned task, List<Planned> planned, Map<UUID, Seen> seen) {
        String draft = DataClass.DRAFT.code();
        for (int i = 0; i < task.indexed.refTargets().size(); i++) {
            UUID target = task.indexed.refTargets().get(i);
            Optional<Planned> now = planned.stream()
                    .filter(it -> it.id.equals(target) && it.written())
                    .findFirst();
            Optional<String> known = now.map(it -> it.dataClass)
                    .or(() -> Optional.ofNullable(seen.get(target)).map(Seen::dataClass));
            if (known.filter(draft::equals).isPresent()) {
                String at = task.entry.at().isEmpty() ? "Task" : task.entry.at();
                throw Refusal.of(Reason.TASK_OF_PROPOSAL).at(at + ".focus").exception();
            }
        }
    }

    private static TaskKind kind(Planned one) {
        if (one.hasProfile("phb-work-task")) {
            return TaskKind.WORK;
        }
        return one.hasProfile("phb-cancellation-task") ? TaskKind.CANCELLATION : TaskKind.REFERRAL;
    }

    /** How far the work is, as it stands with its state and after what was before it. */
    private void work(Planned one, Task after, TaskState state) {
        Optional<Progress> progress = progress(after);
        if (progress.isEmpty()) {
            return;
        }
        if (one.step == Planned.Step.UPDATE) {
            progress(before(one)).ifPresent(from -> refuse(one, ProgressMoves.check(from, progress.get())));
        }
        refuse(one, ProgressMoves.check(state, progress.get()));
        refuse(
                one,
                WorkOutcome.check(
                        state,
                        progress.get(),
                        after.hasStatusReason(),
                        after.getRestriction().getPeriod().hasStart()));
    }

    static Optional<Progress> progress(Task work) {
        return work.getBusinessStatus().getCoding().stream()
                .filter(coding -> PROGRESS.equals(coding.getSystem()))
                .flatMap(coding -> Progress.of(coding.getCode()).stream())
                .findFirst();
    }

    /** A day is more than any clock of a sender is off; what is later would come before its own moves. */
    private static Optional<Refusal> written(Task task, Instant now) {
        boolean later = task.hasAuthoredOn() && task.getAuthoredOn().toInstant().isAfter(now.plus(1, ChronoUnit.DAYS));
        return later ? Optional.of(Refusal.of(Reason.AUTHORED_LATER).at("Task.authoredOn")) : Optional.empty();
    }

    /** The notice of an emergency access is the server's: the officer moves it and says why it is put off, no more. */
    private void notice(Planned one, Task after) {
        if (one.step == Planned.Step.CREATE) {
            throw Refusal.of(Reason.FORBIDDEN_OPERATION, "create " + EmergencyNotice.PROFILE)
                    .at(one.entry.at())
                    .exception();
        }
        Task before = before(one);
        fixed(one, before, after);
        boolean same = Base.compareDeep(before.getInput(), after.getInput(), false)
                && Base.compareDeep(before.getReasonCode(), after.getReasonCode(), false)
                && Base.compareDeep(before.getOwner(), after.getOwner(), false)
                && Base.compareDeep(before.getIdentifier(), after.getIdentifier(), false)
                && Base.compareDeep(before.getAuthoredOnElement(), after.getAuthoredOnElement(), false);
        if (!same) {
            throw Refusal.of(Reason.TASK_FIXED, "input, reasonCode, owner, identifier, authoredOn")
                    .at(one.entry.at())
                    .exception();
        }
        refuse(one, NoticeMoves.check(state(before, one), state(after, one)));
    }

    Task before(Planned one) {
        Seen seen = one.before.orElseThrow();
        byte[] stored = vault.open(seen.dataKey(), seen.fileId(), seen.id(), seen.version(), seen.body());
        return fhir.newJsonParser().parseResource(Task.class, new String(stored, StandardCharsets.UTF_8));
    }

    static TaskState state(Task task, Planned one) {
        return TaskState.of(task.getStatus().toCode()).orElseThrow(() -> Refusal.of(
                        Reason.UNKNOWN_TASK_STATE,
                        String.join(
                                ", ",
                                java.util.Arrays.stream(TaskState.values())
                                        .map(TaskState::code)
                                        .toList()))
                .at(one.entry.at() + ".status")
                .exception());
    }

    /** What a task is about and between whom stays as it was sent. */
    private static void fixed(Planned one, Task before, Task after) {
        boolean same = Base.compareDeep(before.getFocus(), after.getFocus(), false)
                && Base.compareDeep(before.getFor(), after.getFor(), false)
                && Base.compareDeep(before.getRequester(), after.getRequester(), false)
                && Base.compareDeep(before.getCode(), after.getCode(), false)
                && before.getIntent() == after.getIntent();
        if (!same) {
            throw Refusal.of(Reason.TASK_FIXED, "focus, for, requester, code, intent")
                    .at(one.entry.at())
                    .exception();
        }
    }

    private static void refuse(Planned one, Optional<Refusal> refusal) {
        refusal.ifPresent(no -> {
            String place = no.at().replaceFirst("^Task", "");
            throw no.at(one.entry.at().isEmpty() ? no.at() : one.entry.at() + place)
                    .exception();
        });
    }
}
