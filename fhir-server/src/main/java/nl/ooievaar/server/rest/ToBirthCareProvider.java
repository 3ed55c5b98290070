package nl.ooievaar.server.rest;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.ooievaar.mappings.account.Outcome;
import nl.ooievaar.mappings.outward.CareDocument;
import nl.ooievaar.mappings.outward.IndividualCareplan;
import nl.ooievaar.mappings.outward.Sent;
import nl.ooievaar.profiles.PhbPackage;
import nl.ooievaar.server.audit.Audit;
import nl.ooievaar.server.gate.Lookup;
import nl.ooievaar.server.gate.Seen;
import nl.ooievaar.server.store.Vault;
import nl.ooievaar.subject.Reason;
import nl.ooievaar.subject.Refusal;
import org.hl7.fhir.r4.model.Base64BinaryType;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.OperationDefinition;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Patient;
import org.springframework.stereotype.Component;

/**
 * {@code Patient/[id]/$to-birth-care}: what the caller may read of feedback and plan, in a form that a record of birth care takes.
 * Disclosed and on record as a read of its parts is.
 */
@Component
public class ToBirthCareProvider {
    private static final Set<String> TYPES = Set.of("Communication", "CarePlan", "Goal", "CareTeam", "Patient");

    private static final JsonMapper JSON = new JsonMapper();

    private final Exchange exchange;
    private final Received received;
    private final PhbPackage phb;
    private final Lookup lookup;
    private final Vault vault;
    private final Audit audit;

    ToBirthCareProvider(Exchange exchange, Received received, PhbPackage phb, Lookup lookup, Vault vault, Audit audit) {
        this.exchange = exchange;
        this.received = received;
        this.phb = phb;
        this.lookup = lookup;
        this.vault = vault;
        this.audit = audit;
    }

    @Operation(name = "$to-birth-care", idempotent = true, manualRequest = true, type = Patient.class)
    public Parameters toBirthCare(@IdParam IdType id, RequestDetails details) {
        Exchange.Context context = exchange.open(details, "to-birth-care", "Patient", 'r', null);
        return exchange.run(context, c -> {
            OperationInput asked = OperationInput.of(
                    details,
                    received,
                    phb.find(OperationDefinition.class, PhbPackage.BASE + "/OperationDefinition/phb-to-birth-care")
                            .orElseThrow(() -> new IllegalStateException("phb-to-birth-care")));
            String form = asked.text("form").orElse("document");
            if (!Set.of("document", "stu3").contains(form)) {
                throw Refusal.of(Reason.PARAMETER_VALUE, "form", "document | stu3")
                        .exception();
            }
            Seen patient = lookup.newest("Patient", Reading.uuid(id), c.viewer())
                    .orElseThrow(() -> Refusal.of(Reason.NOT_FOUND).exception());
            return answer(form, patient, read(patient, c), c);
        });
    }

    /** The woman first; what no scope covers is left out, and all that is read is on record. */
    private List<Seen> read(Seen patient, Exchange.Context c) {
        List<Seen> read = new ArrayList<>(List.of(patient));
        lookup.everythingOf(patient.person().orElseThrow(), c.viewer()).stream()
                .filter(one -> TYPES.contains(one.type()) && c.caller().mayAsk(one.type(), 'r'))
                .filter(one -> !one.id().equals(patient.id()))
                .forEach(read::add);
        audit.record(
                c.request(),
                c.caller(),
                "R",
                read.stream().map(Audit.Touched::of).toList());
        return read;
    }

    private Parameters answer(String form, Seen patient, List<Seen> read, Exchange.Context c) {
        ObjectNode source =
                JSON.createObjectNode().put("resourceType", "Bundle").put("type", "collection");
        Set<String> hers = new HashSet<>(Set.of(patient.reference()));
        StringBuilder name = new StringBuilder(c.locale().getLanguage());
        for (Seen one : read) {
            JsonNode resource = open(one);
            name.append(' ').append(one.reference()).append('/').append(one.version());
            if (hers(resource)) {
                hers.add(one.type().equals("Patient") ? one.reference() : subject(resource));
            }
            source.withArray("/entry")
                    .addObject()
                    .put("fullUrl", c.base() + "/" + one.reference())
                    .set("resource", resource);
        }
        if (form.equals("stu3")) {
            Sent sent = IndividualCareplan.of(source, hers);
            byte[] bytes = sent.bundle().toString().getBytes(StandardCharsets.UTF_8);
            Parameters answer = new Parameters().addParameter("stu3", new Base64BinaryType(bytes));
            return told(answer, sent, c);
        }
        UUID document = UUID.nameUUIDFromBytes(name.toString().getBytes(StandardCharsets.UTF_8));
        String moment = c.viewer().now().truncatedTo(ChronoUnit.MILLIS).toString();
        Sent sent = CareDocument.of(
                source, hers, new CareDocument.Head(document, moment, c.base(), "Ooievaar", c.locale()));
        Parameters answer = new Parameters();
        answer.addParameter()
                .setName("document")
                .setResource(FhirContext.forR4Cached()
                        .newJsonParser()
                        .parseResource(Bundle.class, sent.bundle().toString()));
        return told(answer, sent, c);
    }

    /** A Patient of hers, or feedback, which names her as its sender knows her; a partner and a child are others. */
    private static boolean hers(JsonNode resource) {
        String kind = resource.path("resourceType").asText().equals("Patient") ? "phb-woman" : "phb-feedback";
        for (JsonNode one : resource.at("/meta/profile")) {
            if (one.asText().equals(PhbPackage.profile(kind))) {
                return true;
            }
        }
        return false;
    }

    private static String subject(JsonNode resource) {
        return resource.at("/subject/reference").asText();
    }

    private static Parameters told(Parameters answer, Sent sent, Exchange.Context c) {
        AccountAnswer.summary(answer, sent.account());
        sent.account().lines().stream()
                .filter(line -> line.outcome() != Outcome.MAPPED)
                .forEach(line -> AccountAnswer.field(answer, line, c.locale()));
        return answer;
    }

    private JsonNode open(Seen one) {
        try {
            return JSON.readTree(vault.open(one.dataKey(), one.fileId(), one.id(), one.version(), one.body()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
