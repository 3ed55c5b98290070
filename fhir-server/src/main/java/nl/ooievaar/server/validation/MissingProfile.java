package nl.ooievaar.server.validation;

import java.util.List;
import java.util.Optional;
import nl.ooievaar.profiles.PhbPackage;
import nl.ooievaar.server.types.ResourceTypes;
import nl.ooievaar.subject.Reason;
import nl.ooievaar.subject.Refusal;

/** What a write is refused for before it is judged: of some types, a resource must claim a profile of ours. */
final class MissingProfile {
    private final ResourceTypes types;

    MissingProfile(ResourceTypes types) {
        this.types = types;
    }

    /** @param at where the resource stands, as FHIRPath */
    Optional<Refusal> of(String at, String type, List<String> claimed) {
        List<String> profiles = types.find(type).map(t -> t.profiles()).orElse(List.of());
        boolean ours = profiles.isEmpty()
                || profiles.stream()
                        .anyMatch(p -> claimed.stream().anyMatch(c -> c.split("\\|")[0].equals(PhbPackage.profile(p))));
        if (ours) {
            return Optional.empty();
        }
        String known =
                String.join(", ", profiles.stream().map(PhbPackage::profile).toList());
        return Optional.of(Refusal.of(Reason.PROFILE_REQUIRED, type, known).at(at + ".meta.profile"));
    }
}
