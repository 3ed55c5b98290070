package nl.ooievaar.subject.consent;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import nl.ooievaar.subject.referral.Route;

/**
 * The little that must be known of a stored resource to tell its data class.
 *
 * @param type the FHIR resource type
 * @param profiles ids of the profiles it follows, such as phb-woman
 * @param route the route of the referral it is, or belongs to, when there is one
 * @param inReferral whether it came with a referral, or one names it, now or before
 * @param safeguarding whether its author marked it, now or before, as an own note about safety at home
 */
public record RecordFacts(
        String type, Set<String> profiles, Optional<Route> route, boolean inReferral, boolean safeguarding) {

    public RecordFacts {
        Objects.requireNonNull(type);
        Objects.requireNonNull(route);
        profiles = Set.copyOf(profiles);
    }

    boolean follows(String profile) {
        return profiles.contains(profile);
    }
}
