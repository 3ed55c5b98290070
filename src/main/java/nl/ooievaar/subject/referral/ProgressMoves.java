package nl.ooievaar.subject.referral;

import static nl.ooievaar.subject.referral.Progress.AANGEMELD;
import static nl.ooievaar.subject.referral.Progress.AFGESLOTEN;
import static nl.ooievaar.subject.referral.Progress.AFGEZEGD;
import static nl.ooievaar.subject.referral.Progress.AFSPRAAK_GEPLAND;
import static nl.ooievaar.subject.referral.Progress.CONTACT_GELEGD;
import static nl.ooievaar.subject.referral.Progress.EVALUATIE_GEPLAND;
import static nl.ooievaar.subject.referral.Progress.GEEN_GEHOOR;
import static nl.ooievaar.subject.referral.Progress.GEEVALUEERD;
import static nl.ooievaar.subject.referral.Progress.GERICHTE_INTERVENTIE;
import static nl.ooievaar.subject.referral.Progress.GEWEIGERD_DOOR_ZWANGERE;
import static nl.ooievaar.subject.referral.Progress.INGETROKKEN;
import static nl.ooievaar.subject.referral.Progress.NIET_VERSCHENEN;
import static nl.ooievaar.subject.referral.Progress.TERUGKOPPELING_VERZONDEN;
import static nl.ooievaar.subject.referral.Progress.UITGEVOERD;
import static nl.ooievaar.subject.referral.Progress.WACHT_OP_TOESTEMMING;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.ooievaar.subject.Reason;
import nl.ooievaar.subject.Refusal;

/**
 * Which progress the work task can have in which state, and which may follow which. Steps can be skipped, for a desk need not
 * tell each of them; what took place is not taken back, and an outcome is the last word.
 */
public final class ProgressMoves {
    private static final String BUSINESS_STATUS = "Task.businessStatus";

    private static final List<InState> STATES = List.of(
            in(TaskState.REQUESTED, AANGEMELD, WACHT_OP_TOESTEMMING),
            in(TaskState.RECEIVED, AANGEMELD, WACHT_OP_TOESTEMMING),
            in(TaskState.ACCEPTED, AANGEMELD, WACHT_OP_TOESTEMMING, CONTACT_GELEGD, AFSPRAAK_GEPLAND),
            in(
                    TaskState.IN_PROGRESS,
                    AANGEMELD,
                    WACHT_OP_TOESTEMMING,
                    CONTACT_GELEGD,
                    AFSPRAAK_GEPLAND,
                    NIET_VERSCHENEN,
                    AFGEZEGD,
                    UITGEVOERD,
                    GERICHTE_INTERVENTIE,
                    TERUGKOPPELING_VERZONDEN,
                    EVALUATIE_GEPLAND,
                    GEEVALUEERD),
            // Not now: she asked to wait before anything took place.
            in(
                    TaskState.ON_HOLD,
                    AANGEMELD,
                    WACHT_OP_TOESTEMMING,
                    CONTACT_GELEGD,
                    AFSPRAAK_GEPLAND,
                    NIET_VERSCHENEN,
                    AFGEZEGD),
            // Her no is an outcome of work well done, not a failure.
            in(TaskState.COMPLETED, GERICHTE_INTERVENTIE, GEEVALUEERD, AFGESLOTEN, GEWEIGERD_DOOR_ZWANGERE),
            in(TaskState.REJECTED, AANGEMELD),
            // Closed, and no more said, when a pregnancy has ended.
            in(TaskState.CANCELLED, AFGESLOTEN, INGETROKKEN),
            in(TaskState.FAILED, GEEN_GEHOOR));

    private static final List<Step> STEPS = List.of(
            step(
                    AANGEMELD,
                    WACHT_OP_TOESTEMMING,
                    CONTACT_GELEGD,
                    AFSPRAAK_GEPLAND,
                    UITGEVOERD,
                    GERICHTE_INTERVENTIE,
                    GEEN_GEHOOR,
                    GEWEIGERD_DOOR_ZWANGERE,
                    INGETROKKEN),
            step(
                    WACHT_OP_TOESTEMMING,
                    CONTACT_GELEGD,
                    AFSPRAAK_GEPLAND,
                    UITGEVOERD,
                    GERICHTE_INTERVENTIE,
                    GEEN_GEHOOR,
                    GEWEIGERD_DOOR_ZWANGERE,
                    INGETROKKEN),
            step(
                    CONTACT_GELEGD,
                    WACHT_OP_TOESTEMMING,
                    AFSPRAAK_GEPLAND,
                    UITGEVOERD,
                    GERICHTE_INTERVENTIE,
                    AFGESLOTEN,
                    GEEN_GEHOOR,
                    GEWEIGERD_DOOR_ZWANGERE,
                    INGETROKKEN),
            step(
                    AFSPRAAK_GEPLAND,
                    NIET_VERSCHENEN,
                    AFGEZEGD,
                    UITGEVOERD,
                    GERICHTE_INTERVENTIE,
                    GEEN_GEHOOR,
                    GEWEIGERD_DOOR_ZWANGERE,
                    INGETROKKEN),
            step(
                    NIET_VERSCHENEN,
                    CONTACT_GELEGD,
                    AFSPRAAK_GEPLAND,
                    UITGEVOERD,
                    GEEN_GEHOOR,
                    GEWEIGERD_DOOR_ZWANGERE,
                    INGETROKKEN),
            step(
                    AFGEZEGD,
                    CONTACT_GELEGD,
                    AFSPRAAK_GEPLAND,
                    UITGEVOERD,
                    GEEN_GEHOOR,
                    GEWEIGERD_DOOR_ZWANGERE,
                    INGETROKKEN),
            step(
                    UITGEVOERD,
                    AFSPRAAK_GEPLAND,
                    GERICHTE_INTERVENTIE,
                    TERUGKOPPELING_VERZONDEN,
                    EVALUATIE_GEPLAND,
                    GEEVALUEERD,
                    AFGESLOTEN,
                    INGETROKKEN),
            step(
                    GERICHTE_INTERVENTIE,
                    UITGEVOERD,
                    TERUGKOPPELING_VERZONDEN,
                    EVALUATIE_GEPLAND,
                    GEEVALUEERD,
                    AFGESLOTEN,
                    INGETROKKEN),
            step(
                    TERUGKOPPELING_VERZONDEN,
                    AFSPRAAK_GEPLAND,
                    GERICHTE_INTERVENTIE,
                    EVALUATIE_GEPLAND,
                    GEEVALUEERD,
                    AFGESLOTEN,
                    INGETROKKEN),
            step(EVALUATIE_GEPLAND, AFSPRAAK_GEPLAND, TERUGKOPPELING_VERZONDEN, GEEVALUEERD, AFGESLOTEN, INGETROKKEN),
            step(GEEVALUEERD, TERUGKOPPELING_VERZONDEN, EVALUATIE_GEPLAND, AFGESLOTEN, INGETROKKEN));

    private ProgressMoves() {}

    /** Which progress goes with which state, for those who publish it. */
    public static List<InState> states() {
        return STATES;
    }

    /** Which progress may follow which, for those who publish it; what is missing on the left is an end. */
    public static List<Step> steps() {
        return STEPS;
    }

    /** Refuses a progress that does not go with the state, and names those that do. */
    public static Optional<Refusal> check(TaskState state, Progress progress) {
        Set<Progress> legal = STATES.stream()
                .filter(it -> it.state() == state)
                .flatMap(it -> it.progress().stream())
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Progress.class)));
        return legal.contains(progress)
                ? Optional.empty()
                : Optional.of(Refusal.of(Reason.PROGRESS_IN_STATE, progress.code(), state.code(), codes(legal))
                        .at(BUSINESS_STATUS));
    }

    /** Refuses a progress that may not follow, and names those that may; staying where it is, is no step. */
    public static Optional<Refusal> check(Progress from, Progress to) {
        Set<Progress> legal = STEPS.stream()
                .filter(it -> it.from() == from)
                .flatMap(it -> it.to().stream())
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Progress.class)));
        return from == to || legal.contains(to)
                ? Optional.empty()
                : Optional.of(
                        legal.isEmpty()
                                ? Refusal.of(Reason.PROGRESS_ENDED, from.code()).at(BUSINESS_STATUS)
                                : Refusal.of(Reason.ILLEGAL_PROGRESS, from.code(), to.code(), codes(legal))
                                        .at(BUSINESS_STATUS));
    }

    private static String codes(Set<Progress> all) {
        return all.stream().map(Progress::code).collect(Collectors.joining(", "));
    }

    private static InState in(TaskState state, Progress... progress) {
        return new InState(state, List.of(progress));
    }

    private static Step step(Progress from, Progress... to) {
        return new Step(from, List.of(to));
    }

    /** What the work can be at in one state. */
    public record InState(TaskState state, List<Progress> progress) {}

    /** What may follow one progress. */
    public record Step(Progress from, List<Progress> to) {}
}
