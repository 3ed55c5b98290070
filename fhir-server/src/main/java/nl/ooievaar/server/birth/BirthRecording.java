package nl.ooievaar.server.birth;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.ooievaar.server.audit.Audit;
import nl.ooievaar.server.audit.AuditedRequest;
import nl.ooievaar.server.gate.Seen;
import nl.ooievaar.server.gate.Viewer;
import nl.ooievaar.server.identity.Caller;
import nl.ooievaar.server.store.People;
import nl.ooievaar.server.submission.Entry;
import nl.ooievaar.server.submission.Profiles;
import nl.ooievaar.server.submission.RecordedBirths;
import nl.ooievaar.server.submission.Submissions;
import nl.ooievaar.subject.Reason;
import nl.ooievaar.subject.Refusal;
import nl.ooievaar.subject.birth.Births;
import nl.ooievaar.subject.birth.BornChild;
import nl.ooievaar.subject.clock.EvaluationDue;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.RelatedPerson;
import org.springframework.stereotype.Component;

/**
 * Records a birth: a file for each child, tied to the mother by no more than the id of her Patient, the birth in her own file,
 * and the evaluation six weeks after it. What she told stays hers: nothing of it is in the file of a child, and what ties the
 * two opens nothing.
 */
@Component
public class BirthRecording {
    /**
     * A child as it was sent.
     *
     * @param at where it stands in the request
     * @param json the Patient, exactly as sent
     */
    public record ToldChild(String at, byte[] json, Patient patient) {}

    /**
     * What is on record now.
     *
     * @param children the Patient of each, in the order of the request
     * @param evaluation the day to which it moved, where one was planned
     */
    public record Recorded(List<String> children, Optional<LocalDate> evaluation, boolean repeated) {}

    private static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");

    private final OwnRecord own;
    private final People people;
    private final Children children;
    private final PlannedEvaluations evaluations;
    private final Opened opened;
    private final Submissions submissions;
    private final Audit audit;

    BirthRecording(
            OwnRecord own,
            People people,
            Children children,
            PlannedEvaluations evaluations,
            Opened opened,
            Submissions submissions,
            Audit audit) {
        this.own = own;
        this.people = people;
        this.children = children;
        this.evaluations = evaluations;
        this.opened = opened;
        this.submissions = submissions;
        this.audit = audit;
    }

    /**
     * Runs inside the transaction of the caller; the children are validated before.
     *
     * @param additional whether they come beside those on record
     * @param base of this server
     */
    public Recorded record(
            UUID patient,
            List<ToldChild> told,
            boolean additional,
            Caller caller,
            Viewer viewer,
            AuditedRequest request,
            String base) {
        Seen mother = own.of(patient, viewer, "$birth");
        List<BornChild> facts = told.stream().map(child -> facts(child, viewer)).toList();
        List<Children.Child> recorded = children.of(mother, viewer);
        Births.Told found =
                Births.check(recorded.stream().map(Children.Child::facts).toList(), facts, additional);
        found.refusal().ifPresent(no -> {
            throw no.at(told.get(0).at()).exception();
        });
        List<Seen> planned = evaluations.of(mother, viewer);
        Optional<LocalDate> due = planned.isEmpty()
                ? Optional.empty()
                : EvaluationDue.day(
                        Optional.empty(),
                        facts.stream().map(BornChild::born).max(LocalDate::compareTo),
                        Optional.empty());
        if (found.known().stream().allMatch(Optional::isPresent)) {
            audit.record(request, caller, "R", List.of(Audit.Touched.of(mother)));
            return new Recorded(references(found, recorded, List.of()), due, true);
        }
        people.inTurn(mother.person().orElseThrow());
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < told.size(); i++) {
            if (found.known().get(i).isEmpty()) {
                entries.addAll(entries(mother, told.get(i), facts.get(i)));
            }
        }
        due.ifPresent(day -> planned.forEach(task -> entries.add(evaluations.moved(task, day, viewer.now()))));
        List<String> born = submissions.apply(entries, caller, viewer, request, base).stream()
                .filter(one -> one.type().equals("Patient"))
                .map(one -> "Patient/" + one.id())
                .toList();
        return new Recorded(references(found, recorded, born), due, false);
    }

    private static List<String> references(Births.Told found, List<Children.Child> recorded, List<String> born) {
        List<String> all = new ArrayList<>();
        List<String> left = new ArrayList<>(born);
        for (Optional<Integer> known : found.known()) {
            all.add(known.map(place -> recorded.get(place).reference()).orElseGet(() -> left.remove(0)));
        }
        return all;
    }

    private static BornChild facts(ToldChild told, Viewer viewer) {
        String date = told.patient().getBirthDateElement().getValueAsString();
        if (date == null || date.length() != 10) {
            throw Refusal.of(Reason.PARAMETER_VALUE, "birthDate", "yyyy-mm-dd")
                    .at(told.at() + ".birthDate")
                    .exception();
        }
        LocalDate born = LocalDate.parse(date);
        if (born.isAfter(viewer.now().atZone(AMSTERDAM).toLocalDate())) {
            throw Refusal.of(Reason.DAY_IN_FUTURE, "birthDate")
                    .at(told.at() + ".birthDate")
                    .exception();
        }
        return Children.facts(told.patient(), born);
    }

    private List<Entry> entries(Seen mother, ToldChild told, BornChild facts) {
        String child = "urn:uuid:" + UUID.randomUUID();
        RelatedPerson tie = new RelatedPerson();
        tie.getMeta().addProfile(Profiles.BASE + "phb-related-person");
        // Which Patient she is with this custodian, by its id alone: no name, no number and nothing that opens.
        tie.addIdentifier(new Identifier().setSystem("urn:ietf:rfc:3986").setValue("urn:uuid:" + mother.id()));
        tie.setPatient(new Reference(child));
        tie.addRelationship()
                .addCoding()
                .setSystem("http://terminology.hl7.org/CodeSystem/v3-RoleCode")
                .setCode("MTH")
                .setDisplay("mother");
        Observation birth = new Observation();
        birth.setStatus(Observation.ObservationStatus.FINAL);
        birth.getCode().addCoding().setSystem(RecordedBirths.SYSTEM).setCode(RecordedBirths.CODE);
        birth.setSubject(new Reference(mother.reference()));
        birth.addFocus(new Reference(child));
        birth.setEffective(new DateTimeType(facts.time().orElse(facts.born().toString())));
        return List.of(
                post(told.at(), Optional.of(child), "Patient", told.json()),
                post("", Optional.empty(), "RelatedPerson", opened.json(tie)),
                post("", Optional.empty(), "Observation", opened.json(birth)));
    }

    private static Entry post(String at, Optional<String> fullUrl, String type, byte[] json) {
        return new Entry(
                at,
                fullUrl,
                "POST",
                type,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                json,
                0,
                0);
    }
}
