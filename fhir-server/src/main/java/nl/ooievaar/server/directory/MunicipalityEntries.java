package nl.ooievaar.server.directory;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.ooievaar.profiles.PhbPackage;
import nl.ooievaar.server.directory.MunicipalityFile.Line;
import nl.ooievaar.server.store.Directory;
import nl.ooievaar.server.store.DirectoryImport;
import nl.ooievaar.server.store.DirectoryRecords;
import nl.ooievaar.server.store.Municipalities;
import nl.ooievaar.server.store.Municipalities.PostalRange;
import nl.ooievaar.subject.Reason;
import nl.ooievaar.subject.Refusal;
import nl.ooievaar.subject.desk.Coverage;
import nl.ooievaar.subject.desk.Days;
import nl.ooievaar.subject.desk.Municipality;
import nl.ooievaar.subject.party.Party;
import org.hl7.fhir.r4.model.Identifier;

/**
 * What a table of municipalities makes of the directory: a Location for each, and the services that serve them with their
 * coverageArea anew. The table decides for the municipalities it lists, and says nothing of others.
 */
final class MunicipalityEntries {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String SERVICES = PhbPackage.BASE + "/NamingSystem/service";
    private static final String URA = "http://fhir.nl/fhir/NamingSystem/ura";

    private final DirectoryRecords here;
    private final Directory directory;
    private final Municipalities municipalities;
    private final List<Refusal> refused = new ArrayList<>();

    MunicipalityEntries(DirectoryRecords here, Directory directory, Municipalities municipalities) {
        this.here = here;
        this.directory = directory;
        this.municipalities = municipalities;
    }

    /** What stands in the way; empty when all of it can be stored. */
    List<Refusal> refused() {
        return List.copyOf(refused);
    }

    /** The postal codes of each municipality that has any in the table. */
    static Map<String, List<PostalRange>> postalCodes(List<Line> lines) {
        Map<String, List<PostalRange>> found = new LinkedHashMap<>();
        lines.forEach(line -> line.postal()
                .ifPresent(range -> found.computeIfAbsent(line.municipality().code(), code -> new ArrayList<>())
                        .add(range)));
        found.replaceAll((code, ranges) -> List.copyOf(new LinkedHashSet<>(ranges)));
        return found;
    }

    List<DirectoryEntry> of(List<Line> lines) {
        List<DirectoryEntry> entries = new ArrayList<>();
        Map<String, Line> listed = new LinkedHashMap<>();
        lines.forEach(line -> listed.putIfAbsent(line.municipality().code(), line));
        listed.values().forEach(line -> entries.add(location(line)));
        Map<String, List<Coverage>> said = new LinkedHashMap<>();
        for (Line line : lines) {
            if (!line.service().isEmpty() && known(line)) {
                said.computeIfAbsent(line.service(), service -> new ArrayList<>())
                        .add(new Coverage(line.at(), line.municipality().code(), line.service(), line.days()));
            }
        }
        Map<String, List<Coverage>> was =
                municipalities.coverage().stream().collect(Collectors.groupingBy(Coverage::desk));
        Set<String> touched = new LinkedHashSet<>(said.keySet());
        was.forEach((service, rows) -> {
            if (rows.stream().anyMatch(row -> listed.containsKey(row.municipality()))) {
                touched.add(service);
            }
        });
        for (String service : touched) {
            List<Coverage> rows = new ArrayList<>(was.getOrDefault(service, List.of()));
            rows.removeIf(row -> listed.containsKey(row.municipality()));
            said.getOrDefault(service, List.of()).stream()
                    .filter(row -> rows.stream().noneMatch(other -> sameDays(row, other)))
                    .forEach(rows::add);
            service(service, rows).ifPresent(entries::add);
        }
        return entries;
    }

    /** A municipality with several ranges of postal codes stands there several times with one desk. */
    private static boolean sameDays(Coverage one, Coverage other) {
        return one.municipality().equals(other.municipality()) && one.days().equals(other.days());
    }

    private boolean known(Line line) {
        boolean known = party(line.service())
                .filter(party -> party.organizationSystem().equals(URA)
                        && party.organizationValue().equals(line.ura()))
                .isPresent();
        if (!known) {
            refused.add(Refusal.of(Reason.DESK_UNKNOWN, line.service()).at(line.at() + ".service"));
        }
        return known;
    }

    private Optional<Party> party(String service) {
        return directory.partyOf(new Identifier().setSystem(SERVICES).setValue(service));
    }

    private static DirectoryEntry location(Line line) {
        Municipality municipality = line.municipality();
        ObjectNode made = JSON.createObjectNode().put("resourceType", "Location");
        made.putArray("identifier")
                .addObject()
                .put("system", Municipality.SYSTEM)
                .put("value", municipality.code());
        made.put("status", "active").put("name", municipality.name()).put("mode", "instance");
        made.putObject("physicalType")
                .putArray("coding")
                .addObject()
                .put("system", "http://terminology.hl7.org/CodeSystem/location-physical-type")
                .put("code", "jdn");
        return new DirectoryEntry(
                line.at(),
                "Location",
                place(municipality.code()),
                bytes(made),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.of(municipality));
    }

    private Optional<DirectoryEntry> service(String number, List<Coverage> coverage) {
        UUID id = DirectoryImport.id(SERVICES, number);
        return party(number).flatMap(party -> here.json("HealthcareService", id).map(stored -> {
            ObjectNode service = (ObjectNode) tree(stored);
            ArrayNode areas = JSON.createArrayNode();
            coverage.forEach(row -> areas.add(area(row)));
            if (areas.isEmpty()) {
                service.remove("coverageArea");
            } else {
                service.set("coverageArea", areas);
            }
            String at = coverage.isEmpty()
                    ? MunicipalityFile.at(1)
                    : coverage.get(coverage.size() - 1).at();
            return new DirectoryEntry(
                    at,
                    "HealthcareService",
                    id,
                    bytes(service),
                    Optional.of(party),
                    directory.typeOf(id),
                    coverage,
                    Optional.empty());
        }));
    }

    private static ObjectNode area(Coverage row) {
        ObjectNode area = JSON.createObjectNode();
        Days days = row.days();
        if (!days.equals(Days.ALWAYS)) {
            ObjectNode period = area.putArray("extension")
                    .addObject()
                    .put("url", CoverageOf.PERIOD)
                    .putObject("valuePeriod");
            if (!days.first().equals(Days.BEGINNING)) {
                period.put("start", days.first().toString());
            }
            if (!days.last().equals(Days.END)) {
                period.put("end", days.last().toString());
            }
        }
        return area.put("reference", "Location/" + place(row.municipality()));
    }

    private static UUID place(String code) {
        return DirectoryImport.id(Municipality.SYSTEM, code);
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
