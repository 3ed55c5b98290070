package nl.ooievaar.server.rest;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import ca.uhn.fhir.rest.server.servlet.ServletSubRequestDetails;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import nl.ooievaar.profiles.PhbPackage;
import nl.ooievaar.server.rights.Export;
import nl.ooievaar.subject.Reason;
import nl.ooievaar.subject.Refusal;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.OperationDefinition;
import org.hl7.fhir.r4.model.Parameters;
import org.springframework.stereotype.Component;

/**
 * All that is hers as lines, part by part, never whole in memory. The last line counts what left; an export that was broken off
 * has none.
 */
@Component
public class ExportDoor {
    private final Exchange exchange;
    private final Received received;
    private final PhbPackage phb;
    private final Export export;
    private final FhirContext fhir;

    public ExportDoor(Exchange exchange, Received received, PhbPackage phb, Export export, FhirContext fhir) {
        this.exchange = exchange;
        this.received = received;
        this.phb = phb;
        this.export = export;
        this.fhir = fhir;
    }

    void export(IdType patient, RequestDetails details) throws IOException {
        Exchange.Context context = exchange.open(details, "export", "*", 'r', null);
        // The person and the first part are decided before anything is answered, so that a refusal has its status.
        UUID person = exchange.run(context, c -> {
            if (details instanceof ServletSubRequestDetails) {
                throw Refusal.of(Reason.NOT_OFFERED).exception();
            }
            OperationInput.of(
                    details,
                    received,
                    phb.find(OperationDefinition.class, PhbPackage.BASE + "/OperationDefinition/phb-export")
                            .orElseThrow(() -> new IllegalStateException("phb-export")));
            return export.subject(Reading.uuid(patient), c.caller(), c.viewer());
        });
        List<Export.Line> part = part(person, Export.Place.start(), context);
        HttpServletResponse response = ((ServletRequestDetails) details).getServletResponse();
        response.setStatus(200);
        response.setContentType("application/fhir+ndjson");
        response.setHeader("Cache-Control", "no-store");
        Map<String, Integer> counts = new TreeMap<>();
        int parts = 0;
        try (OutputStream out = response.getOutputStream()) {
            while (!part.isEmpty()) {
                parts++;
                for (Export.Line line : part) {
                    out.write(line.json());
                    out.write('\n');
                    counts.merge(line.type(), 1, Integer::sum);
                }
                out.flush();
                Export.Line last = part.get(part.size() - 1);
                part = part(person, new Export.Place(last.id(), last.version()), context);
            }
            out.write(manifest(counts, parts).getBytes(StandardCharsets.UTF_8));
        }
    }

    private List<Export.Line> part(UUID person, Export.Place after, Exchange.Context context) {
        return exchange.run(
                exchange.later(context), c -> export.part(person, after, c.caller(), c.viewer(), c.request()));
    }

    private String manifest(Map<String, Integer> counts, int parts) {
        Parameters told = new Parameters().addParameter("parts", parts);
        told.addParameter(
                "versions", counts.values().stream().mapToInt(Integer::intValue).sum());
        Parameters.ParametersParameterComponent types = told.addParameter().setName("types");
        counts.forEach(
                (type, count) -> types.addPart().setName(type).setValue(new org.hl7.fhir.r4.model.IntegerType(count)));
        if (counts.isEmpty()) {
            told.getParameter().remove(types);
        }
        return fhir.newJsonParser().encodeResourceToString(told) + "\n";
    }
}
