package nl.ooievaar.subject.referral;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.ooievaar.subject.Reason;
import nl.ooievaar.subject.Refusal;
import nl.ooievaar.subject.referral.CarriedItem.Matter;

/**
 * What may travel along a route. On the third route she agreed to pass on her name and how to reach her (PHB guideline, step
 * 2.3); everything else would be more than she said yes to. The other routes carry what their consent covers.
 */
public final class RouteContent {

    // The loop itself, her yes with its record, and the directory entries that address it.
    private static final Set<String> CONTACT_DETAILS_TYPES = Set.of(
            "Patient",
            "ServiceRequest",
            "Task",
            "Consent",
            "Provenance",
            "Organization",
            "HealthcareService",
            "Practitioner",
            "PractitionerRole",
            "Location",
            "Endpoint");

    private RouteContent() {}

    /** The items this route may not carry, in the order they came. */
    public static List<CarriedItem> unwanted(Route route, Collection<CarriedItem> items) {
        if (route != Route.CONTACT_DETAILS) {
            return List.of();
        }
        return items.stream().filter(it -> !allowed(it)).toList();
    }

    /** Refuses a transaction that carries more than its route allows, naming every such element. */
    public static Optional<Refusal> check(Route route, Collection<CarriedItem> items) {
        List<CarriedItem> unwanted = unwanted(route, items);
        if (unwanted.isEmpty()) {
            return Optional.empty();
        }
        String named = unwanted.stream().map(CarriedItem::expression).collect(Collectors.joining(", "));
        return Optional.of(
                Refusal.of(Reason.ROUTE3_CONTENT, named).at(unwanted.get(0).expression()));
    }

    private static boolean allowed(CarriedItem item) {
        return item.matter() == Matter.RESOURCE && CONTACT_DETAILS_TYPES.contains(item.type());
    }
}
