package nl.ooievaar.server.notification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whatever the other side does, it ends soon and nothing of it is read. */
class RestHookTest {
    private static final byte[] BODY = {'{', '}'};

    private final RestHook hook = new RestHook();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;

    RestHookTest() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.start();
    }

    @AfterEach
    void end() {
        server.stop(0);
        threads.shutdownNow();
    }

    @Test
    void an_answer_without_end_is_taken_by_its_status_and_left() throws InterruptedException {
        CountDownLatch left = new CountDownLatch(1);
        server.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(200, 0);
            try (OutputStream out = exchange.getResponseBody()) {
                for (byte[] more = new byte[65_536]; ; ) {
                    out.write(more);
                }
            } catch (IOException e) {
                left.countDown();
            }
        });
        assertEquals(Sent.TAKEN, hook.post(address(), List.of(), BODY));
        assertTrue(left.await(10, TimeUnit.SECONDS), "the connection was broken");
    }

    @Test
    void one_that_never_answers_is_waited_for_no_longer_than_that() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            URI address = URI.create("http://127.0.0.1:" + silent.getLocalPort() + "/");
            RestHook hasty = new RestHook(Duration.ofMillis(200));
            assertEquals(new Sent("time-out"), hasty.post(address, List.of(), BODY));
        }
    }

    @Test
    void nobody_there_a_refusal_and_a_redirect_are_told_apart() throws IOException {
        int free;
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = taken.getLocalPort();
        }
        assertEquals(new Sent("unreachable"), hook.post(URI.create("http://127.0.0.1:" + free + "/"), List.of(), BODY));
        answering("/no", 401);
        answering("/elsewhere", 302);
        assertEquals(new Sent("status-401"), hook.post(address().resolve("/no"), List.of("X-A: b"), BODY));
        assertEquals(new Sent("redirect"), hook.post(address().resolve("/elsewhere"), List.of(), BODY));
    }

    private void answering(String path, int status) {
        server.createContext(path, exchange -> {
            exchange.getRequestBody().readAllBytes();
            exchange.getResponseHeaders().add("Location", "/");
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
    }

    private URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    }
}
