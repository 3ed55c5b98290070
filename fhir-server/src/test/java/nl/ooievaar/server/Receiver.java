package nl.ooievaar.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import nl.ooievaar.server.Receiver.Told.Event;

/** An endpoint on this machine that is told things, answers as a test wants, and remembers what came. */
public final class Receiver implements AutoCloseable {
    /** One notification as it came. */
    public record Told(String body, List<String> authorization) {
        /** A numbered event; without a focus when it went out empty. */
        public record Event(long number, Optional<String> focus) {}

        public String type() {
            return value("type");
        }

        public String value(String name) {
            for (JsonNode one : parameters()) {
                if (one.path("name").asText().equals(name)) {
                    return one.properties().stream()
                            .filter(it -> it.getKey().startsWith("value"))
                            .map(it -> it.getValue()
                                    .path("reference")
                                    .asText(it.getValue().asText()))
                            .findFirst()
                            .orElse("");
                }
            }
            return "";
        }

        public List<Event> events() {
            return Receiver.events(parameters());
        }

        private JsonNode parameters() {
            return Referral.read(body).at("/entry/0/resource/parameter");
        }
    }

    private final HttpServer server;
    private final BlockingQueue<Told> told = new LinkedBlockingQueue<>();
    private final List<Told> all = new ArrayList<>();
    private volatile int status = 200;
    private volatile String location;

    private Receiver(int port) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.createContext("/", this::take);
        server.start();
    }

    public static Receiver start() throws IOException {
        return new Receiver(0);
    }

    /** Where one was that has ended. */
    public static Receiver startAt(int port) throws IOException {
        return new Receiver(port);
    }

    public int port() {
        return server.getAddress().getPort();
    }

    public String address() {
        return "http://127.0.0.1:" + port() + "/meldingen";
    }

    /** What it answers from now on. */
    public Receiver answering(int answer) {
        status = answer;
        return this;
    }

    public Receiver redirectingTo(String address) {
        location = address;
        return answering(307);
    }

    /** The next notification, which must come soon. */
    public Told next() throws InterruptedException {
        Told next = told.poll(20, TimeUnit.SECONDS);
        if (next == null) {
            throw new AssertionError("Nothing was told in 20 seconds");
        }
        return next;
    }

    /** Whether nothing came that was not asked for. */
    public boolean isQuiet() {
        return told.isEmpty();
    }

    /** All that ever came. */
    public synchronized List<Told> all() {
        return List.copyOf(all);
    }

    private void take(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        List<String> authorization = exchange.getRequestHeaders().getOrDefault("Authorization", List.of());
        Told one = new Told(body, List.copyOf(authorization));
        synchronized (this) {
            all.add(one);
        }
        if (location != null) {
            exchange.getResponseHeaders().add("Location", location);
        }
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
        told.add(one);
    }

    /** The events of a status, in the order in which they stand there. */
    public static List<Event> events(JsonNode parameters) {
        List<Event> events = new ArrayList<>();
        for (JsonNode one : parameters) {
            if (one.path("name").asText().equals("notification-event")) {
                long number = 0;
                Optional<String> focus = Optional.empty();
                for (JsonNode part : one.path("part")) {
                    switch (part.path("name").asText()) {
                        case "event-number" -> number = part.path("valueString").asLong();
                        case "focus" ->
                            focus = Optional.of(part.at("/valueReference/reference")
                                    .asText()
                                    .replaceAll(".*/fhir/", ""));
                        default -> {}
                    }
                }
                events.add(new Event(number, focus));
            }
        }
        return events;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
