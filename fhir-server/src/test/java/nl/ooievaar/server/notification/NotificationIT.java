package nl.ooievaar.server.notification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.response.Response;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import nl.ooievaar.server.Receiver;
import nl.ooievaar.server.Receiver.Told;
import nl.ooievaar.server.Receiver.Told.Event;
import nl.ooievaar.server.Referral;
import nl.ooievaar.server.Subscribing;
import nl.ooievaar.server.TestServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What changed is told to whom may know it: in order, by number, on record, and with nothing in it but where to look. */
class NotificationIT {
    private static final TestServer SERVER = TestServer.get();
    private static final Delivery DELIVERY = SERVER.part(Delivery.class);

    private final Receiver receiver;

    NotificationIT() throws IOException {
        receiver = Receiver.start();
    }

    @AfterEach
    void everyone_stops_listening() throws SQLException {
        SERVER.change("update subscription set status = 'off' where status <> 'off'");
        receiver.close();
    }

    @Test
    void the_desk_is_told_of_a_referral_and_reads_what_it_was_told() throws Exception {
        String subscription = listening("jgz", "task-changed");
        Referral.Sent sent = Referral.ofNewWoman().send(SERVER.as("midwife"));
        DELIVERY.all();
        Told told = receiver.next();
        assertEquals("event-notification", told.type());
        assertEquals(List.of(new Event(1, Optional.of(sent.of("Task")))), told.events());
        assertEquals(SERVER.base() + "/" + subscription, told.value("subscription"));
        assertEquals("http://ooievaar.example/fhir/SubscriptionTopic/task-changed", told.value("topic"));
        assertEquals(List.of("Bearer geheim-van-de-partij"), told.authorization());
        SERVER.as("jgz").get("/" + sent.of("Task")).then().statusCode(200);
        List<String> trail = SERVER.query("select service, client, kind, outcome, consents[1] is not null from audit"
                + " where interaction = 'notification' and '" + sent.of("Task").substring(5)
                + "' = any(cast(ids as text[]))");
        assertEquals(
                List.of("90000201-phb|jgz|retrievable|done|t"), trail, "on record, with the consent that opens it");
    }

    /** Subscribes and answers the handshake. @return {@code Subscription/id} */
    private String listening(String who, String topic) throws InterruptedException {
        Response made = SERVER.as(who)
                .body(Subscribing.to(topic, receiver.address()).toString())
                .post("/Subscription");
        assertEquals(201, made.statusCode(), made.asString());
        assertEquals("requested", made.path("status"));
        String id = "Subscription/" + made.path("id");
        DELIVERY.all();
        assertEquals("handshake", receiver.next().type());
        DELIVERY.all();
        Response now = SERVER.as(who).get("/" + id);
        assertEquals("active", now.path("status"), now.asString());
        assertTrue(!now.asString().contains("geheim-van-de-partij"), "a secret is not answered");
        return id;
    }
}
