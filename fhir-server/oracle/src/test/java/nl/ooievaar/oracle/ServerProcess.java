package nl.ooievaar.oracle;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.springframework.util.FileSystemUtils;

/** A server in a JVM of its own, on the loopback address, a free port and a fresh folder. */
final class ServerProcess implements AutoCloseable {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final Process process;
    private final Path folder;
    private final String root;

    private ServerProcess(Process process, Path folder, String root) {
        this.process = process;
        this.folder = folder;
        this.root = root;
    }

    /** The packaged jar of this project. */
    static ServerProcess ooievaar() throws IOException {
        int port = freePort();
        Path folder = Files.createTempDirectory("oracle-ooievaar");
        return launch(
                folder,
                port,
                List.of(
                        "-Xmx512m",
                        "-jar",
                        Path.of("../target/ooievaar.jar").toAbsolutePath().toString(),
                        "--server.port=" + port,
                        "--ooievaar.data=" + folder));
    }

    /** {@link HapiJpa}; what has no zone means the clock in the Netherlands, as it does to us. */
    static ServerProcess hapi() throws IOException {
        int port = freePort();
        Path folder = Files.createTempDirectory("oracle-hapi");
        return launch(
                folder,
                port,
                List.of(
                        "-Xmx1g",
                        "-Duser.timezone=Europe/Amsterdam",
                        "-cp",
                        System.getProperty("java.class.path"),
                        HapiJpa.class.getName(),
                        Integer.toString(port),
                        folder.toString()));
    }

    String root() {
        return root;
    }

    /** Waits until the path answers, at most three minutes. */
    ServerProcess await(String path) throws IOException, InterruptedException {
        HttpRequest ask = HttpRequest.newBuilder(URI.create(root + path))
                .timeout(Duration.ofSeconds(30))
                .build();
        long end = System.nanoTime() + Duration.ofMinutes(3).toNanos();
        while (process.isAlive() && System.nanoTime() < end) {
            try {
                if (HTTP.send(ask, BodyHandlers.discarding()).statusCode() == 200) {
                    return this;
                }
            } catch (IOException e) {
                // It does not listen yet.
            }
            TimeUnit.MILLISECONDS.sleep(200);
        }
        throw new IllegalStateException("The server did not start:\n" + Files.readString(folder.resolve("log")));
    }

    @Override
    public void close() throws IOException {
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        FileSystemUtils.deleteRecursively(folder);
    }

    private static ServerProcess launch(Path folder, int port, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(ProcessHandle.current().info().command().orElse("java"));
        command.addAll(arguments);
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        return new ServerProcess(process, folder, "http://127.0.0.1:" + port);
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            return free.getLocalPort();
        }
    }
}
