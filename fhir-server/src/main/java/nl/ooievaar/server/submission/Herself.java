package nl.ooievaar.server.submission;

import ca.uhn.fhir.context.FhirContext;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.ooievaar.server.gate.Seen;
import nl.ooievaar.server.gate.Subjects;
import nl.ooievaar.server.gate.Viewer;
import nl.ooievaar.server.identity.Caller;
import nl.ooievaar.server.store.Files;
import nl.ooievaar.server.store.Vault;
import nl.ooievaar.subject.Reason;
import nl.ooievaar.subject.Refusal;
import nl.ooievaar.subject.referral.Route;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Task;
import org.springframework.stereotype.Component;

/**
 * What a person writes with a token of her own: what she agrees or objects to, with its origin, in the file it is about; a
 * referral of herself, whole (PHB guideline, step 2.1); and her statements, which nobody else writes (BW 7:454 lid 2).
 */
@Component
class Herself {
    private static final String STATEMENT = "phb-statement";
    private static final Set<String> HERS = Set.of("Consent", "Provenance");
    private static final Set<String> SELF_REFERRAL =
            Set.of("Patient", "ServiceRequest", "Task", "Consent", "Provenance");

    private final FhirContext fhir;
    private final Vault vault;
    private final Subjects subjects;

    Herself(FhirContext fhir, Vault vault, Subjects subjects) {
        this.fhir = fhir;
        this.vault = vault;
        this.subjects = subjects;
    }

    /** Under which her files are found; empty for an organisation. */
    Optional<byte[]> index(Caller caller) {
        return subjects.index(caller);
    }

    static boolean isAbout(Files.File file, Viewer viewer) {
        return viewer.sight().files().contains(file.fileId());
    }

    /** Decided without looking at data. */
    void mayWrite(List<Entry> entries, Function<Entry, String> typeOf, Caller caller) {
        Map<Entry, String> types = new LinkedHashMap<>();
        entries.forEach(entry -> types.put(entry, typeOf.apply(entry)));
        if (caller.person().isEmpty()) {
            return;
        }
        boolean refers = types.containsValue("ServiceRequest");
        types.forEach((entry, type) -> {
            if (!(refers ? SELF_REFERRAL : HERS).contains(type)) {
                throw Refusal.of(Reason.NOT_BY_HERSELF, type).at(entry.at()).exception();
            }
            if (refers && !entry.method().equals("POST")) {
                throw Refusal.of(Reason.SELF_REFERRAL_ONLY).at(entry.at()).exception();
            }
        });
    }

    void check(List<Planned> planned, Caller caller) {
        if (caller.person().isPresent()) {
            planned.stream().filter(one -> !HERS.contains(one.type)).forEach(one -> ofHerself(one, planned));
        }
        for (Planned one : planned) {
            if (one.written() && isStatement(one)) {
                throw Refusal.of(Reason.ONLY_HERSELF, "$add-statement")
                        .at(one.entry.at())
                        .exception();
            }
            if (caller.person().isPresent() && one.type.equals("Provenance") && !ofHerConsent(one, planned)) {
                throw Refusal.of(Reason.NOT_BY_HERSELF, "Provenance")
                        .at(one.entry.at())
                        .exception();
            }
        }
    }

    /** She asks, for herself, by the route that says so; whatever else comes along is about her too. */
    private static void ofHerself(Planned one, List<Planned> planned) {
        Set<String> her = planned.stream()
                .filter(it -> it.resource instanceof ServiceRequest)
                .map(it -> ((ServiceRequest) it.resource).getSubject().getReference())
                .collect(Collectors.toSet());
        boolean hers = her.size() == 1 && (isHer(one, her) || asks(one, her) || follows(one, her));
        if (!hers) {
            throw Refusal.of(Reason.SELF_REFERRAL_ONLY).at(one.entry.at()).exception();
        }
    }

    private static boolean isHer(Planned one, Set<String> her) {
        return one.resource instanceof Patient && her.contains(one.reference());
    }

    private static boolean asks(Planned one, Set<String> her) {
        return one.resource instanceof ServiceRequest request
                && one.hasProfile("phb-referral")
                && PlannedClass.route(one).filter(Route.SELF::equals).isPresent()
                && her.contains(request.getRequester().getReference());
    }

    private static boolean follows(Planned one, Set<String> her) {
        return one.resource instanceof Task task
                && one.hasProfile("phb-referral-task")
                && her.contains(task.getFor().getReference())
                && her.contains(task.getRequester().getReference());
    }

    private static boolean ofHerConsent(Planned origin, List<Planned> planned) {
        return planned.stream()
                .anyMatch(p -> p.type.equals("Consent")
                        && origin.indexed != null
                        && origin.indexed.refTargets().contains(p.id));
    }

    private boolean isStatement(Planned one) {
        return one.type.equals("Communication")
                && (one.hasProfile(STATEMENT)
                        || one.before.filter(this::wasStatement).isPresent());
    }

    private boolean wasStatement(Seen seen) {
        byte[] json = vault.open(seen.dataKey(), seen.fileId(), seen.id(), seen.version(), seen.body());
        return Profiles.ids(fhir.newJsonParser()
                        .parseResource(Communication.class, new String(json, StandardCharsets.UTF_8)))
                .contains(STATEMENT);
    }
}
