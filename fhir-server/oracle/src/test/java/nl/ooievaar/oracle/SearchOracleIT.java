package nl.ooievaar.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.IParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.Test;

/** Our search answers as HAPI's JPA server does on the same resources. */
class SearchOracleIT {
    private static final int SEED = 20261123;
    private static final Pattern UUID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final FhirContext fhir = FhirContext.forR4Cached();

    @Test
    void ourSearchFindsWhatHapiFinds() throws IOException, InterruptedException {
        try (ServerProcess ooievaar = ServerProcess.ooievaar();
                ServerProcess other = ServerProcess.hapi()) {
            ooievaar.await("/actuator/health/readiness");
            other.await("/fhir/Patient?_summary=count");
            FhirServer ours = FhirServer.as(ooievaar.root(), "midwife");
            FhirServer hapi = FhirServer.open(other.root());
            Declared declared = Declared.read(fhir);
            refer(ours);
            List<JsonNode> resources = readable(ours, declared);
            hapi.transaction(copy(resources));

            IParser parser = fhir.newJsonParser();
            Values values = new Values(
                    fhir,
                    resources.stream()
                            .map(one -> (Resource) parser.parseResource(one.toString()))
                            .toList());
            Set<Question> questions =
                    new Questions(declared, values, new Random(SEED), Integer.getInteger("depth", 1)).all();
            Accepted.TABLE.forEach(row -> questions.add(row.example()));
            Comparison comparison = new Comparison(ours, hapi);
            for (Question question : questions) {
                comparison.compare(question);
            }
            System.out.printf(
                    "Compared %d searches over %d resources: %s%n", questions.size(), resources.size(), comparison);
            assertEquals(List.of(), comparison.differences(), "searches that differ");
            assertEquals(List.of(), comparison.stale(), "accepted differences that are no more");
        }
    }

    private static void refer(FhirServer ours) throws IOException, InterruptedException {
        Women women = new Women(new Random(SEED));
        for (int i = 0; i < 20; i++) {
            ours.transaction(women.referred());
        }
        for (int i = 0; i < 5; i++) {
            ours.transaction(women.toBeCalled());
        }
    }

    /** In an order that does not depend on the ids they got. */
    private static List<JsonNode> readable(FhirServer ours, Declared declared)
            throws IOException, InterruptedException {
        List<JsonNode> found = new ArrayList<>();
        for (String type : declared.types()) {
            List<JsonNode> all = ours.all(type);
            all.forEach(one -> ((ObjectNode) one).withObject("/meta").remove(List.of("versionId", "lastUpdated")));
            all.sort(Comparator.comparing(one -> UUID.matcher(one.toString()).replaceAll("")));
            found.addAll(all);
        }
        return found;
    }

    private static ObjectNode copy(List<JsonNode> resources) {
        ObjectNode bundle = FhirServer.JSON.createObjectNode();
        ArrayNode entries =
                bundle.put("resourceType", "Bundle").put("type", "transaction").putArray("entry");
        for (JsonNode resource : resources) {
            ObjectNode entry = entries.addObject();
            entry.set("resource", resource);
            entry.putObject("request")
                    .put("method", "PUT")
                    .put(
                            "url",
                            resource.get("resourceType").asText()
                                    + '/'
                                    + resource.get("id").asText());
        }
        return bundle;
    }
}
