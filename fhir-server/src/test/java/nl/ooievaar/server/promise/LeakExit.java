package nl.ooievaar.server.promise;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;

/**
 * A way out of the server, tried at one record. {@link OutsiderIT#DOORS} are all of them; what stands here besides asks with
 * knowledge that only somebody who saw the record can have, so that an answer that differs would confirm it.
 *
 * @param name of it
 * @param type of resource it is about; empty when it is any
 * @param reads whether it changes nothing where it is open
 * @param pass goes through it
 */
record LeakExit(String name, String type, boolean reads, BiFunction<RequestSpecification, Target, Response> pass) {
    private static final Set<String> READING =
            Set.of("read", "vread", "history-instance", "search-type", "everything", "batch", "apply");
    /** A patch in a batch changes, whatever door it is called. */
    private static final String PATCH = "patch in a batch";
    /** These show the record itself, when it is open. */
    private static final Set<String> SHOWING =
            Set.of("read", "history", "search by id", "search by post", "batch", "search in a batch", "as XML");

    /** These answer with digests of what they were sent. */
    private static final Set<String> DIGESTING = Set.of("from a parent dossier");

    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String BSN = "http://fhir.nl/fhir/NamingSystem/bsn|";

    /**
     * A record, or one that never was.
     *
     * @param patient whose record it is, {@code Patient/id}
     * @param word that stands in it as a local identifier
     * @param family that stands in it as a family name
     * @param bsn of the person
     * @param audit id of an audit row that speaks of it
     */
    record Target(String reference, String patient, String word, String family, String bsn, String audit) {
        String type() {
            return reference.substring(0, reference.indexOf('/'));
        }

        String id() {
            return reference.substring(reference.indexOf('/') + 1);
        }

        /** All that the caller himself says. */
        Set<String> said() {
            return Set.of(word, family, bsn);
        }

        String identifier() {
            return LeakCanaries.REGISTER + "|" + word;
        }
    }

    /** Whether it leads to the record of who saw what. */
    boolean trail() {
        return name.startsWith("audit");
    }

    boolean shows() {
        return SHOWING.contains(name);
    }

    /** What must be equal for a hidden and an absent record; a digest only where it is of what the caller sent, ids and all. */
    String plain(LeakAnswer answer, Target asked) {
        String plain = answer.plain(asked);
        return DIGESTING.contains(name) ? plain.replaceAll("[0-9a-f]{64}", "DIGEST") : plain;
    }

    static List<LeakExit> all() {
        List<LeakExit> all = new ArrayList<>();
        OutsiderIT.DOORS.forEach((name, door) -> all.add(new LeakExit(
                name,
                Set.of("everything", "audit trail", "apply", "cards").contains(name) ? "Patient" : "",
                READING.contains(door.interaction()) && !name.equals(PATCH),
                (as, t) -> door.pass().apply(as, t.reference()))));
        reading(all);
        searching(all);
        writing(all);
        return all;
    }

    private static void reading(List<LeakExit> all) {
        reads(all, "head", "", (as, t) -> as.head("/" + t.reference()));
        reads(all, "as XML", "", (as, t) -> as.accept("application/fhir+xml").get("/" + t.reference()));
        reads(all, "if none match", "", (as, t) -> as.header("If-None-Match", "W/\"1\"")
                .get("/" + t.reference()));
        reads(all, "if modified since", "", (as, t) -> as.header("If-Modified-Since", "Tue, 01 Jan 2047 00:00:00 GMT")
                .get("/" + t.reference()));
        reads(all, "vread of the second", "", (as, t) -> as.get("/" + t.reference() + "/_history/2"));
        reads(all, "elements", "", (as, t) -> as.get("/" + t.reference() + "?_elements=identifier"));
        reads(all, "text", "", (as, t) -> as.get("/" + t.reference() + "?_summary=text"));
        reads(all, "audit event", "", (as, t) -> as.get("/AuditEvent/" + t.audit()));
        reads(all, "audit of the patient", "", (as, t) -> as.get("/AuditEvent?patient=" + t.patient()));
        reads(all, "everything of the patient", "", (as, t) -> as.get("/" + t.patient() + "/$everything"));
    }

    private static void searching(List<LeakExit> all) {
        reads(all, "identifier", "", (as, t) -> as.queryParam("identifier", t.identifier())
                .get("/" + t.type()));
        reads(all, "count by identifier", "", (as, t) -> as.queryParam("identifier", t.identifier())
                .queryParam("_summary", "count")
                .get("/" + t.type()));
        reads(all, "family", "Patient", (as, t) -> as.contentType(FORM)
                .formParam("family", t.family())
                .post("/Patient/_search"));
        reads(all, "BSN", "", (as, t) -> as.contentType(FORM)
                .formParam("identifier", BSN + t.bsn())
                .post("/Patient/_search"));
        reads(all, "chain to BSN", "", (as, t) -> as.contentType(FORM)
                .formParam("patient.identifier", BSN + t.bsn())
                .post("/Task/_search"));
        reads(all, "chain to identifier", "Patient", (as, t) -> as.contentType(FORM)
                .formParam("subject:Patient.identifier", t.identifier())
                .post("/Observation/_search"));
        reads(all, "of the patient", "", (as, t) -> as.get("/Observation?subject=" + t.patient() + "&_total=accurate"));
        reads(all, "target", "", (as, t) -> as.get("/Provenance?target=" + t.reference()));
        reads(all, "focus", "", (as, t) -> as.get("/Task?focus=" + t.reference() + "&_include=Task:focus"));
        reads(all, "based on", "", (as, t) -> as.get("/Task?based-on=" + t.reference() + "&_include=Task:based-on"));
        reads(all, "has", "Patient", (as, t) -> as.get("/Patient?_has:Observation:subject:_id=" + t.id()));
        reads(all, "not", "", (as, t) -> as.queryParam("identifier:not", t.identifier())
                .queryParam("_summary", "count")
                .get("/" + t.type()));
        reads(all, "sort by name", "", (as, t) -> as.get("/Patient?_sort=family&_count=1&_total=accurate"));
        reads(all, "next page", "", (as, t) -> {
            Response first = as.get("/" + t.type() + "?_sort=_lastUpdated&_count=1");
            String next = first.statusCode() == 200 ? first.path("link.find { it.relation == 'next' }?.url") : null;
            return next == null ? first : again(as, next);
        });
    }

    private static void writing(List<LeakExit> all) {
        writes(all, "if none exist", (as, t) -> as.header("If-None-Exist", "identifier=" + t.identifier())
                .body("{\"resourceType\":\"" + t.type() + "\"}")
                .post("/" + t.type()));
        writes(all, "create that an identifier forestalls", (as, t) -> as.body(bundle(
                        "{\"resourceType\":\"RelatedPerson\",\"patient\":{\"reference\":\"" + absent() + "\"}}",
                        "\"method\":\"POST\",\"url\":\"RelatedPerson\",\"ifNoneExist\":\"identifier=" + t.identifier()
                                + "\""))
                .post());
        writes(all, "reference by identifier", (as, t) -> as.body(bundle(
                        "{\"resourceType\":\"Observation\",\"status\":\"final\",\"code\":{\"text\":\"x\"},\"subject\":"
                                + "{\"reference\":\"" + t.type() + "?identifier=" + t.identifier() + "\"}}",
                        "\"method\":\"POST\",\"url\":\"Observation\""))
                .post());
        writes(all, "reference by BSN", (as, t) -> as.body(bundle(
                        "{\"resourceType\":\"Observation\",\"status\":\"final\",\"code\":{\"text\":\"x\"},\"subject\":"
                                + "{\"reference\":\"Patient?identifier=" + BSN + t.bsn() + "\"}}",
                        "\"method\":\"POST\",\"url\":\"Observation\""))
                .post());
        writes(all, "reference to a version", (as, t) -> as.body(
                        "{\"resourceType\":\"Observation\",\"status\":\"final\","
                                + "\"code\":{\"text\":\"x\"},\"subject\":{\"reference\":\"" + t.reference()
                                + "/_history/1\"}}")
                .post("/Observation"));
        writes(all, "patch that tests a true value", (as, t) -> as.header("If-Match", "W/\"1\"")
                .contentType("application/json-patch+json")
                .body("[{\"op\":\"test\",\"path\":\"/identifier/0/value\",\"value\":\"" + t.word() + "\"}]")
                .patch("/" + t.reference()));
        writes(all, "patch by identifier", (as, t) -> as.contentType("application/json-patch+json")
                .queryParam("identifier", t.identifier())
                .body("[{\"op\":\"test\",\"path\":\"/id\",\"value\":\"" + t.id() + "\"}]")
                .patch("/" + t.type()));
        writes(all, "update by identifier", (as, t) -> as.queryParam("identifier", t.identifier())
                .body("{\"resourceType\":\"Observation\",\"status\":\"final\",\"code\":{\"text\":\"x\"}}")
                .put("/Observation"));
        writes(all, "delete", (as, t) -> as.delete("/" + t.reference()));
        writes(all, "replay of another's key", (as, t) -> observe(as, t.patient(), t.patient()));
    }

    /** A POST under a key that is told by the patient, so that another can bring the same. */
    static Response observe(RequestSpecification as, String key, String patient) {
        return as.header("Idempotency-Key", "leak-" + key)
                .body("{\"resourceType\":\"Observation\",\"status\":\"final\",\"code\":{\"text\":\"gewicht\"},"
                        + "\"subject\":{\"reference\":\"" + patient + "\"}}")
                .post("/Observation");
    }

    private static Response again(RequestSpecification as, String url) {
        return as.urlEncodingEnabled(false).get(url.substring(url.indexOf("/fhir") + 5));
    }

    private static String bundle(String resource, String request) {
        return "{\"resourceType\":\"Bundle\",\"type\":\"transaction\",\"entry\":[{\"resource\":" + resource
                + ",\"request\":{" + request + "}}]}";
    }

    private static String absent() {
        return "Patient/" + UUID.nameUUIDFromBytes(Base64.getDecoder().decode("AAAA"));
    }

    private static void reads(
            List<LeakExit> all, String name, String type, BiFunction<RequestSpecification, Target, Response> pass) {
        all.add(new LeakExit(name, type, true, pass));
    }

    private static void writes(
            List<LeakExit> all, String name, BiFunction<RequestSpecification, Target, Response> pass) {
        all.add(new LeakExit(name, "", false, pass));
    }
}
