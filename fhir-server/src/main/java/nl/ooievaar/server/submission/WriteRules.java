package nl.ooievaar.server.submission;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.ooievaar.server.gate.Lookup;
import nl.ooievaar.server.gate.Seen;
import nl.ooievaar.server.gate.Viewer;
import nl.ooievaar.server.store.StoredForm;
import nl.ooievaar.server.types.Interaction;
import nl.ooievaar.server.types.ResourceTypes;
import nl.ooievaar.server.types.TypeClass;
import nl.ooievaar.subject.Reason;
import nl.ooievaar.subject.Refusal;
import nl.ooievaar.subject.consent.DataClass;
import nl.ooievaar.subject.referral.CarriedItem;
import nl.ooievaar.subject.referral.PregnancyWindow;
import nl.ooievaar.subject.referral.RouteContent;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.stereotype.Component;

/** What a caller may write, beyond the profiles: asked of the subject, entry by entry. */
@Component
public class WriteRules {
    private static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");
    private static final String DUE_DATE = "161714006";

    private final ResourceTypes types;
    private final Lookup lookup;
    private final Conditions conditions;
    private final TaskRules tasks;
    private final VisitRules visits;
    private final ConsentRules consents;
    private final ConsentOrigin origin;
    private final ReferralConsent referralConsent;
    private final DeskRules desks;
    private final RecordedBirths births;

    WriteRules(
            ResourceTypes types,
            Lookup lookup,
            Conditions conditions,
            TaskRules tasks,
            VisitRules visits,
            ConsentRules consents,
            ConsentOrigin origin,
            ReferralConsent referralConsent,
            DeskRules desks,
            RecordedBirths births) {
        this.types = types;
        this.lookup = lookup;
        this.conditions = conditions;
        this.tasks = tasks;
        this.visits = visits;
        this.consents = consents;
        this.origin = origin;
        this.referralConsent = referralConsent;
        this.desks = desks;
        this.births = births;
    }

    /** The type an entry says it is; it must be one of ours, and the one its url names. */
    String typeOf(Entry entry) {
        String type = StoredForm.top(entry.json(), "resourceType").orElse("");
        String asked = entry.url().split("[/?]")[0];
        if (types.find(type).isEmpty() || !type.equals(asked)) {
            throw Refusal.of(
                            Reason.UNKNOWN_TYPE,
                            asked,
                            String.join(
                                    ", ",
                                    types.all().stream().map(t -> t.name()).toList()))
                    .at(entry.at())
                    .exception();
        }
        if (type.equals("Subscription")) {
            throw Refusal.of(Reason.SUBSCRIPTION_ALONE).at(entry.at()).exception();
        }
        return type;
    }

    /** What an update changes: by id, or by condition; neither creates, for ids are the server's. */
    Seen target(Entry entry, String type, Viewer viewer) {
        if (entry.url().indexOf('?') > 0) {
            return byCondition(entry, viewer);
        }
        String id = entry.url().substring(entry.url().indexOf('/') + 1);
        Seen found = uuid(id).flatMap(uuid -> lookup.newest(type, uuid, viewer))
                .orElseThrow(() -> Refusal.of(Reason.NOT_FOUND).at(entry.at()).exception());
        String expected = entry.ifMatch()
                .orElseThrow(
                        () -> Refusal.of(Reason.VERSION_REQUIRED).at(entry.at()).exception());
        isVersion(expected, found, entry);
        return found;
    }

    private Seen byCondition(Entry entry, Viewer viewer) {
        Seen found = conditions.one(entry, viewer).filter(Seen::newest).orElseThrow(() -> Refusal.of(
                        Reason.UPDATE_CREATE)
                .at(entry.at())
                .exception());
        StoredForm.top(entry.json(), "id")
                .filter(id -> !id.equals(found.id().toString()))
                .ifPresent(id -> {
                    throw Refusal.of(Reason.ID_MISMATCH).at(entry.at()).exception();
                });
        entry.ifMatch().ifPresent(expected -> isVersion(expected, found, entry));
        return found;
    }

    private static void isVersion(String ifMatch, Seen found, Entry entry) {
        String expected = ifMatch.replaceAll("^W/|\"", "");
        if (!found.newest() || !expected.equals(Integer.toString(found.version()))) {
            throw Refusal.of(Reason.VERSION_MISMATCH, expected, Integer.toString(found.version()))
                    .at(entry.at())
                    .exception();
        }
    }

    /** Checks a whole submission and gives each entry its data class. */
    void check(List<Planned> planned, Map<UUID, Seen> seen, Viewer viewer) {
        for (Planned one : planned) {
            if (one.written()) {
                writable(one, viewer);
                BsnRules.check(one, viewer);
                one.dataClass = PlannedClass.of(one, planned, seen);
                one.withheld = PlannedClass.withheld(one.resource);
                if (one.type.equals("Consent")) {
                    consents.check(one, planned, seen, viewer);
                }
            }
        }
        proposals(planned);
        origin.check(planned, seen, viewer);
        contentOfRoute(planned);
        window(planned, viewer.now());
        referralConsent.check(planned, viewer);
        desks.check(planned, seen, viewer);
        tasks.check(planned, seen, viewer);
        visits.check(planned, seen);
    }

    private void writable(Planned one, Viewer viewer) {
        TypeClass kind = types.get(one.type).typeClass();
        if (kind == TypeClass.DIRECTORY) {
            throw Refusal.of(Reason.DIRECTORY_READ_ONLY, one.type)
                    .at(one.entry.at())
                    .exception();
        }
        if (kind != TypeClass.PERSON && kind != TypeClass.STAFF) {
            throw Refusal.of(Reason.CONFORMANCE_READ_ONLY, one.type)
                    .at(one.entry.at())
                    .exception();
        }
        Interaction asked = one.step == Planned.Step.CREATE ? Interaction.CREATE : Interaction.UPDATE;
        if (!types.get(one.type).offers(asked)) {
            throw Refusal.of(Reason.NOT_OFFERED).at(one.entry.at()).exception();
        }
        boolean hers = one.step == Planned.Step.CREATE && Herself.isAbout(one.file, viewer);
        boolean inEmergency = one.before.filter(Seen::inEmergency).isPresent();
        if (one.file.custodian() != viewer.party() && !hers && (inEmergency || !tasks.ownedByCaller(one, viewer))) {
            throw Refusal.of(Reason.FORBIDDEN_OPERATION, one.type)
                    .at(one.entry.at())
                    .exception();
        }
        if (one.file.closed()) {
            throw Refusal.of(Reason.FILE_CLOSED).at(one.entry.at()).exception();
        }
    }

    /** What a desk may know of already can not be kept from it again. */
    private static void proposals(List<Planned> planned) {
        for (Planned one : planned) {
            boolean sent = one.step == Planned.Step.UPDATE
                    && !one.before.orElseThrow().dataClass().equals(DataClass.DRAFT.code());
            if (sent && one.hasProfile("phb-referral-proposal")) {
                throw Refusal.of(Reason.REFERRAL_SENT).at(one.entry.at()).exception();
            }
        }
    }

    private static void contentOfRoute(List<Planned> planned) {
        List<CarriedItem> items = new ArrayList<>();
        planned.stream()
                .filter(Planned::written)
                .forEach(p -> items.add(new CarriedItem(
                        p.entry.at(),
                        p.type,
                        p.hasProfile("phb-woman") ? CarriedItem.Matter.FULL_PERSON : CarriedItem.Matter.RESOURCE)));
        planned.stream()
                .flatMap(p -> PlannedClass.route(p).stream())
                .distinct()
                .flatMap(route -> RouteContent.check(route, items).stream())
                .findFirst()
                .ifPresent(refusal -> {
                    throw refusal.exception();
                });
    }

    private void window(List<Planned> planned, Instant now) {
        Optional<Planned> referral = planned.stream()
                .filter(p -> p.becomesReferral() || p.type.equals("ServiceRequest") && p.step == Planned.Step.CREATE)
                .findFirst();
        if (referral.isEmpty()) {
            return;
        }
        // A birth that another keeps refuses nothing: that would tell of it.
        Optional<LocalDate> birth = birth(planned).or(() -> births.last(referral.get().file));
        Optional<LocalDate> due = planned.stream()
                .flatMap(p -> Optional.ofNullable(p.resource).flatMap(WriteRules::dueDate).stream())
                .findFirst();
        PregnancyWindow.check(due, birth, LocalDate.ofInstant(now, AMSTERDAM)).ifPresent(refusal -> {
            throw refusal.exception();
        });
    }

    /** The expected day of birth, where this says one and says it as a whole day. */
    static Optional<LocalDate> dueDate(Resource resource) {
        return resource instanceof Observation o
                        && o.getCode().getCoding().stream().anyMatch(c -> DUE_DATE.equals(c.getCode()))
                        && o.hasValueDateTimeType()
                ? Optional.of(o.getValueDateTimeType().getValueAsString())
                        .filter(text -> text.length() >= 10)
                        .map(text -> LocalDate.parse(text.substring(0, 10)))
                : Optional.empty();
    }

    /** A child that comes along was born; of others that may be known elsewhere nothing is told here. */
    private static Optional<LocalDate> birth(List<Planned> planned) {
        return planned.stream()
                .filter(p -> p.resource instanceof Patient && p.hasProfile("phb-child"))
                .map(p -> ((Patient) p.resource).getBirthDateElement().getValueAsString())
                .filter(text -> text != null && text.length() == 10)
                .map(LocalDate::parse)
                .min(LocalDate::compareTo);
    }

    private static Optional<UUID> uuid(String id) {
        try {
            return Optional.of(UUID.fromString(id));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
