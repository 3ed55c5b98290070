package nl.ooievaar.server.notification;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.response.Response;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import nl.ooievaar.server.Asking;
import nl.ooievaar.server.Loop;
import nl.ooievaar.server.Receiver;
import nl.ooievaar.server.Receiver.Told;
import nl.ooievaar.server.Receiver.Told.Event;
import nl.ooievaar.server.Referral;
import nl.ooievaar.server.Subscribing;
import nl.ooievaar.server.TestServer;
import nl.ooievaar.server.Work;
import nl.ooievaar.subject.notification.Topic;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What changed is told to whom may know it: in order, by number, on record, and with nothing in it but where to look. */
class NotificationIT {
    private static final TestServer SERVER = TestServer.get();
    private static final Delivery DELIVERY = SERVER.part(Delivery.class);

    /** All that a body says besides ids, moments, numbers and addresses of definitions. */
    private static final Set<String> WORDS = Set.of(
            ("resourceType Bundle id meta profile type history timestamp entry fullUrl resource Parameters parameter name"
                            + " subscription valueReference reference topic valueCanonical status valueCode requested active"
                            + " handshake event notification events since start valueString part number valueInstant focus"
                            + " request method GET url response 200")
                    .split(" "));

    private final Receiver receiver;

    NotificationIT() throws IOException {
        receiver = Receiver.start();
    }

    @AfterEach
    void everyone_stops_listening() throws SQLException {
        Subscribing.endAll(SERVER);
        receiver.close();
    }

    @Test
    void the_desk_is_told_of_a_referral_and_reads_what_it_was_told() throws Exception {
        String subscription = listening("jgz", "task-changed");
        Referral referral = Referral.ofNewWoman();
        Referral.Sent sent = referral.send(SERVER.as("midwife"));
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
        String log = SERVER.asPerson(referral.bsn())
                .header("Accept-Language", "nl")
                .get("/" + sent.of("Patient") + "/$access-log")
                .asString();
        assertTrue(log.contains("kreeg een melding dat er iets nieuws is bij"), "and she reads it");
    }

    @Test
    void what_a_party_may_not_see_gets_no_number_and_leaves_no_hole() throws Exception {
        String subscription = listening("midwife", "task-changed");
        Referral.Sent first = Referral.ofNewWoman().send(SERVER.as("midwife"));
        String work = Loop.accept(first);
        Referral.Sent second = Referral.ofNewWoman().send(SERVER.as("midwife"));
        List<Event> events = events("midwife", subscription, "");
        assertEquals(
                List.of(first.of("Task"), first.of("Task"), second.of("Task")),
                events.stream().map(event -> event.focus().orElseThrow()).toList());
        assertEquals(List.of(1L, 2L, 3L), events.stream().map(Event::number).toList());
        assertTrue(events.stream().noneMatch(event -> event.focus().equals(Optional.of(work))), "the work of the desk");
    }

    @Test
    void a_party_without_consent_is_told_nothing_and_not_even_how_much_that_is() throws Exception {
        String subscription = listening("maternity", "task-changed");
        Loop.accept(Referral.ofNewWoman().send(SERVER.as("midwife")));
        assertEquals(List.of(), events("maternity", subscription, ""));
        DELIVERY.all();
        assertTrue(receiver.isQuiet());
        String status = SERVER.as("maternity")
                .get("/" + subscription + "/$status")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertEquals("0", value(status, "events-since-subscription-start"));
        assertEquals("0", value(status, "events-taken-by-endpoint"));
    }

    @Test
    void what_she_takes_back_before_it_leaves_is_not_told() throws Exception {
        String subscription = listening("jgz", "task-changed");
        waitsAnHour(subscription);
        Referral referral = Referral.ofNewWoman();
        withdraw(referral, referral.send(SERVER.as("midwife")));
        isDue(subscription);
        DELIVERY.all();
        assertEquals(List.of(), events("jgz", subscription, ""));
        assertTrue(receiver.isQuiet());
    }

    @Test
    void who_had_seen_it_learns_that_it_ended_and_nothing_of_before() throws Exception {
        String subscription = listening("jgz", "task-changed");
        waitsAnHour(subscription);
        Referral referral = Referral.ofNewWoman();
        Referral.Sent sent = referral.send(SERVER.as("midwife"));
        SERVER.as("jgz").get("/" + sent.of("Task")).then().statusCode(200);
        withdraw(referral, sent);
        List<Event> events = events("jgz", subscription, "");
        assertTrue(
                !events.isEmpty() && events.stream().allMatch(it -> it.focus().equals(Optional.of(sent.of("Task")))));
        assertEquals(
                List.of("2"),
                SERVER.query("select distinct unnest(versions) from audit where interaction = 'notification' and '"
                        + id(sent.of("Task")) + "' = any(cast(ids as text[]))"));
        SERVER.as("jgz").get("/" + sent.of("Task")).then().body("status", equalTo("cancelled"));
    }

    @Test
    void a_number_that_was_given_goes_out_empty_when_consent_ended_before_a_retry() throws Exception {
        String subscription = listening("jgz", "task-changed");
        receiver.answering(503);
        Referral referral = Referral.ofNewWoman();
        Referral.Sent sent = referral.send(SERVER.as("midwife"));
        DELIVERY.all();
        assertEquals(
                List.of(new Event(1, Optional.of(sent.of("Task")))),
                receiver.next().events());
        waitsAnHour(subscription);
        assertEquals("error", SERVER.as("jgz").get("/" + subscription).path("status"));
        withdraw(referral, sent);
        receiver.answering(200);
        isDue(subscription);
        DELIVERY.all();
        assertEquals(List.of(new Event(1, Optional.empty())), receiver.next().events());
        assertEquals(
                new Event(1, Optional.empty()),
                events("jgz", subscription, "?eventsUntilNumber=1").get(0));
        for (Event told : events("jgz", subscription, "?eventsSinceNumber=2")) {
            SERVER.as("jgz").get("/" + told.focus().orElseThrow()).then().statusCode(200);
        }
    }

    @Test
    void an_endpoint_that_was_down_gets_all_in_order_and_its_owner_sees_why_meanwhile() throws Exception {
        String subscription = listening("jgz", "task-changed");
        receiver.answering(500);
        List<String> tasks = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            tasks.add(Referral.ofNewWoman().send(SERVER.as("midwife")).of("Task"));
            DELIVERY.all();
        }
        awaitFailure(subscription);
        Response failing = SERVER.as("jgz").header("Accept-Language", "nl").get("/" + subscription);
        assertEquals("error", failing.path("status"));
        assertEquals("Het endpoint antwoordde 500 waar 2xx werd verwacht.", failing.path("error"));
        String status = SERVER.as("jgz").get("/" + subscription + "/$status").asString();
        assertEquals("0", value(status, "events-taken-by-endpoint"));
        assertTrue(status.contains("The endpoint answered 500 where 2xx was expected."), status);
        receiver.answering(200);
        isDue(subscription);
        DELIVERY.all();
        List<Event> taken = new ArrayList<>();
        while (taken.size() < 3) {
            Told told = receiver.next();
            taken.removeIf(event -> event.number() >= told.events().get(0).number());
            taken.addAll(told.events());
        }
        assertEquals(
                tasks, taken.stream().map(event -> event.focus().orElseThrow()).toList());
        assertEquals(List.of(1L, 2L, 3L), taken.stream().map(Event::number).toList());
    }

    @Test
    void an_endpoint_that_fails_for_a_week_is_given_up_and_can_be_begun_with_again() throws Exception {
        String subscription = listening("jgz", "task-changed");
        receiver.answering(500);
        Referral.Sent sent = Referral.ofNewWoman().send(SERVER.as("midwife"));
        DELIVERY.all();
        awaitFailure(subscription);
        waitsAnHour(subscription);
        Subscribing.change(
                SERVER,
                "failing_since = failing_since - interval '8 days' where subscription_id = '" + id(subscription) + "'");
        isDue(subscription);
        DELIVERY.all();
        Response off = awaitStatus(subscription, "off");
        receiver.answering(200);
        change("jgz", subscription, off, "requested").then().statusCode(200).body("status", equalTo("requested"));
        DELIVERY.all();
        awaitStatus(subscription, "active");
        assertEquals(
                List.of(new Event(1, Optional.of(sent.of("Task")))),
                events("jgz", subscription, "?eventsUntilNumber=1"),
                "what was numbered stays");
    }

    @Test
    void a_redirect_is_not_followed_and_its_owner_is_told_so() throws Exception {
        try (Receiver elsewhere = Receiver.start()) {
            receiver.redirectingTo(elsewhere.address());
            String subscription = subscribed("jgz", "task-changed");
            DELIVERY.all();
            assertEquals("handshake", receiver.next().type());
            awaitFailure(subscription);
            Response now = SERVER.as("jgz").get("/" + subscription);
            assertEquals("error", now.path("status"), "never active without a handshake");
            assertTrue(now.<String>path("error").contains("redirect"));
            assertEquals(List.of(), elsewhere.all());
        }
    }

    @Test
    void nothing_is_told_before_the_endpoint_answered_the_handshake() throws Exception {
        receiver.answering(404);
        String subscription = subscribed("jgz", "task-changed");
        Referral.ofNewWoman().send(SERVER.as("midwife"));
        DELIVERY.all();
        awaitFailure(subscription);
        assertTrue(receiver.all().stream().allMatch(told -> told.type().equals("handshake")));
        assertEquals(List.of(), events("jgz", subscription, ""));
    }

    @Test
    void a_host_that_the_directory_no_longer_has_is_told_nothing() throws Exception {
        Receiver gone = Receiver.start();
        String address = gone.address().replace("127.0.0.1", "localhost");
        gone.close();
        SERVER.as("jgz")
                .body(Subscribing.to("task-changed", address).toString())
                .post("/Subscription")
                .then()
                .statusCode(422)
                .body("issue[0].details.coding[0].code", equalTo("subscription-host"))
                .body("issue[0].expression[0]", equalTo("Subscription.channel.endpoint"));
        SERVER.as("outsider")
                .body(Subscribing.to("task-changed", receiver.address()).toString())
                .post("/Subscription")
                .then()
                .statusCode(422)
                .body("issue[0].details.coding[0].code", equalTo("subscription-host"));
        assertTrue(SERVER.query("select service from audit where basis = 'subscription-host' and outcome = 'refused'")
                .containsAll(List.of("90000201-phb", "90000901-phb")));
    }

    @Test
    void many_who_deliver_at_once_give_each_number_once_and_in_order() throws Exception {
        String subscription = listening("jgz", "task-changed");
        waitsAnHour(subscription);
        List<String> tasks = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            tasks.add(Referral.ofNewWoman().send(SERVER.as("midwife")).of("Task"));
        }
        isDue(subscription);
        ExecutorService nodes = Executors.newFixedThreadPool(4);
        try {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                all.add(nodes.submit(DELIVERY::all));
            }
            for (Future<?> one : all) {
                one.get();
            }
        } finally {
            nodes.shutdown();
        }
        List<Event> told = new ArrayList<>();
        while (told.size() < tasks.size()) {
            told.addAll(receiver.next().events());
        }
        assertEquals(
                tasks, told.stream().map(event -> event.focus().orElseThrow()).toList());
        assertEquals(
                LongStream.rangeClosed(1, tasks.size()).boxed().toList(),
                told.stream().map(Event::number).toList());
    }

    @Test
    void a_node_that_died_while_sending_leaves_nothing_behind_that_another_does_not_send() throws Exception {
        String subscription = listening("jgz", "task-changed");
        waitsAnHour(subscription);
        Referral.Sent sent = Referral.ofNewWoman().send(SERVER.as("midwife"));
        Subscribing.change(
                SERVER,
                "lease = gen_random_uuid(), leased_until = clock_timestamp() + interval '1 hour',"
                        + " next_try = clock_timestamp() where subscription_id = '" + id(subscription) + "'");
        DELIVERY.all();
        assertTrue(receiver.isQuiet(), "it could still be sending");
        Subscribing.change(
                SERVER, "leased_until = clock_timestamp() where subscription_id = '" + id(subscription) + "'");
        DELIVERY.all();
        assertEquals(
                List.of(new Event(1, Optional.of(sent.of("Task")))),
                receiver.next().events());
    }

    @Test
    void a_change_that_ends_late_is_not_missed() throws Exception {
        String subscription = listening("jgz", "task-changed");
        waitsAnHour(subscription);
        Referral.Sent early = Referral.ofNewWoman().send(SERVER.as("midwife"));
        Referral.Sent late = Referral.ofNewWoman().send(SERVER.as("midwife"));
        try (Connection open = SERVER.database().getConnection()) {
            open.setAutoCommit(false);
            try (Statement statement = open.createStatement()) {
                // A transaction that began before and is not over: what came after it has to wait for it.
                statement.execute("insert into outbox (file_id, id, version, event) select file_id, id, version, 'task'"
                        + " from outbox where id = '" + id(early.of("Task")) + "' limit 1");
                Referral.Sent after = Referral.ofNewWoman().send(SERVER.as("midwife"));
                assertEquals(
                        List.of(early.of("Task"), late.of("Task")),
                        events("jgz", subscription, "").stream()
                                .map(event -> event.focus().orElseThrow())
                                .toList());
                open.commit();
                assertEquals(
                        List.of(early.of("Task"), late.of("Task"), early.of("Task"), after.of("Task")),
                        events("jgz", subscription, "").stream()
                                .map(event -> event.focus().orElseThrow())
                                .toList());
            }
        }
    }

    @Test
    void feedback_is_told_to_whom_it_was_sent_and_not_to_who_sent_it() throws Exception {
        String subscription = listening("midwife", "feedback-arrived");
        String own = subscribed("jgz", "feedback-arrived");
        DELIVERY.all();
        Referral.Sent sent = Referral.ofNewWoman().send(SERVER.as("midwife"));
        Work.accepted(SERVER, sent).complete();
        List<Event> events = events("midwife", subscription, "");
        String found = SERVER.as("midwife")
                .get("/Communication?based-on=" + sent.of("ServiceRequest"))
                .path("entry[0].resource.id");
        assertEquals(List.of(new Event(1, Optional.of("Communication/" + found))), events);
        assertEquals(List.of(), events("jgz", own, ""));
    }

    @Test
    void the_officer_is_told_of_an_emergency_and_nobody_else_is() throws Exception {
        String officer = listening("midwife-privacy", "emergency-notice");
        String tasks = subscribed("midwife-privacy", "task-changed");
        String midwife = subscribed("midwife", "emergency-notice");
        String ward = subscribed("ward", "task-changed");
        DELIVERY.all();
        Referral referral = Referral.ofNewWoman();
        Referral.Sent sent = referral.send(SERVER.as("midwife"));
        SERVER.as("ward")
                .body(Referral.read(
                                """
                                {"resourceType":"Parameters","parameter":[
                                 {"name":"identifier","valueIdentifier":{"system":"http://fhir.nl/fhir/NamingSystem/bsn","value":"%s"}},
                                 {"name":"class","valueCode":"referral"},
                                 {"name":"reason","valueString":"bloedverlies, zij kan niet antwoorden"},
                                 {"name":"basis","valueCode":"vital-interest"}]}
                                """
                                        .formatted(referral.bsn()))
                        .toString())
                .post("/Patient/$emergency-access")
                .then()
                .statusCode(200);
        Loop.accept(sent);
        List<Event> told = events("midwife-privacy", officer, "");
        assertEquals(1, told.size());
        SERVER.as("midwife-privacy")
                .get("/" + told.get(0).focus().orElseThrow())
                .then()
                .statusCode(200);
        assertEquals(List.of(), events("midwife-privacy", tasks, ""), "safeguarding is in no other topic");
        assertEquals(List.of(), events("midwife", midwife, ""));
        assertEquals(List.of(), events("ward", ward, ""), "what an emergency opens is read and not told");
    }

    @Test
    void who_was_given_a_record_of_the_wrong_woman_is_told_that_it_was() throws Exception {
        String subscription = listening("jgz", "entered-in-error");
        String other = subscribed("maternity", "entered-in-error");
        DELIVERY.all();
        Referral.Sent sent = Referral.ofNewWoman().send(SERVER.as("midwife"));
        String record = sent.all("Observation").get(1);
        SERVER.as("jgz").get("/" + record).then().statusCode(200);
        SERVER.as("midwife").post("/" + record + "/$entered-in-error").then().statusCode(200);
        assertEquals(List.of(new Event(1, Optional.of(record))), events("jgz", subscription, ""));
        assertEquals(List.of(), events("maternity", other, ""));
        SERVER.as("jgz").get("/" + record).then().statusCode(404);
        assertEquals(
                List.of("entered-in-error"),
                SERVER.query("select distinct basis from audit where interaction = 'notification' and '" + id(record)
                        + "' = any(cast(ids as text[]))"));
    }

    @Test
    void of_a_file_that_is_destroyed_a_number_stays_and_nothing_else() throws Exception {
        String subscription = listening("midwife", "task-changed");
        Referral.Sent sent = Referral.ofNewWoman().send(SERVER.as("midwife"));
        assertEquals(List.of(new Event(1, Optional.of(sent.of("Task")))), events("midwife", subscription, ""));
        SERVER.as("midwife")
                .body(Asking.codes(Map.of("ground", "her-request")))
                .post("/" + sent.of("Patient") + "/$destroy")
                .then()
                .statusCode(200);
        assertEquals(
                new Event(1, Optional.empty()),
                events("midwife", subscription, "").get(0));
        assertEquals(
                List.of("0"),
                SERVER.query("select count(*) from notification n join outbox o on o.seq = n.seq where o.id = '"
                        + id(sent.of("Task")) + "'"));
    }

    @Test
    void a_body_holds_ids_and_nothing_of_anybody() throws Exception {
        String canary = "kanarie" + UUID.randomUUID().toString().substring(0, 8);
        for (Topic topic : Topic.values()) {
            subscribed("jgz", topic.code());
        }
        Referral referral = Referral.ofNewWoman()
                .resource("Task", task -> task.put("description", canary))
                .resource(
                        "ServiceRequest",
                        request -> request.putArray("note").addObject().put("text", canary));
        Referral.Sent sent = referral.send(SERVER.as("midwife"));
        Work.accepted(SERVER, sent).complete();
        DELIVERY.all();
        DELIVERY.all();
        for (Told told : receiver.all()) {
            assertFalse(told.body().contains(canary) || told.body().contains(referral.bsn()), told.body());
            String ids = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";
            String left = told.body()
                    .replaceAll(
                            SERVER.base() + "/(Task|Consent|Communication|Subscription)/" + ids + "(/\\$status)?", "")
                    .replaceAll("(urn:uuid:)?" + ids, "")
                    .replaceAll("\\d{4}-\\d\\d-\\d\\dT[0-9:.+Z-]+", "")
                    .replaceAll("http://(hl7.org|ooievaar.example)/fhir/[A-Za-z0-9/-]+", "")
                    .replaceAll("\"[0-9]+\"", "");
            for (String word : left.split("[^A-Za-z0-9]+")) {
                assertTrue(word.isEmpty() || WORDS.contains(word), word + " in " + told.body());
            }
        }
        assertTrue(receiver.all().stream().anyMatch(told -> !told.events().isEmpty()));
    }

    @Test
    void a_heartbeat_comes_when_nothing_else_does() throws Exception {
        ObjectNode wanted = Subscribing.to("task-changed", receiver.address());
        ((ObjectNode) wanted.get("channel"))
                .putArray("extension")
                .addObject()
                .put(
                        "url",
                        "http://hl7.org/fhir/uv/subscriptions-backport/StructureDefinition/backport-heartbeat-period")
                .put("valueUnsignedInt", 3600);
        String subscription = subscribed("ward", wanted);
        DELIVERY.all();
        assertEquals("handshake", receiver.next().type());
        awaitStatus("ward", subscription, "active");
        DELIVERY.all();
        assertTrue(receiver.isQuiet());
        Subscribing.change(
                SERVER, "sent_at = sent_at - interval '1 hour' where subscription_id = '" + id(subscription) + "'");
        DELIVERY.all();
        assertEquals("heartbeat", receiver.next().type());
    }

    @Test
    void what_is_off_is_told_nothing_and_nothing_is_kept_for_it() throws Exception {
        String subscription = listening("jgz", "task-changed");
        Response now = SERVER.as("jgz").get("/" + subscription);
        change("jgz", subscription, now, "off").then().statusCode(200).body("status", equalTo("off"));
        Referral.ofNewWoman().send(SERVER.as("midwife"));
        DELIVERY.all();
        assertTrue(receiver.isQuiet());
        assertEquals(List.of(), events("jgz", subscription, ""));
        change("jgz", subscription, SERVER.as("jgz").get("/" + subscription), "requested");
        DELIVERY.all();
        awaitStatus(subscription, "active");
        Referral.Sent sent = Referral.ofNewWoman().send(SERVER.as("midwife"));
        assertEquals(List.of(new Event(1, Optional.of(sent.of("Task")))), events("jgz", subscription, ""));
    }

    /** Subscribes and answers the handshake. @return {@code Subscription/id} */
    private String listening(String who, String topic) throws InterruptedException {
        String id = subscribed(who, topic);
        DELIVERY.all();
        assertEquals("handshake", receiver.next().type());
        Response now = awaitStatus(who, id, "active");
        assertFalse(now.asString().contains("geheim-van-de-partij"), "a secret is not answered");
        return id;
    }

    private String subscribed(String who, String topic) {
        return subscribed(who, Subscribing.to(topic, receiver.address()));
    }

    private static String subscribed(String who, ObjectNode wanted) {
        Response made = SERVER.as(who).body(wanted.toString()).post("/Subscription");
        assertEquals(201, made.statusCode(), made.asString());
        assertEquals("requested", made.path("status"));
        return "Subscription/" + made.path("id");
    }

    private static void withdraw(Referral referral, Referral.Sent sent) {
        SERVER.asPerson(referral.bsn())
                .post("/" + Asking.consent(SERVER.as("midwife"), sent, "referral") + "/$withdraw")
                .then()
                .statusCode(200);
    }

    /** What its owner is answered, by number. */
    private static List<Event> events(String who, String subscription, String asked) {
        return Receiver.events(Referral.read(SERVER.as(who)
                        .get("/" + subscription + "/$events" + asked)
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString())
                .at("/entry/0/resource/parameter"));
    }

    private static String value(String status, String name) {
        for (var one : Referral.read(status).at("/entry/0/resource/parameter")) {
            if (one.path("name").asText().equals(name)) {
                return one.path("valueString").asText();
            }
        }
        return "";
    }

    private static Response change(String who, String subscription, Response now, String status) {
        ObjectNode changed = (ObjectNode) Referral.read(now.asString());
        return SERVER.as(who)
                .header("If-Match", now.header("ETag"))
                .body(changed.put("status", status).toString())
                .put("/" + subscription);
    }

    /** The rounds of the server may be the ones who send: what they keep of it is there soon. */
    private static void awaitFailure(String subscription) throws SQLException {
        Subscribing.await(SERVER, "failures > 0 and lease is null", subscription);
    }

    private static Response awaitStatus(String subscription, String status) throws SQLException {
        return awaitStatus("jgz", subscription, status);
    }

    private static Response awaitStatus(String who, String subscription, String status) {
        try {
            Subscribing.await(SERVER, "status = '" + status + "'", subscription);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return SERVER.as(who).get("/" + subscription);
    }

    /** So that the rounds of the server leave it alone. */
    private static void waitsAnHour(String subscription) throws SQLException {
        Subscribing.await(SERVER, "lease is null", subscription);
        next(subscription, "clock_timestamp() + interval '1 hour'");
    }

    private static void isDue(String subscription) throws SQLException {
        next(subscription, "clock_timestamp()");
    }

    private static void next(String subscription, String moment) throws SQLException {
        Subscribing.change(SERVER, "next_try = " + moment + " where subscription_id = '" + id(subscription) + "'");
    }

    private static String id(String reference) {
        return reference.substring(reference.indexOf('/') + 1);
    }
}
