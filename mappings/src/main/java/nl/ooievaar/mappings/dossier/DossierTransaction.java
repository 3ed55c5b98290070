package nl.ooievaar.mappings.dossier;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.ooievaar.mappings.account.Account;
import nl.ooievaar.mappings.account.Line;
import nl.ooievaar.mappings.account.Outcome;
import nl.ooievaar.mappings.account.Why;
import nl.ooievaar.mappings.source.Digest;

/**
 * What a dossier became as one transaction of R4 (FHIR R4, 3.1.0.11.2): nothing is made twice, for each part says by its key in the
 * dossier whether it is there already, and each has a Provenance that names the bytes it came from.
 *
 * @param entries the resources, the woman first, then the Provenance of each in the same order
 * @param parts one for each resource
 * @param account of the dossier: what has a way of its own (a referral, services and professionals, the partner) stays where it is
 */
public record DossierTransaction(ArrayNode entries, List<Part> parts, Account account) {
    /** The numbering of what was made: a digest of the key of the dossier and that of the part. */
    public static final String IDENTIFIER = "http://ooievaar.example/fhir/NamingSystem/dossier-part";

    private static final String HASH = "http://ooievaar.example/fhir/NamingSystem/source-sha-256";
    private static final String OPERATION = "http://terminology.hl7.org/CodeSystem/v3-DataOperation";
    private static final String AGENT = "http://terminology.hl7.org/CodeSystem/provenance-participant-type";
    private static final String PARTNER = "http://ooievaar.example/fhir/StructureDefinition/phb-partner";
    private static final Set<String> MADE = Set.of(
            "Patient",
            "Observation",
            "QuestionnaireResponse",
            "Encounter",
            "CareTeam",
            "RelatedPerson",
            "CarePlan",
            "Goal");
    private static final Pattern TARGET = Pattern.compile("entry\\[(\\d+)](.*)", Pattern.DOTALL);

    /**
     * One resource.
     *
     * @param identifier by which the same is found again; its system is {@link #IDENTIFIER}
     * @param key how the dossier names it: {@code Type/id} or a URI
     */
    public record Part(boolean woman, String identifier, String key, ObjectNode resource) {}

    /**
     * @param mapped what {@link FromDossier} made
     * @param sha256 of the bytes of the dossier, in hexadecimal
     * @param recorded the moment of the run
     * @return empty when the dossier has no key of its own for her, by which a next one would be known as the same
     */
    public static Optional<DossierTransaction> of(Mapped mapped, String sha256, Instant recorded) {
        return new Making(mapped.result().path("entry"), sha256, recorded).made(mapped.account());
    }

    /** A digest: whatever a source calls its parts, it stands in no search and tells nothing. */
    public static String identifier(String dossier, String part) {
        return Digest.sha256((dossier + "\n" + part).getBytes(StandardCharsets.UTF_8));
    }

    private static String url(String identifier) {
        return "urn:uuid:" + UUID.nameUUIDFromBytes(identifier.getBytes(StandardCharsets.UTF_8));
    }

    private static final class Making {
        private final JsonNode source;
        private final String sha256;
        private final Instant recorded;
        private final Map<Integer, Why> left = new HashMap<>();
        private final List<Part> parts = new ArrayList<>();
        private final Map<String, String> urls = new HashMap<>();

        Making(JsonNode source, String sha256, Instant recorded) {
            this.source = source;
            this.sha256 = sha256;
            this.recorded = recorded;
        }

        Optional<DossierTransaction> made(Account account) {
            Optional<String> woman = key(false);
            if (woman.isEmpty() || woman.get().startsWith(People.UNNAMED)) {
                return Optional.empty();
            }
            Optional<String> partner = key(true);
            for (int i = 0; i < source.size(); i++) {
                part(i, woman.get(), partner);
            }
            ArrayNode entries = Json.MAPPER.createArrayNode();
            for (Part part : parts) {
                named(part.resource());
                entry(entries, url(part.identifier()), part.resource())
                        .put("ifNoneExist", "identifier=" + IDENTIFIER + "|" + part.identifier());
            }
            parts.forEach(part -> entry(entries, url(part.identifier() + "/provenance"), provenance(part)));
            Account told = new Account();
            account.lines().forEach(line -> told.add(line(line)));
            return Optional.of(new DossierTransaction(entries, List.copyOf(parts), told));
        }

        private Optional<String> key(boolean ofPartner) {
            for (JsonNode entry : source) {
                JsonNode resource = entry.path("resource");
                boolean partner = resource.at("/meta/profile/0").asText().equals(PARTNER);
                if (resource.path("resourceType").asText().equals("Patient") && partner == ofPartner) {
                    return Optional.of(key(entry)).filter(key -> !key.isEmpty());
                }
            }
            return Optional.empty();
        }

        private static String key(JsonNode entry) {
            String id = entry.at("/resource/id").asText();
            return id.isEmpty()
                    ? entry.path("fullUrl").asText()
                    : entry.at("/resource/resourceType").asText() + "/" + id;
        }

        private void part(int at, String woman, Optional<String> partner) {
            JsonNode entry = source.get(at);
            String key = key(entry);
            ObjectNode resource = ((ObjectNode) entry.get("resource")).deepCopy();
            String type = resource.path("resourceType").asText();
            boolean his = partner.filter(it -> key.equals(it)
                            || resource.at("/subject/reference").asText().equals(it))
                    .isPresent();
            if (his || !MADE.contains(type)) {
                left.put(at, his ? Why.OTHER_PERSON : Why.ELSEWHERE);
                return;
            }
            resource.remove("id");
            String name = key.isEmpty() ? type + "-" + at : key;
            String identifier = identifier(woman, name);
            ObjectNode number = type.equals("QuestionnaireResponse")
                    ? resource.putObject("identifier")
                    : resource.withArray("identifier").addObject();
            number.put("system", IDENTIFIER).put("value", identifier);
            if (!key.isEmpty()) {
                urls.put(key, url(identifier));
            }
            boolean herself = key.equals(woman);
            parts.add(herself ? 0 : parts.size(), new Part(herself, identifier, key, resource));
        }

        private void named(JsonNode node) {
            if (node instanceof ObjectNode object
                    && urls.containsKey(object.path("reference").asText())) {
                object.put("reference", urls.get(object.get("reference").asText()));
            }
            node.forEach(this::named);
        }

        private static ObjectNode entry(ArrayNode entries, String url, ObjectNode resource) {
            ObjectNode entry = entries.addObject().put("fullUrl", url);
            entry.set("resource", resource.deepCopy());
            return entry.putObject("request")
                    .put("method", "POST")
                    .put("url", resource.get("resourceType").asText());
        }

        private ObjectNode provenance(Part part) {
            ObjectNode made = Json.MAPPER.createObjectNode().put("resourceType", "Provenance");
            made.putArray("target").addObject().put("reference", url(part.identifier()));
            made.put("recorded", recorded.toString());
            coding(made.putObject("activity"), OPERATION, "CREATE");
            ObjectNode agent = made.putArray("agent").addObject();
            coding(agent.putObject("type"), AGENT, "assembler");
            agent.putObject("who").put("display", "Ooievaar");
            made.putArray("entity")
                    .addObject()
                    .put("role", "source")
                    .putObject("what")
                    .put("display", "parent dossier " + Declaration.VERSION)
                    .putObject("identifier")
                    .put("system", HASH)
                    .put("value", sha256);
            return made;
        }

        private static void coding(ObjectNode concept, String system, String code) {
            concept.putArray("coding").addObject().put("system", system).put("code", code);
        }

        /** Where it went in the transaction; what is left says why. */
        private Line line(Line line) {
            Matcher target = TARGET.matcher(line.target().orElse(""));
            if (!target.matches()) {
                return line;
            }
            int at = Integer.parseInt(target.group(1));
            if (left.containsKey(at)) {
                return Line.notMapped(line.place(), line.element(), left.get(at));
            }
            if (line.outcome() == Outcome.MAPPED && target.group(2).equals(".resource.id")) {
                return Line.mapped(line.place(), line.element(), "entry[" + place(at) + "].fullUrl");
            }
            return new Line(
                    line.place(),
                    line.element(),
                    line.outcome(),
                    Optional.of("entry[" + place(at) + "]" + target.group(2)),
                    line.why());
        }

        /** The woman is first, and what is left has no place. */
        private int place(int at) {
            String key = key(source.get(at));
            for (int i = 0; i < parts.size(); i++) {
                if (parts.get(i).key().equals(key)) {
                    return i;
                }
            }
            return at;
        }
    }
}
