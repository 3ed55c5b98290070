package nl.ooievaar.server.submission;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.ooievaar.server.gate.Seen;
import nl.ooievaar.server.gate.Viewer;
import nl.ooievaar.server.store.Files;
import nl.ooievaar.server.submission.ToldRecords.Opened;
import nl.ooievaar.subject.Reason;
import nl.ooievaar.subject.Refusal;
import nl.ooievaar.subject.feedback.Feedback;
import nl.ooievaar.subject.feedback.Finding;
import nl.ooievaar.subject.plan.Lead;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.CareTeam;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseStatus;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Task;
import org.springframework.stereotype.Component;

/** What there is to tell of one visit, out of the JGZ's own file: what is always told, and what was picked with her. */
@Component
class FeedbackContent {
    private static final String SUPPORT = "http://ooievaar.example/fhir/CodeSystem/phb-support";
    private static final Set<QuestionnaireResponseStatus> WRITTEN =
            Set.of(QuestionnaireResponseStatus.COMPLETED, QuestionnaireResponseStatus.AMENDED);

    /**
     * One thing that is told.
     *
     * @param item code of phb-feedback-item
     */
    record Said(String item, String text) {}

    /** @param read the records it was derived from */
    record Content(List<Said> said, Lead lead, List<Seen> read) {}

    private final ToldRecords records;
    private final FeedbackWords words;

    FeedbackContent(ToldRecords records, FeedbackWords words) {
        this.records = records;
        this.words = words;
    }

    Content of(Files.File file, Task work, List<FeedbackPick> picks, Viewer viewer) {
        Instant now = viewer.now();
        List<Opened<QuestionnaireResponse>> findings =
                records.of(file, QuestionnaireResponse.class, "phb-findings", viewer).stream()
                        .filter(one -> WRITTEN.contains(one.resource().getStatus()))
                        .filter(one -> ofThisWork(one.resource().getBasedOn(), work))
                        .toList();
        List<Opened<Encounter>> contacts = records.of(file, Encounter.class, "phb-contact", viewer).stream()
                .filter(one -> one.resource().getStatus() == Encounter.EncounterStatus.FINISHED)
                .filter(one -> ofThisWork(one.resource().getBasedOn(), work))
                .toList();
        List<Opened<CarePlan>> plans = records.of(file, CarePlan.class, "phb-care-plan", viewer);
        List<Opened<CareTeam>> teams = records.of(file, CareTeam.class, "phb-care-team", viewer);
        List<CarePlan> current = plans.stream()
                .map(Opened::resource)
                .filter(plan -> plan.getStatus() == CarePlan.CarePlanStatus.ACTIVE)
                .toList();
        Lead lead =
                TeamReader.lead(current, teams.stream().map(Opened::resource).toList(), now);
        boolean contact = !contacts.isEmpty() || !findings.isEmpty();
        List<Finding> found = findings.stream()
                .flatMap(one -> FindingsReader.read(one.resource(), words).stream())
                .toList();
        Feedback says = Feedback.from(contact, found);
        if (contact) {
            says = says.settled(Optional.of(FeedbackWords.lead(lead)), evaluation(current));
        }
        List<Said> said = new ArrayList<>(defaults(says));
        said.addAll(picked(picks, findings));
        List<Seen> read = new ArrayList<>();
        List.of(findings, contacts, plans, teams)
                .forEach(all -> all.forEach(one -> read.add(((Opened<?>) one).seen())));
        return new Content(said, lead, read);
    }

    private static List<Said> defaults(Feedback says) {
        List<Said> said = new ArrayList<>();
        said.add(new Said("contact-took-place", FeedbackWords.yesNo(says.contactTookPlace())));
        says.advice().forEach(one -> said.add(new Said("advice", one)));
        says.chosenSupport().forEach(one -> said.add(new Said("chosen-support", one)));
        says.agreements().forEach(one -> said.add(new Said("agreements", one)));
        says.lead().ifPresent(one -> said.add(new Said("lead", one)));
        says.evaluationDate().ifPresent(one -> said.add(new Said("evaluation-date", one)));
        return said;
    }

    /** Each of them in the order picked, once; one that is not there as it was shown is refused. */
    private List<Said> picked(List<FeedbackPick> picks, List<Opened<QuestionnaireResponse>> findings) {
        Set<Said> said = new LinkedHashSet<>();
        for (FeedbackPick pick : picks) {
            QuestionnaireResponse source = findings.stream()
                    .filter(one ->
                            one.seen().id().equals(pick.source()) && one.seen().version() == pick.version())
                    .map(Opened::resource)
                    .findFirst()
                    .orElseThrow(() -> notThere(pick));
            String question = words.question(pick.linkId()).orElseThrow(() -> notThere(pick));
            List<String> answers = FindingsReader.answers(source, pick.linkId()).stream()
                    .map(words::answer)
                    .toList();
            if (answers.isEmpty()) {
                throw notThere(pick);
            }
            if (!FindingsReader.toldAnyway(pick.linkId())) {
                answers.forEach(answer -> said.add(new Said("other", question + ": " + answer)));
            }
        }
        return List.copyOf(said);
    }

    private static RuntimeException notThere(FeedbackPick pick) {
        return Refusal.of(Reason.FEEDBACK_ITEM).at(pick.at()).exception();
    }

    private static Optional<String> evaluation(List<CarePlan> plans) {
        return plans.stream()
                .flatMap(plan -> plan.getActivity().stream())
                .map(CarePlan.CarePlanActivityComponent::getDetail)
                .filter(detail -> detail.getCode().getCoding().stream()
                        .anyMatch(code -> SUPPORT.equals(code.getSystem()) && "evaluation".equals(code.getCode())))
                .flatMap(detail -> scheduled(detail).stream())
                .reduce((older, newer) -> newer);
    }

    private static Optional<String> scheduled(CarePlan.CarePlanActivityDetailComponent detail) {
        if (detail.hasScheduledStringType()) {
            return Optional.of(detail.getScheduledStringType().getValue());
        }
        return detail.hasScheduledPeriod() && detail.getScheduledPeriod().hasStart()
                ? Optional.of(detail.getScheduledPeriod().getStartElement().getValueAsString())
                : Optional.empty();
    }

    /** Of this visit, or of none in particular: what belongs to another referral is not told. */
    static boolean ofThisWork(List<Reference> basedOn, Task work) {
        Set<String> requests =
                work.getBasedOn().stream().map(Reference::getReference).collect(Collectors.toSet());
        List<String> named = basedOn.stream()
                .map(Reference::getReference)
                .filter(one -> one != null && one.startsWith("ServiceRequest/"))
                .toList();
        return named.isEmpty() || named.stream().anyMatch(requests::contains);
    }
}
