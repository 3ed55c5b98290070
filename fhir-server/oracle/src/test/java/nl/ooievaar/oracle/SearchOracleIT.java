package nl.ooievaar.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Our search answers as HAPI's JPA server does on the same resources. */
class SearchOracleIT {
    @Test
    void ourSearchFindsWhatHapiFinds() throws IOException, InterruptedException {
        try (ServerProcess ooievaar = ServerProcess.ooievaar();
                ServerProcess other = ServerProcess.hapi()) {
            ooievaar.await("/actuator/health/readiness");
            other.await("/fhir/Patient?_summary=count");
            FhirServer ours = FhirServer.as(ooievaar.root(), "midwife");
            FhirServer hapi = FhirServer.open(other.root());

            ours.transaction(Referral.of("case-2-referral.json").bundle());
            ObjectNode copy = FhirServer.JSON.createObjectNode();
            copy.put("resourceType", "Bundle").put("type", "transaction");
            ArrayNode entries = copy.putArray("entry");
            for (JsonNode patient : ours.all("Patient")) {
                ObjectNode entry = entries.addObject();
                entry.set("resource", patient);
                entry.putObject("request")
                        .put("method", "PUT")
                        .put("url", "Patient/" + patient.get("id").asText());
            }
            hapi.transaction(copy);

            Answer expected = hapi.search("Patient", "family=visser");
            assertEquals(1, expected.matches().size());
            assertEquals(
                    Set.copyOf(expected.matches()),
                    Set.copyOf(ours.search("Patient", "family=visser").matches()));
        }
    }
}
