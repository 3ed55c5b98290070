package nl.ooievaar.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import nl.ooievaar.subject.person.Bsn;

/** Referrals of invented women who differ in all that can be searched, with what else their midwife may keep of them. */
final class Women {
    private static final List<String> FAMILIES = List.of(
            "de Vries",
            "De Vriès",
            "van den Berg-Özdemir",
            "O'Neill",
            "Straßer",
            "STRASSER",
            "Çelik",
            "Vries, de",
            "Ng");
    private static final List<String> GIVEN =
            List.of("Marisol", "Zoë", "Zoe", "Anne Fleur", "anne", "Đặng", "Łucja", "M.", "Jo|hanna");
    private static final List<String> POSTCODES = List.of("6411 XX", "6411XX", "6411 xx", "6412 AB", "1011 AC");
    private static final List<String> GENDERS = List.of("female", "other", "unknown");

    private final Varied varied;
    private final Iterator<Bsn> bsn = Bsn.testNumbers().skip(300).iterator();
    private final JsonNode record = read("/nl/ooievaar/oracle/record.json");
    private int referrals;
    private int files;

    Women(Random random) {
        this.varied = new Varied(random);
    }

    /** Case 1 of the guideline's annex 5: all that is known of her goes along. */
    JsonNode referred() {
        ObjectNode bundle = (ObjectNode) read("/nl/ooievaar/phb/examples/case-1-referral.json");
        bundle.get("entry").forEach(entry -> vary((ObjectNode) entry.get("resource")));
        more(bundle);
        return bundle;
    }

    /** Case 2: only how to reach her. */
    JsonNode toBeCalled() {
        JsonNode bundle = read("/nl/ooievaar/phb/examples/case-2-referral.json");
        bundle.get("entry").forEach(entry -> {
            ObjectNode resource = (ObjectNode) entry.get("resource");
            if (resource.get("resourceType").asText().equals("Patient")) {
                name(resource);
            } else {
                vary(resource);
            }
        });
        return bundle;
    }

    private void vary(ObjectNode resource) {
        switch (resource.get("resourceType").asText()) {
            case "Patient" -> patient(resource);
            case "Observation" -> resource.put("effectiveDateTime", varied.dateTime());
            case "Consent" -> resource.put("dateTime", varied.dateTime());
            case "Provenance" -> resource.put("recorded", varied.instant());
            case "Task" -> resource.put("authoredOn", varied.written());
            case "ServiceRequest" -> {
                resource.put("authoredOn", varied.dateTime());
                ((ObjectNode) resource.at("/identifier/0")).put("value", "ref-" + ++referrals);
            }
            default -> {
                // The others stay as they are.
            }
        }
    }

    private void patient(ObjectNode patient) {
        name(patient);
        ArrayNode identifiers = (ArrayNode) patient.get("identifier");
        ((ObjectNode) identifiers.get(0)).put("value", bsn.next().value());
        if (varied.perhaps()) {
            identifiers
                    .addObject()
                    .put("system", "http://midwife.example/id/file")
                    .put("value", ++files + varied.one(List.of("-a", "-A", ",2", "|2", "$2", "\\2")));
        }
        patient.put("birthDate", varied.one(List.of("1990", "1996-02", "1996-02-29", "2003-04-12", "2003-04")));
        patient.put("gender", varied.one(GENDERS));
        ((ObjectNode) patient.at("/address/0")).put("postalCode", varied.one(POSTCODES));
    }

    private void name(ObjectNode patient) {
        ArrayNode names = patient.putArray("name");
        ObjectNode official = names.addObject().put("use", "official").put("family", varied.one(FAMILIES));
        official.putArray("given").add(varied.one(GIVEN)).add(varied.one(GIVEN));
        if (varied.perhaps()) {
            names.addObject().put("use", "nickname").put("text", varied.one(GIVEN) + " " + varied.one(FAMILIES));
        }
    }

    private void more(ObjectNode bundle) {
        ArrayNode entries = (ArrayNode) bundle.get("entry");
        Map<String, String> names = new LinkedHashMap<>();
        names.put("woman", entries.at("/0/fullUrl").asText());
        for (int i = 0; i < record.size(); i++) {
            names.put(record.get(i).get("resourceType").asText(), url(i));
        }
        for (int i = 0; i < record.size(); i++) {
            JsonNode resource = varied.fill(record.get(i), names);
            ObjectNode entry = entries.addObject().put("fullUrl", url(i));
            entry.set("resource", resource);
            entry.putObject("request")
                    .put("method", "POST")
                    .put("url", resource.get("resourceType").asText());
        }
    }

    private static String url(int i) {
        return "urn:uuid:00000000-0000-4000-8000-0009000000" + (10 + i);
    }

    private static JsonNode read(String name) {
        try (InputStream in = Objects.requireNonNull(Women.class.getResourceAsStream(name), name)) {
            return FhirServer.JSON.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
