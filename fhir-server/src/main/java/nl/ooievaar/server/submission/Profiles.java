package nl.ooievaar.server.submission;

import java.util.Set;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.Resource;

/** Which of our profiles a resource claims. */
public final class Profiles {
    /** All our profiles start with this. */
    public static final String BASE = "http://ooievaar.example/fhir/StructureDefinition/";

    private Profiles() {}

    /** Ids of our profiles, without base and version. */
    public static Set<String> ids(Resource resource) {
        return resource.getMeta().getProfile().stream()
                .map(p -> p.getValue())
                .filter(url -> url.startsWith(BASE))
                .map(url -> url.substring(BASE.length()).split("\\|")[0])
                .collect(Collectors.toSet());
    }
}
