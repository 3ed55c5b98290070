package nl.ooievaar.server.promise;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.JWSAlgorithm;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.AlgorithmParameters;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.ooievaar.server.Referral;
import nl.ooievaar.server.SigningAuthority;
import nl.ooievaar.server.SigningAuthority.Signer;
import nl.ooievaar.server.TestServer;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.junit.jupiter.api.Test;

/** Who recorded a consent is kept with it; a signature under it holds or is refused; what this node seals can be checked. */
class SignatureIT {
    private static final TestServer SERVER = TestServer.get();
    private static final String MIDWIFE = "90000101";
    private static final byte[] DOCUMENT = "Ik geef toestemming. Was getekend.".getBytes(StandardCharsets.UTF_8);
    private static final String CODE = "issue[0].details.coding[0].code";

    @Test
    void a_consent_with_a_signature_that_holds_is_taken_by_each_algorithm_whole_or_detached() {
        Map<String, JWSAlgorithm> kinds =
                Map.of("RSA2048", JWSAlgorithm.RS256, "secp256r1", JWSAlgorithm.ES256, "secp384r1", JWSAlgorithm.ES384);
        kinds.forEach((kind, algorithm) -> {
            for (boolean detached : List.of(true, false)) {
                String jws = SigningAuthority.get().signer(kind, MIDWIFE).sign(DOCUMENT, algorithm, detached);
                send(jws, DOCUMENT).then().statusCode(200);
            }
        });
        String nameless = SigningAuthority.get().signer("secp256r1", "").sign(DOCUMENT, JWSAlgorithm.ES256, true);
        send(nameless, DOCUMENT).then().statusCode(200);
    }

    @Test
    void a_signature_that_does_not_hold_is_refused_at_its_place_and_nothing_is_written() {
        Signer signer = SigningAuthority.get().signer("secp256r1", MIDWIFE);
        String good = signer.sign(DOCUMENT, JWSAlgorithm.ES256, true);
        String[] parts = good.split("\\.", -1);
        Map<String, String> wrong = new LinkedHashMap<>();
        wrong.put(
                "of another text",
                signer.sign("Iets anders".getBytes(StandardCharsets.UTF_8), JWSAlgorithm.ES256, true));
        wrong.put(
                "of another text, whole",
                signer.sign("Iets".getBytes(StandardCharsets.UTF_8), JWSAlgorithm.ES256, false));
        wrong.put("by no algorithm", header("{\"alg\":\"none\"}") + "..");
        wrong.put("by a secret", header("{\"alg\":\"HS256\"}") + ".." + parts[2]);
        wrong.put("without certificate", header("{\"alg\":\"ES256\"}") + ".." + parts[2]);
        wrong.put("without signature", parts[0] + "..");
        wrong.put(
                "of zeros",
                parts[0] + ".." + Base64.getUrlEncoder().withoutPadding().encodeToString(new byte[64]));
        wrong.put("no JWS", "getekend");
        wrong.put("nothing", "..");
        wrong.put(
                "of a short key",
                SigningAuthority.get().signer("RSA1024", MIDWIFE).sign(DOCUMENT, JWSAlgorithm.RS256, true));
        wrong.put(
                "by a certificate for something else",
                SigningAuthority.get()
                        .signer("secp256r1", MIDWIFE, Instant.now().plus(Duration.ofDays(1)), KeyUsage.keyEncipherment)
                        .sign(DOCUMENT, JWSAlgorithm.ES256, true));
        wrong.forEach((what, jws) -> refused(what, send(jws, DOCUMENT), "signature-invalid"));
        refused("no document", sent(referral(good, null)), "signature-invalid");
    }

    @Test
    void a_certificate_that_leads_nowhere_or_is_over_is_not_trusted() {
        refused(
                "of another root with the same name",
                send(
                        new SigningAuthority("Invented Root")
                                .signer("secp256r1", MIDWIFE)
                                .sign(DOCUMENT, JWSAlgorithm.ES256, true),
                        DOCUMENT),
                "signature-untrusted");
        refused(
                "of yesterday",
                send(
                        SigningAuthority.get()
                                .signer(
                                        "secp256r1",
                                        MIDWIFE,
                                        Instant.now().minus(Duration.ofDays(1)),
                                        KeyUsage.digitalSignature)
                                .sign(DOCUMENT, JWSAlgorithm.ES256, true),
                        DOCUMENT),
                "signature-untrusted");
        refused(
                "of another organisation",
                send(
                        SigningAuthority.get().signer("secp256r1", "90000901").sign(DOCUMENT, JWSAlgorithm.ES256, true),
                        DOCUMENT),
                "signature-of-another");
    }

    @Test
    void a_certificate_that_was_revoked_is_refused_and_so_is_any_without_a_current_list() {
        SigningAuthority authority = SigningAuthority.get();
        Signer signer = authority.signer("secp256r1", MIDWIFE);
        String good = signer.sign(DOCUMENT, JWSAlgorithm.ES256, true);
        Instant later = Instant.now().plus(Duration.ofDays(1));
        try {
            send(good, DOCUMENT).then().statusCode(200);
            // The signature is as it was, and says that it was made before.
            authority.list(List.of(signer.chain().get(0)), later);
            refused("revoked", send(good, DOCUMENT), "signature-revoked");
            String other = authority.signer("secp256r1", MIDWIFE).sign(DOCUMENT, JWSAlgorithm.ES256, true);
            send(other, DOCUMENT).then().statusCode(200);
            // A quarter of an hour is allowed for clocks that differ.
            authority.list(List.of(), Instant.now().minus(Duration.ofHours(1)));
            refused("too old a list", 503, send(other, DOCUMENT), "signature-revocation-unknown");
            authority.list(List.of(), later);
            send(good, DOCUMENT).then().statusCode(200);
        } finally {
            authority.list(List.of(), later);
        }
    }

    @Test
    void a_consent_is_not_changed_without_a_record_of_who_did_and_is_withdrawn_at_a_word() {
        Referral.Sent first = Referral.ofNewWoman().send(SERVER.as("midwife"));
        String place = first.of("Consent");
        String consent = SERVER.as("midwife").get("/" + place).asString();
        String longer = consent.replaceFirst("\"end\":\"[^\"]+\"", "\"end\":\"2027-12-31\"");
        assertFalse(longer.equals(consent), consent);
        SERVER.as("midwife")
                .header("If-Match", "W/\"1\"")
                .body(longer)
                .put("/" + place)
                .then()
                .statusCode(422)
                .body(CODE, equalTo("consent-needs-provenance"));
        String told = "{\"resourceType\":\"Provenance\",\"target\":[{\"reference\":\"" + place
                + "\"}],\"recorded\":\"2026-11-23T10:30:00+01:00\",\"agent\":[{\"who\":%s}]}";
        String bundle = "{\"resourceType\":\"Bundle\",\"type\":\"transaction\",\"entry\":[{\"resource\":" + longer
                + ",\"request\":{\"method\":\"PUT\",\"url\":\"" + place
                + "\",\"ifMatch\":\"W/\\\"1\\\"\"}},{\"resource\":"
                + told + ",\"request\":{\"method\":\"POST\",\"url\":\"Provenance\"}}]}";
        String ura = "{\"identifier\":{\"system\":\"http://fhir.nl/fhir/NamingSystem/ura\",\"value\":\"%s\"}}";
        for (String nobody : List.of("{\"display\":\"iemand\"}", String.format(ura, "90000901"))) {
            SERVER.as("midwife")
                    .body(String.format(bundle, nobody))
                    .post()
                    .then()
                    .statusCode(422)
                    .body(CODE, equalTo("provenance-without-recorder"))
                    .body("issue[0].expression[0]", equalTo("Bundle.entry[1].resource.agent"));
        }
        SERVER.as("midwife")
                .body(String.format(bundle, String.format(ura, MIDWIFE)))
                .post()
                .then()
                .statusCode(200);
        SERVER.as("midwife")
                .header("If-Match", "W/\"2\"")
                .body(SERVER.as("midwife").get("/" + place).asString().replace("\"active\"", "\"inactive\""))
                .put("/" + place)
                .then()
                .statusCode(200);
    }

    @Test
    void what_this_node_seals_is_checked_with_its_published_key_and_nothing_of_ours() throws Exception {
        String place = binary();
        JsonPath sealed = SERVER.as("midwife")
                .get("/" + place + "/$seal")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        byte[] document = Base64.getDecoder()
                .decode(sealed.getString("parameter.find { it.name == 'document' }.valueBase64Binary"));
        assertTrue(new String(document, StandardCharsets.UTF_8).contains(place.substring(place.indexOf('/') + 1)));
        String[] jws = new String(
                        Base64.getDecoder()
                                .decode(sealed.getString(
                                        "parameter.find { it.name == 'signature' }.valueSignature.data")),
                        StandardCharsets.US_ASCII)
                .split("\\.", -1);
        assertEquals("", jws[1], "detached");
        PublicKey key = published();
        assertTrue(holds(key, jws, document));
        document[document.length / 2] ^= 1;
        assertFalse(holds(key, jws, document));
        assertEquals(
                List.of("1"),
                SERVER.query("select count(*) from audit where interaction = 'seal' and action = 'R' and ids = array['"
                        + place.substring(place.indexOf('/') + 1) + "']::uuid[]"));
        SERVER.as("outsider").get("/" + place + "/$seal").then().statusCode(404);
        SERVER.nobody().get("/" + place + "/$seal").then().statusCode(401);
    }

    private static String header(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    private static String binary() {
        String good = SigningAuthority.get().signer("secp256r1", MIDWIFE).sign(DOCUMENT, JWSAlgorithm.ES256, true);
        return send(good, DOCUMENT)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getString("entry.response.location.find { it.contains('/Binary/') }")
                .replaceAll(".*/fhir/([^/]+/[^/]+)/_history/.*", "$1");
    }

    private static boolean holds(PublicKey key, String[] jws, byte[] document) throws Exception {
        Signature es256 = Signature.getInstance("SHA256withECDSAinP1363Format");
        es256.initVerify(key);
        es256.update((jws[0] + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(document))
                .getBytes(StandardCharsets.US_ASCII));
        return es256.verify(Base64.getUrlDecoder().decode(jws[2]));
    }

    private static PublicKey published() throws Exception {
        JsonPath keys =
                SERVER.nobody().basePath("").get("/.well-known/seal-keys").jsonPath();
        assertEquals("EC", keys.getString("keys[0].kty"));
        assertEquals(null, keys.getString("keys[0].d"), "only the public half");
        AlgorithmParameters curve = AlgorithmParameters.getInstance("EC");
        curve.init(new ECGenParameterSpec("secp256r1"));
        return KeyFactory.getInstance("EC")
                .generatePublic(new ECPublicKeySpec(
                        new ECPoint(number(keys.getString("keys[0].x")), number(keys.getString("keys[0].y"))),
                        curve.getParameterSpec(ECParameterSpec.class)));
    }

    private static BigInteger number(String text) {
        return new BigInteger(1, Base64.getUrlDecoder().decode(text));
    }

    private static void refused(String what, Response answer, String code) {
        refused(what, 422, answer, code);
    }

    private static void refused(String what, int status, Response answer, String code) {
        assertEquals(status, answer.statusCode(), what + ": " + answer.asString());
        assertEquals(code, answer.path(CODE), what);
        answer.then().body("issue[0].expression[0]", containsString(".signature[0]"));
    }

    private static Response send(String jws, byte[] document) {
        return sent(referral(jws, document));
    }

    private static Response sent(Referral referral) {
        return SERVER.as("midwife").body(referral.json()).post();
    }

    /** A referral whose consents are signed: the document as Binary, the signature over it in the Provenance. */
    private static Referral referral(String jws, byte[] document) {
        Referral referral = Referral.ofNewWoman();
        ArrayNode entries = (ArrayNode) referral.bundle().get("entry");
        String url = "urn:uuid:" + UUID.randomUUID();
        String patient = referral.bundle().at("/entry/0/fullUrl").asText();
        referral.resource("Provenance", told -> {
            if (document != null) {
                told.putArray("entity")
                        .addObject()
                        .put("role", "source")
                        .putObject("what")
                        .put("reference", url);
            }
            ObjectNode signature = told.putArray("signature").addObject();
            signature
                    .putArray("type")
                    .addObject()
                    .put("system", "urn:iso-astm:E1762-95:2013")
                    .put("code", "1.2.840.10065.1.12.1.1");
            signature.put("when", "2026-11-23T10:30:00+01:00");
            signature.set("who", told.at("/agent/0/who").deepCopy());
            signature.put("sigFormat", "application/jose");
            signature.put("data", Base64.getEncoder().encodeToString(jws.getBytes(StandardCharsets.US_ASCII)));
        });
        if (document != null) {
            ObjectNode entry = entries.addObject();
            entry.put("fullUrl", url);
            ObjectNode binary = entry.putObject("resource");
            binary.put("resourceType", "Binary").put("contentType", "text/plain");
            binary.putObject("securityContext").put("reference", patient);
            binary.put("data", Base64.getEncoder().encodeToString(document));
            entry.putObject("request").put("method", "POST").put("url", "Binary");
            assertArrayEquals(
                    document, Base64.getDecoder().decode(binary.get("data").asText()));
        }
        return referral;
    }
}
