package nl.ooievaar.server.submission;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.ooievaar.server.audit.Audit;
import nl.ooievaar.server.audit.AuditedRequest;
import nl.ooievaar.server.gate.Lookup;
import nl.ooievaar.server.gate.Seen;
import nl.ooievaar.server.gate.Viewer;
import nl.ooievaar.server.identity.Caller;
import nl.ooievaar.server.store.Files;
import nl.ooievaar.server.submission.ToldRecords.Opened;
import nl.ooievaar.subject.Reason;
import nl.ooievaar.subject.Refusal;
import nl.ooievaar.subject.feedback.InformingDuty;
import nl.ooievaar.subject.plan.Lead;
import nl.ooievaar.subject.visit.VisitAppointment;
import nl.ooievaar.subject.visit.VisitContact;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.CareTeam;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Task;
import org.springframework.stereotype.Component;

/** How far one visit is, worked out when it is asked: nothing of it is kept, and nothing marks the woman. */
@Component
public class VisitSummary {
    /** @param minutes spent in all contacts that took place */
    public record Summary(Lead lead, InformingDuty duty, int contacts, long minutes, List<NamedAttention> attention) {}

    /** What somebody has to look at, and where. */
    public record NamedAttention(VisitAppointment.Attention what, String where) {}

    private final Lookup lookup;
    private final Files files;
    private final ToldRecords records;
    private final Audit audit;

    VisitSummary(Lookup lookup, Files files, ToldRecords records, Audit audit) {
        this.lookup = lookup;
        this.files = files;
        this.records = records;
        this.audit = audit;
    }

    /** For the JGZ that keeps the work. */
    public Summary of(UUID id, Caller caller, Viewer viewer, AuditedRequest request) {
        Seen seen = lookup.newest("Task", id, viewer)
                .filter(one -> one.newest() && one.custodian() == viewer.party())
                .orElseThrow(() -> Refusal.of(Reason.NOT_FOUND).exception());
        Task work = records.open(seen, Task.class);
        if (!Profiles.ids(work).contains("phb-work-task")) {
            throw Refusal.of(Reason.NOT_FOUND).exception();
        }
        Files.File file = files.byId(seen.fileId());
        List<Opened<Encounter>> contacts = records.of(file, Encounter.class, "phb-contact", viewer).stream()
                .filter(one -> FeedbackContent.ofThisWork(one.resource().getBasedOn(), work))
                .toList();
        List<Opened<Appointment>> appointments = records.of(file, Appointment.class, "phb-appointment", viewer).stream()
                .filter(one -> FeedbackContent.ofThisWork(one.resource().getBasedOn(), work))
                .toList();
        List<Opened<CarePlan>> plans = records.of(file, CarePlan.class, "phb-care-plan", viewer);
        List<Opened<CareTeam>> teams = records.of(file, CareTeam.class, "phb-care-team", viewer);
        List<Audit.Touched> read = new ArrayList<>(List.of(Audit.Touched.of(seen)));
        Stream.of(contacts, appointments, plans, teams)
                .flatMap(List::stream)
                .forEach(one -> read.add(Audit.Touched.of(one.seen())));
        audit.record(request, caller, "R", read);
        Lead lead = TeamReader.lead(
                plans.stream().map(Opened::resource).toList(),
                teams.stream().map(Opened::resource).toList(),
                viewer.now());
        List<VisitContact> counted =
                contacts.stream().map(one -> contact(one.resource())).toList();
        return new Summary(
                lead,
                InformingDuty.of(lead),
                (int) counted.stream().filter(VisitContact::finished).count(),
                VisitContact.total(counted).toMinutes(),
                attention(contacts, appointments, viewer.now()));
    }

    private static VisitContact contact(Encounter contact) {
        Optional<Duration> stated = contact.hasLength()
                ? Optional.of(minutes(
                        contact.getLength().getCode(), contact.getLength().getValue()))
                : Optional.empty();
        return new VisitContact(
                contact.getStatus() == Encounter.EncounterStatus.FINISHED,
                stated,
                contact.getPeriod().getStart().toInstant(),
                Optional.ofNullable(contact.getPeriod().getEnd()).map(end -> end.toInstant()));
    }

    private static Duration minutes(String unit, BigDecimal value) {
        BigDecimal factor = unit.equals("h") ? BigDecimal.valueOf(60) : BigDecimal.ONE;
        return Duration.ofMinutes(value.multiply(factor).longValue());
    }

    private static List<NamedAttention> attention(
            List<Opened<Encounter>> contacts, List<Opened<Appointment>> appointments, Instant now) {
        Set<String> met = contacts.stream()
                .filter(one -> one.resource().getStatus() == Encounter.EncounterStatus.FINISHED)
                .flatMap(one -> one.resource().getAppointment().stream())
                .map(Reference::getReference)
                .collect(Collectors.toSet());
        List<NamedAttention> found = new ArrayList<>();
        for (Opened<Appointment> one : appointments) {
            Appointment it = one.resource();
            Optional<Instant> end = Optional.ofNullable(it.hasEnd() ? it.getEnd() : it.getStart())
                    .map(at -> at.toInstant());
            String place = one.seen().reference();
            new VisitAppointment(it.getStatus().toCode(), end, met.contains(place))
                    .attention(now)
                    .ifPresent(what -> found.add(new NamedAttention(what, place)));
        }
        return found;
    }
}
