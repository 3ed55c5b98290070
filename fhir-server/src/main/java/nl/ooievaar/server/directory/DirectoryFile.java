package nl.ooievaar.server.directory;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import nl.ooievaar.profiles.PhbPackage;
import nl.ooievaar.server.store.DirectoryImport;
import nl.ooievaar.server.store.DirectoryRecords.OrganizationNumber;
import nl.ooievaar.subject.Reason;
import nl.ooievaar.subject.Refusal;
import nl.ooievaar.subject.party.Party;

/**
 * Reads a Bundle of Organization, HealthcareService, Location and Endpoint. Ids follow from business identifiers: of an
 * organisation its URA, or else its KvK number; of a service its number with us; of the others their first identifier.
 */
final class DirectoryFile {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();
    private static final String SERVICE = PhbPackage.BASE + "/NamingSystem/service";
    private static final String SERVICE_TYPES = PhbPackage.BASE + "/CodeSystem/phb-service-type";

    /** Of each type, the registers that number it, the first that is there; none stands for any. */
    private static final Map<String, List<String>> REGISTERS = Map.of(
            "Organization",
            List.of("http://fhir.nl/fhir/NamingSystem/ura", "http://fhir.nl/fhir/NamingSystem/kvk"),
            "HealthcareService",
            List.of(SERVICE),
            "Location",
            List.of(),
            "Endpoint",
            List.of());

    private static final Map<String, String> PROFILES =
            Map.of("Organization", "phb-organization", "HealthcareService", "phb-desk");

    private final List<Refusal> refused = new ArrayList<>();
    private final Map<String, String> places = new HashMap<>();
    private final Map<String, JsonNode> organizations = new HashMap<>();
    private final Map<String, JsonNode> locations = new HashMap<>();
    private final Function<String, Optional<OrganizationNumber>> organizationHere;
    private final Predicate<String> here;
    private final CoverageOf coverage;

    /**
     * @param organizationHere the organisation that the node has under {@code Organization/id}
     * @param here whether the node has this reference
     * @param locationHere the Location that the node has under {@code Location/id}
     */
    DirectoryFile(
            Function<String, Optional<OrganizationNumber>> organizationHere,
            Predicate<String> here,
            Function<String, Optional<byte[]>> locationHere) {
        this.organizationHere = organizationHere;
        this.here = here;
        this.coverage = new CoverageOf(reference -> Optional.ofNullable(locations.get(reference))
                .or(() -> locationHere.apply(reference).map(DirectoryFile::tree)));
    }

    /** What stands in the way; empty when all of it can be stored. */
    List<Refusal> refused() {
        return List.copyOf(refused);
    }

    /** @param json well-formed, and judged by the contract */
    List<DirectoryEntry> read(byte[] json) {
        JsonNode bundle = tree(json);
        List<JsonNode> resources = new ArrayList<>();
        Map<UUID, Integer> seen = new HashMap<>();
        for (JsonNode entry : bundle.path("entry")) {
            JsonNode resource = entry.path("resource");
            int place = resources.size();
            resources.add(resource);
            id(resource, at(place)).ifPresent(id -> {
                if (seen.putIfAbsent(id, place) != null) {
                    refused.add(Refusal.of(Reason.DUPLICATE_TARGET).at(at(place)));
                }
                remember(entry, resource, id);
            });
        }
        List<DirectoryEntry> entries = new ArrayList<>();
        for (int i = 0; i < resources.size(); i++) {
            entry(resources.get(i), at(i)).ifPresent(entries::add);
        }
        return entries;
    }

    private void remember(JsonNode entry, JsonNode resource, UUID id) {
        String type = resource.path("resourceType").asText();
        String reference = type + "/" + id;
        places.put(reference, reference);
        places.put(entry.path("fullUrl").asText(), reference);
        places.put(type + "/" + resource.path("id").asText(), reference);
        identifiers(resource)
                .forEach(one -> places.put(
                        type + "?identifier=" + one.path("system").asText() + "|"
                                + one.path("value").asText(),
                        reference));
        if (type.equals("Organization")) {
            organizations.put(reference, resource);
        } else if (type.equals("Location")) {
            locations.put(reference, resource);
        }
    }

    private Optional<UUID> id(JsonNode resource, String at) {
        String type = resource.path("resourceType").asText();
        List<String> registers = REGISTERS.get(type);
        if (registers == null) {
            refused.add(Refusal.of(
                            Reason.DIRECTORY_TYPE,
                            String.join(
                                    ", ", REGISTERS.keySet().stream().sorted().toList()))
                    .at(at));
            return Optional.empty();
        }
        Optional<JsonNode> identifier = identifier(resource, registers);
        if (identifier.isEmpty()) {
            refused.add(Refusal.of(Reason.DIRECTORY_IDENTIFIER, type).at(at + ".identifier"));
        }
        String profile = PROFILES.get(type);
        if (profile != null && !claims(resource, PhbPackage.profile(profile))) {
            refused.add(Refusal.of(Reason.PROFILE_REQUIRED, type, PhbPackage.profile(profile))
                    .at(at + ".meta.profile"));
        }
        return identifier.map(one -> DirectoryImport.id(
                one.path("system").asText(), one.path("value").asText()));
    }

    private static boolean claims(JsonNode resource, String profile) {
        return stream(resource.at("/meta/profile"))
                .anyMatch(one -> one.asText().split("\\|")[0].equals(profile));
    }

    private Optional<DirectoryEntry> entry(JsonNode resource, String at) {
        String type = resource.path("resourceType").asText();
        Optional<JsonNode> identifier = Optional.ofNullable(REGISTERS.get(type)).flatMap(r -> identifier(resource, r));
        if (identifier.isEmpty()) {
            return Optional.empty();
        }
        String number = identifier.get().path("value").asText();
        UUID id = DirectoryImport.id(identifier.get().path("system").asText(), number);
        resolve(resource, at);
        Optional<Party> party = Optional.empty();
        if (type.equals("HealthcareService")) {
            party = organization(resource.at("/providedBy/reference").asText())
                    .map(one -> new Party(one.system(), one.value(), number));
            if (party.isEmpty()) {
                refused.add(
                        Refusal.of(Reason.REFERENCE_NOT_FOUND, "Organization").at(at + ".providedBy"));
            }
        }
        return Optional.of(new DirectoryEntry(
                at,
                type,
                id,
                bytes(resource),
                party,
                serviceType(resource),
                party.isPresent() ? coverage.read(resource, number, at) : List.of(),
                type.equals("Location") ? CoverageOf.municipality(resource) : Optional.empty()));
    }

    private Optional<OrganizationNumber> organization(String reference) {
        JsonNode inFile = organizations.get(reference);
        return inFile == null
                ? organizationHere.apply(reference)
                : identifier(inFile, REGISTERS.get("Organization"))
                        .map(one -> new OrganizationNumber(
                                one.path("system").asText(), one.path("value").asText()));
    }

    /** Puts the places of this node into every literal reference. */
    private void resolve(JsonNode node, String at) {
        if (node instanceof ObjectNode object && object.path("reference").isTextual()) {
            String sent = object.path("reference").asText();
            String known = places.get(sent);
            if (known != null) {
                object.put("reference", known);
            } else if (!here.test(sent)) {
                String type = sent.split("[/?]")[0];
                refused.add(Refusal.of(Reason.REFERENCE_NOT_FOUND, REGISTERS.containsKey(type) ? type : "resource")
                        .at(at + ".reference"));
            }
        }
        node.properties().forEach(field -> {
            if (field.getValue().isArray()) {
                for (int i = 0; i < field.getValue().size(); i++) {
                    resolve(field.getValue().get(i), at + "." + field.getKey() + "[" + i + "]");
                }
            } else if (field.getValue().isObject()) {
                resolve(field.getValue(), at + "." + field.getKey());
            }
        });
    }

    private static Optional<String> serviceType(JsonNode resource) {
        return stream(resource.path("type"))
                .flatMap(type -> stream(type.path("coding")))
                .filter(coding -> coding.path("system").asText().equals(SERVICE_TYPES))
                .map(coding -> coding.path("code").asText())
                .findFirst();
    }

    private static Optional<JsonNode> identifier(JsonNode resource, List<String> registers) {
        if (registers.isEmpty()) {
            return identifiers(resource).findFirst();
        }
        return registers.stream()
                .flatMap(register -> identifiers(resource)
                        .filter(one -> one.path("system").asText().equals(register)))
                .findFirst();
    }

    private static Stream<JsonNode> identifiers(JsonNode resource) {
        return stream(resource.path("identifier")).filter(one -> one.has("system") && one.has("value"));
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    private static String at(int entry) {
        return "Bundle.entry[" + entry + "].resource";
    }

    private static JsonNode tree(byte[] json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] bytes(JsonNode resource) {
        return resource.toString().getBytes(StandardCharsets.UTF_8);
    }
}
