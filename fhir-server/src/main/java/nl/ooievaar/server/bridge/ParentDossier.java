package nl.ooievaar.server.bridge;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.ooievaar.mappings.dossier.Declaration;
import nl.ooievaar.mappings.dossier.Mapped;
import nl.ooievaar.mappings.dossier.ToDossier;
import nl.ooievaar.profiles.PhbPackage;
import nl.ooievaar.server.audit.Audit;
import nl.ooievaar.server.audit.AuditedRequest;
import nl.ooievaar.server.gate.Lookup;
import nl.ooievaar.server.gate.Seen;
import nl.ooievaar.server.gate.Viewer;
import nl.ooievaar.server.identity.Caller;
import nl.ooievaar.subject.Reason;
import nl.ooievaar.subject.Refusal;
import org.springframework.stereotype.Component;

/**
 * What a caller may see of a woman now, as her parent dossier. Exactly the versions of which something is told are on record as
 * disclosed before it is.
 */
@Component
public class ParentDossier {
    private static final Set<String> HERSELF =
            Set.of(PhbPackage.profile("phb-woman"), PhbPackage.profile("phb-contact-details"));

    private final Lookup lookup;
    private final SeenJson json;
    private final Audit audit;
    private final ToDossier mapping = new ToDossier(Declaration.table());

    ParentDossier(Lookup lookup, SeenJson json, Audit audit) {
        this.lookup = lookup;
        this.json = json;
        this.audit = audit;
    }

    /** @param lines of what the caller may know: that something is marked is known to who keeps it, and to nobody else */
    public record Told(ObjectNode dossier, List<SourceLine> lines) {}

    /** Runs inside the transaction of the caller. */
    public Told of(UUID id, Caller caller, Viewer viewer, AuditedRequest request) {
        Seen woman = lookup.newest("Patient", id, viewer)
                .orElseThrow(() -> Refusal.of(Reason.NOT_FOUND).exception());
        ObjectNode herself = json.labelled(woman);
        if (!isWoman(herself)) {
            throw Refusal.of(Reason.DOSSIER_OF_WOMAN, "$to-child-dossier").exception();
        }
        List<Seen> all = lookup.everythingOf(woman.person().orElseThrow(), viewer);
        Set<String> others = all.stream()
                .filter(seen -> seen.type().equals("Patient") && !seen.id().equals(id))
                .map(Seen::reference)
                .collect(Collectors.toSet());
        List<Seen> used = new ArrayList<>(List.of(woman));
        all.stream()
                .filter(seen -> !seen.type().equals("Patient")
                        && Declaration.table().resourceTypes().contains(seen.type())
                        && caller.mayAsk(seen.type(), 'r'))
                .forEach(used::add);
        Mapped mapped = mapping.map(json.collection(used, others, woman.reference()));
        List<SourceLine> told = SourceLine.of(mapped.account(), used).stream()
                .filter(line -> line.known(viewer.party()))
                .toList();
        audit.record(
                request,
                caller,
                "R",
                Stream.concat(Stream.of(woman), told.stream().map(SourceLine::seen))
                        .distinct()
                        .map(Audit.Touched::of)
                        .toList());
        return new Told(mapped.result(), told);
    }

    private static boolean isWoman(ObjectNode patient) {
        for (var profile : patient.at("/meta/profile")) {
            if (HERSELF.contains(profile.asText().replaceFirst("\\|.*", ""))) {
                return true;
            }
        }
        return false;
    }
}
