package nl.ooievaar.mappings.outward;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import nl.ooievaar.mappings.account.Why;

/**
 * Feedback and plan as one document (FHIR R4, Documents): the Composition first, then what it is made of, as the source has it. Of
 * herself it holds who she is and never where she lives or how she is reached: a document can not say which way is safe. Nothing that
 * is marked, and no reference to it. Thread safe.
 */
public final class CareDocument {
    private static final Set<String> WHO = Set.of("resourceType", "id", "identifier", "name", "gender", "birthDate");
    static final Set<String> REACHED = Set.of("telecom", "address", "contact");

    /**
     * @param id of this document; the same source and moment may have the same
     * @param moment of it, as in FHIR: an instant
     * @param base the address under which the source keeps its records, without a last slash
     * @param author who sends it, in words
     */
    public record Head(UUID id, String moment, String base, String author, Locale language) {}

    private CareDocument() {}

    /** @param source a Bundle, or one resource: what the caller may see */
    public static Sent of(JsonNode source, Head head) {
        return of(source, Set.of(), head);
    }

    /** @param hers how the records name her; empty where she is the only one they name */
    public static Sent of(JsonNode source, Set<String> hers, Head head) {
        Source what = new Source(source, CareDocument::known, hers);
        Sending sending = new Sending(what, CareDocument::fate);
        sending.put(source);
        Tree bundle = sending.bundle();
        bundle.put("resourceType", "Bundle");
        bundle.put("identifier.system", "urn:ietf:rfc:3986");
        bundle.put("identifier.value", "urn:uuid:" + head.id());
        bundle.put("type", "document");
        bundle.put("timestamp", head.moment());
        new Composition(what, head).into(bundle);
        return sending.sent(source);
    }

    private static boolean known(Outgoing one) {
        return switch (one.type()) {
            case "Communication" -> one.claims("phb-feedback");
            case "CarePlan", "Goal", "CareTeam", "Patient" -> true;
            default -> false;
        };
    }

    private static Fate fate(Outgoing one, Path path, JsonNode value) {
        String name = path.name(0);
        if (one.type().equals("Patient")) {
            if (REACHED.contains(name)) {
                return Fate.stays(Why.SAFE_CONTACT);
            }
            boolean claimed = path.text().startsWith("meta.profile");
            return claimed || WHO.contains(name) ? Fate.goes(path, value) : Fate.stays(Why.NO_PLACE);
        }
        if (name.equals("text")) {
            return Fate.stays(Why.REPEATED);
        }
        boolean bookkeeping = name.equals("meta")
                && path.size() > 1
                && Set.of("versionId", "lastUpdated", "source").contains(path.name(1));
        boolean inside = name.equals("contained");
        return bookkeeping ? Fate.stays(Why.ENVELOPE) : inside ? Fate.stays(Why.NO_PLACE) : Fate.goes(path, value);
    }

    /** How the parts of the document name each other. */
    static String address(Outgoing one, int of, Head head) {
        String id = one.resource().path("id").asText();
        if (!one.fullUrl().isEmpty()) {
            return one.fullUrl();
        }
        String name = head.id() + "#" + of;
        return id.isEmpty()
                ? "urn:uuid:" + UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8))
                : head.base() + "/" + one.type() + "/" + id;
    }
}
