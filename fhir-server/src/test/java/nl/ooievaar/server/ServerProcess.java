package nl.ooievaar.server;

import static io.restassured.RestAssured.given;

import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.zip.CRC32;
import java.util.zip.ZipFile;
import org.springframework.util.FileSystemUtils;

/** The packaged jar as a process of its own, for tests that need the real thing or that kill it. */
public final class ServerProcess implements AutoCloseable {
    static {
        ParsedOnce.install();
    }

    private static final String JAVA = ProcessHandle.current().info().command().orElse("java");
    /** They live for seconds: the second compiler would take from them what it can't give back. */
    private static final List<String> SHORT_LIVED = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

    private static final String JAR =
            Path.of("target/ooievaar.jar").toAbsolutePath().toString();

    private final Path data;
    private final int port;
    private final Map<String, String> environment;
    private final List<String> form;
    private final Map<String, String> tokens = new ConcurrentHashMap<>();
    private Process process;

    private ServerProcess(Path data, int port, Map<String, String> environment, List<String> form) {
        this.data = data;
        this.port = port;
        this.environment = environment;
        this.form = form;
    }

    /** Starts on a fresh folder and a free port. */
    public static ServerProcess start() throws IOException {
        return start(Map.of());
    }

    /** Starts as an operator would set it up: with these variables in its environment. */
    public static ServerProcess start(Map<String, String> environment) throws IOException {
        ServerProcess made = notStarted(environment);
        made.launch();
        return made;
    }

    /** Starts one whose port speaks TLS; it is ready when this says so of its address. */
    public static ServerProcess startTls(Map<String, String> environment, Predicate<String> ready) throws IOException {
        ServerProcess made = notStarted(environment);
        made.run();
        long end = System.nanoTime() + Duration.ofMinutes(2).toNanos();
        while (!ready.test(made.tlsRoot())) {
            if (System.nanoTime() > end || !made.process.isAlive()) {
                made.close();
                throw new IllegalStateException("The server was not ready in two minutes: " + made.log());
            }
            pause();
        }
        return made;
    }

    /** Runs a command of the jar, and tells how it ended. */
    public static Refused command(String... arguments) throws IOException, InterruptedException {
        Path data = TestFolders.make("ooievaar-command");
        List<String> command = command();
        command.addAll(List.of(arguments));
        Process running = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(data.resolve("log").toFile())
                .start();
        if (!running.waitFor(1, TimeUnit.MINUTES)) {
            running.destroyForcibly();
            throw new IllegalStateException("The command did not end in a minute");
        }
        return new Refused(running.exitValue(), Files.readString(data.resolve("log")));
    }

    /** Runs a command of the jar until it has printed this, and then ends it like a power failure would. */
    public static void commandKilledAt(String printed, List<String> arguments) throws IOException {
        Path log = TestFolders.make("ooievaar-command").resolve("log");
        List<String> command = command();
        command.addAll(arguments);
        Process running = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        long end = System.nanoTime() + Duration.ofMinutes(1).toNanos();
        while (!Files.readString(log).contains(printed)) {
            if (System.nanoTime() > end || !running.isAlive()) {
                running.destroyForcibly();
                throw new IllegalStateException("The command did not come that far: " + Files.readString(log));
            }
            pause();
        }
        running.destroyForcibly().onExit().join();
    }

    private static List<String> command() {
        List<String> command = new ArrayList<>(List.of(JAVA));
        command.addAll(SHORT_LIVED);
        command.addAll(List.of("-jar", JAR));
        return command;
    }

    /**
     * Starts another node of the same: the settings name the database of both, and what a sandbox keeps secret in its folder
     * is copied, so that each opens what the other sealed.
     */
    public static ServerProcess startBeside(ServerProcess first, Map<String, String> environment) throws IOException {
        ServerProcess made = notStarted(environment);
        for (String secret : List.of("master.key", "sandbox-issuer.jwk", "person.jwk")) {
            Files.copy(first.data.resolve(secret), made.data.resolve(secret), StandardCopyOption.REPLACE_EXISTING);
        }
        made.launch();
        return made;
    }

    /** The same from the jar as it is, which takes twice as long. */
    public static ServerProcess startJar() throws IOException {
        ServerProcess made =
                new ServerProcess(TestFolders.make("ooievaar-process"), freePort(), Map.of(), List.of("-jar", JAR));
        made.launch();
        return made;
    }

    /** Starts and tells where each class came from, in the file {@code classes}. */
    public static ServerProcess startTellingClasses(Map<String, String> environment) throws IOException {
        Path data = TestFolders.make("ooievaar-process");
        List<String> form = new ArrayList<>(prepared(Prepared.FOLDER));
        form.add(0, "-Xlog:class+load:file=" + data.resolve("classes"));
        ServerProcess made = new ServerProcess(data, freePort(), environment, form);
        made.launch();
        return made;
    }

    /** The folder that {@code fhir-server/prepare} makes of the jar, once for all tests of a build, in whichever JVM. */
    private static final class Prepared {
        static final Path FOLDER = find();

        private static Path find() {
            Path target = Path.of("target").toAbsolutePath();
            try (FileChannel lock = FileChannel.open(
                            target.resolve("prepared.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock held = lock.lock()) {
                Path folder = target.resolve("prepared-" + content());
                Path whole = folder.resolve("whole");
                if (held.isValid() && !Files.exists(whole)) {
                    deleteAll(target);
                    // Where it is made it stays: the archive holds for this path only.
                    make(folder, target.resolve("prepared.log"));
                    Files.createFile(whole);
                }
                return folder;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }

        /** What is in the jar: its time is the same for every build (reproducible bytes). */
        private static String content() throws IOException {
            CRC32 sum = new CRC32();
            try (ZipFile jar = new ZipFile(JAR)) {
                jar.stream()
                        .map(entry -> entry.getName() + " " + entry.getCrc())
                        .sorted()
                        .forEach(line -> sum.update(line.getBytes(StandardCharsets.UTF_8)));
            }
            return String.format("%08x", sum.getValue());
        }

        /** Those of jars that are no more, and one that was left half. */
        private static void deleteAll(Path target) throws IOException {
            try (DirectoryStream<Path> before = Files.newDirectoryStream(target, "prepared-[0-9a-f]*")) {
                for (Path one : before) {
                    FileSystemUtils.deleteRecursively(one);
                }
            }
        }

        private static void make(Path folder, Path log) throws IOException, InterruptedException {
            ProcessBuilder preparation = new ProcessBuilder(
                            Path.of("prepare").toAbsolutePath().toString(), JAR, folder.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile());
            preparation.environment().put("PATH", Path.of(JAVA).getParent() + ":" + System.getenv("PATH"));
            Process preparing = preparation.start();
            if (!preparing.waitFor(3, TimeUnit.MINUTES) || preparing.exitValue() != 0) {
                preparing.destroyForcibly();
                throw new IllegalStateException(Files.readString(log));
            }
        }
    }

    /** The arguments of java that start a prepared folder. */
    public static List<String> prepared(Path folder) {
        return List.of("-XX:SharedArchiveFile=" + folder + "/ooievaar.jsa", "-jar", folder + "/ooievaar.jar");
    }

    /** Starts where a start must be refused, and tells how it ended. */
    public static Refused refused(Map<String, String> environment) throws IOException, InterruptedException {
        try (ServerProcess made = notStarted(environment)) {
            made.run();
            if (!made.process.waitFor(2, TimeUnit.MINUTES)) {
                throw new IllegalStateException("The server did not end in two minutes");
            }
            return new Refused(made.process.exitValue(), made.log());
        }
    }

    /** @param printed all output of the process */
    public record Refused(int exitCode, String printed) {}

    private static ServerProcess notStarted(Map<String, String> environment) throws IOException {
        Path data = TestFolders.make("ooievaar-process");
        SandboxKeys.into(data);
        UnpackedPostgreSql.into(data);
        return new ServerProcess(data, freePort(), environment, prepared(Prepared.FOLDER));
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            return free.getLocalPort();
        }
    }

    /** Starts again on the same folder. */
    public void launch() throws IOException {
        run();
        awaitReady(root());
    }

    private void run() throws IOException {
        List<String> command = new ArrayList<>(List.of(JAVA, "-Xmx512m"));
        command.addAll(SHORT_LIVED);
        command.addAll(form);
        command.addAll(List.of("--server.port=" + port, "--ooievaar.data=" + data));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(
                        ProcessBuilder.Redirect.appendTo(data.resolve("log").toFile()));
        builder.environment().putAll(environment);
        process = builder.start();
    }

    /** Ends it like a power failure would. */
    public void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor(20, TimeUnit.SECONDS);
    }

    public String root() {
        return "http://127.0.0.1:" + port;
    }

    public String tlsRoot() {
        return "https://127.0.0.1:" + port;
    }

    /** The folder of this process. */
    public Path data() {
        return data;
    }

    public String log() throws IOException {
        return Files.readString(data.resolve("log"));
    }

    public RequestSpecification as(String client) {
        return nobody().header("Authorization", "Bearer " + token(client));
    }

    /** A token of this process for one of the demo parties. */
    public String token(String client) {
        return tokens.computeIfAbsent(client, c -> TestServer.token(root(), c));
    }

    /** A request of nobody. */
    public RequestSpecification nobody() {
        return given().baseUri(root()).basePath("/fhir").contentType("application/fhir+json");
    }

    @Override
    public void close() {
        stop();
    }

    /** Ends it as an operator does, so that it can be launched again. */
    public void stop() {
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits until readiness is UP, at most two minutes. */
    static void awaitReady(String root) {
        HttpClient http = HttpClient.newHttpClient();
        HttpRequest ask = HttpRequest.newBuilder(URI.create(root + "/actuator/health/readiness"))
                .timeout(Duration.ofSeconds(5))
                .build();
        long end = System.nanoTime() + Duration.ofMinutes(2).toNanos();
        while (System.nanoTime() < end) {
            try {
                if (http.send(ask, HttpResponse.BodyHandlers.discarding()).statusCode() == 200) {
                    return;
                }
                TimeUnit.MILLISECONDS.sleep(100);
            } catch (IOException e) {
                pause();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
        throw new IllegalStateException("The server was not ready in two minutes");
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
