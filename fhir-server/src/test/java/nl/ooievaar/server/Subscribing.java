package nl.ooievaar.server;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/** A Subscription as a vendor sends it. */
public final class Subscribing {
    private static final String SERIALIZATION_FAILURE = "40001";

    private Subscribing() {}

    /** Ends all that there are: nobody is told what the next test does. */
    public static void endAll(TestServer server) throws SQLException {
        change(server, "status = 'off', lease = null where status <> 'off'");
    }

    /** Changes what the server keeps of them, as time would; a round of the server may be first, and then it is done again. */
    public static void change(TestServer server, String change) throws SQLException {
        for (boolean done = false; !done; ) {
            try {
                server.change("update subscription set " + change);
                done = true;
            } catch (SQLException e) {
                if (!SERIALIZATION_FAILURE.equals(e.getSQLState())) {
                    throw e;
                }
            }
        }
    }

    /** The rounds of the server may be the ones who send: what they keep of it is there soon. */
    public static void await(TestServer server, String condition, String subscription) throws SQLException {
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        String sql = "select count(*) from subscription where subscription_id = '"
                + subscription.replace("Subscription/", "") + "' and " + condition;
        while (!server.query(sql).equals(List.of("1"))) {
            if (System.nanoTime() > end) {
                throw new AssertionError(subscription + " is never " + condition);
            }
            Thread.onSpinWait();
        }
    }

    /** To one topic, at this address. */
    public static ObjectNode to(String topic, String address) {
        return (ObjectNode) Referral.read(
                """
                {"resourceType":"Subscription","status":"requested","reason":"De werklijst bijhouden",
                 "criteria":"http://ooievaar.example/fhir/SubscriptionTopic/%s",
                 "channel":{"type":"rest-hook","endpoint":"%s","payload":"application/fhir+json","_payload":{"extension":[
                  {"url":"http://hl7.org/fhir/uv/subscriptions-backport/StructureDefinition/backport-payload-content",
                   "valueCode":"id-only"}]},"header":["Authorization: Bearer geheim-van-de-partij"]}}
                """
                        .formatted(topic, address));
    }
}
