package nl.ooievaar.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import nl.ooievaar.subject.person.Bsn;

/** The referral of M. (guideline annex 5, case 1) for a woman nobody met before, ready to be changed and sent. */
public final class Referral {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final AtomicInteger WOMEN = new AtomicInteger();
    private static final List<String> BSN =
            Bsn.testNumbers().map(Bsn::value).skip(200).toList();

    private final ObjectNode bundle;

    private Referral(String example) {
        this.bundle = (ObjectNode) example(example);
    }

    /** A woman with a BSN of her own, and a referral identifier of its own. */
    public static Referral ofNewWoman() {
        Referral made = new Referral("case-1-referral.json");
        String bsn = BSN.get(WOMEN.getAndIncrement() % BSN.size());
        made.resource("Patient", p -> ((ObjectNode) p.get("identifier").get(0)).put("value", bsn));
        made.renumber();
        return made;
    }

    /** The referral of A. (case 2): route contact-details. */
    public static Referral contactDetailsOnly() {
        Referral made = new Referral("case-2-referral.json");
        made.renumber();
        return made;
    }

    public static JsonNode example(String name) {
        try (InputStream in =
                Objects.requireNonNull(Referral.class.getResourceAsStream("/nl/ooievaar/phb/examples/" + name), name)) {
            return JSON.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void renumber() {
        resource("ServiceRequest", s -> ((ObjectNode) s.get("identifier").get(0))
                .put("value", "ref-" + UUID.randomUUID()));
    }

    /** Changes every resource of a type. */
    public Referral resource(String type, Consumer<ObjectNode> change) {
        bundle.get("entry").forEach(entry -> {
            if (entry.at("/resource/resourceType").asText().equals(type)) {
                change.accept((ObjectNode) entry.get("resource"));
            }
        });
        return this;
    }

    /** Leaves out her yes to feedback, and the word of it in the Provenance. */
    public Referral withoutFeedbackConsent() {
        String url = null;
        ArrayNode entries = (ArrayNode) bundle.get("entry");
        for (int i = 0; i < entries.size(); i++) {
            if (entries.get(i).at("/resource/provision/purpose/0/code").asText().equals("feedback")) {
                url = entries.get(i).get("fullUrl").asText();
                entries.remove(i);
                break;
            }
        }
        String gone = Objects.requireNonNull(url);
        Consumer<JsonNode> drop = array -> {
            for (int i = array.size() - 1; i >= 0; i--) {
                if (array.get(i).path("reference").asText().equals(gone)) {
                    ((ArrayNode) array).remove(i);
                }
            }
        };
        resource("Provenance", p -> drop.accept(p.get("target")));
        resource("ServiceRequest", s -> drop.accept(s.path("supportingInfo")));
        return this;
    }

    public String identifier() {
        return find("ServiceRequest").at("/identifier/0/value").asText();
    }

    public String identifierSystem() {
        return find("ServiceRequest").at("/identifier/0/system").asText();
    }

    public String bsn() {
        return find("Patient").at("/identifier/0/value").asText();
    }

    private JsonNode find(String type) {
        for (JsonNode entry : bundle.get("entry")) {
            if (entry.at("/resource/resourceType").asText().equals(type)) {
                return entry.get("resource");
            }
        }
        throw new IllegalArgumentException(type);
    }

    public String json() {
        return bundle.toString();
    }

    public ObjectNode bundle() {
        return bundle;
    }

    /** Sends it and remembers where its resources are. */
    public Sent send(RequestSpecification midwife) {
        Response response = midwife.body(json()).post();
        response.then().statusCode(200);
        return new Sent(response.jsonPath());
    }

    /** Where the resources of an accepted referral are. */
    public static final class Sent {
        private final List<String> locations;

        Sent(JsonPath response) {
            this.locations = response.getList("entry.response.location");
        }

        /** {@code Type/id} of the first resource of that type. */
        public String of(String type) {
            return all(type).get(0);
        }

        public List<String> all(String type) {
            return locations.stream()
                    .map(l -> l.replaceAll(".*/fhir/([^/]+/[^/]+)/_history/.*", "$1"))
                    .filter(l -> l.startsWith(type + "/"))
                    .toList();
        }

        public List<String> locations() {
            return locations;
        }
    }
}
