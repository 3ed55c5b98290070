package nl.ooievaar.server.submission;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.ooievaar.server.gate.Seen;
import nl.ooievaar.subject.consent.DataClass;
import nl.ooievaar.subject.consent.DataClassOf;
import nl.ooievaar.subject.consent.RecordFacts;
import nl.ooievaar.subject.referral.Route;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ServiceRequest;

/** The data class of what is about to be written: told by the subject, asked with what the submission knows of it. */
final class PlannedClass {
    private static final String DATA_CLASSES = "http://ooievaar.example/fhir/CodeSystem/phb-data-class";
    private static final String WITHHELD = "http://ooievaar.example/fhir/CodeSystem/phb-withheld";
    private static final String ROUTES = "http://ooievaar.example/fhir/CodeSystem/phb-route";

    private PlannedClass() {}

    /** The code of its class, by all that comes along with it. */
    static String of(Planned one, List<Planned> planned, Map<UUID, Seen> seen) {
        if (one.type.equals("Task") && one.step == Planned.Step.UPDATE) {
            return one.before.orElseThrow().dataClass();
        }
        Optional<Route> route = route(one);
        if (one.type.equals("Task")) {
            int at = one.indexed.refParams().indexOf("focus");
            if (at >= 0) {
                UUID focus = one.indexed.refTargets().get(at);
                route = planned.stream()
                        .filter(p -> p.id.equals(focus) && p.resource != null)
                        .findFirst()
                        .flatMap(PlannedClass::route);
                Seen stored = seen.get(focus);
                if (stored != null && stored.dataClass().equals("contact")) {
                    route = Optional.of(Route.CONTACT_DETAILS);
                }
            }
        }
        if (keptApart(one)) {
            return DataClass.WITHHELD_ADDRESS.code();
        }
        return DataClassOf.of(new RecordFacts(
                        one.type,
                        Profiles.ids(one.resource),
                        route,
                        ReferralData.contains(one, planned),
                        safeguarding(one)))
                .code();
    }

    // The same of an address that she keeps secret: a version without the profile still is about it.
    private static boolean keptApart(Planned one) {
        return !safeguarding(one)
                && one.before
                        .filter(b -> b.dataClass().equals(DataClass.WITHHELD_ADDRESS.code()))
                        .isPresent();
    }

    // A later version that lost the mark on its way would open what its author closed.
    private static boolean safeguarding(Planned one) {
        String code = DataClass.SAFEGUARDING.code();
        return one.resource.getMeta().getSecurity(DATA_CLASSES, code) != null
                || one.before.filter(b -> b.dataClass().equals(code)).isPresent();
    }

    /** Whether its custodian marked it as withheld from the person it is about, whatever the reason given. */
    static boolean withheld(Resource resource) {
        return resource.getMeta().getSecurity().stream().anyMatch(it -> WITHHELD.equals(it.getSystem()));
    }

    static Optional<Route> route(Planned one) {
        if (!(one.resource instanceof ServiceRequest referral)) {
            return Optional.empty();
        }
        return referral.getCategory().stream()
                .flatMap(c -> c.getCoding().stream())
                .filter(c -> ROUTES.equals(c.getSystem()))
                .flatMap(c -> Route.of(c.getCode()).stream())
                .findFirst();
    }
}
