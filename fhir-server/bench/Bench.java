import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Load driver of the journey, one file so that it runs without a build: starts the packaged jar on a folder of its own, twice, and prints a table. Loopback only, closed loop, bounded in time.
 *
 * <pre>java fhir-server/bench/Bench.java [--secs 8] [--warm 10] [--conc 1,4,16] [--load 1000] [--heap 384m] [--only W1]</pre>
 */
public class Bench {
    interface Work {
        void once() throws Exception;
    }

    record Dossier(String patient, String task, String referral, String identifier) {}

    static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .executor(Executors.newFixedThreadPool(8, r -> {
                Thread thread = new Thread(r);
                thread.setDaemon(true);
                return thread;
            }))
            .build();
    static final List<Dossier> DOSSIERS = new CopyOnWriteArrayList<>();
    static final AtomicLong WOMAN = new AtomicLong(999_900_200);
    static final AtomicInteger NUMBER = new AtomicInteger();
    static final Pattern LOCATION = Pattern.compile("/fhir/((Patient|Task|ServiceRequest)/[0-9a-f-]{36})/_history");

    static String only;
    static String base;
    static String midwife;
    static String jgz;
    static String desk;
    static String referral;
    static String findings;
    static Process server;
    static Path folder;

    public static void main(String[] arguments) throws Exception {
        int secs = option(arguments, "--secs", 8);
        int warm = option(arguments, "--warm", 10);
        int load = option(arguments, "--load", 1000);
        String heap = text(arguments, "--heap", "384m");
        String[] concurrencies = text(arguments, "--conc", "1,4,16").split(",");
        only = text(arguments, "--only", "W");
        Path root = Path.of(text(arguments, "--root", "."));
        referral = Files.readString(root.resolve("profiles/src/main/fhir/examples/case-1-referral.json"));
        findings = Files.readString(root.resolve("profiles/src/main/fhir/examples/case-1-findings.json"));
        Path jar = root.resolve("fhir-server/target/ooievaar.jar");
        List<String> asJar = List.of("-jar", jar.toString());
        Path data = Files.createTempDirectory("ooievaar-bench");
        folder = data;

        System.out.printf("first start of the jar, to the first accepted referral: %.1f s%n", start(asJar, data, heap));
        stop();
        System.out.printf("second start of the jar, to the first accepted referral: %.1f s%n", start(asJar, data, heap));
        stop();
        List<String> asPrepared = prepare(root, jar, data.resolve("prepared"));
        System.out.printf(
                "start of the prepared folder, to the first accepted referral: %.1f s; then resident %d MiB%n",
                start(asPrepared, data, heap), resident(server.pid()));
        run("load", Bench::refer, 4, 300, load, false);
        System.out.printf("%d referrals stored%n%n", DOSSIERS.size());
        System.out.println("| workload | conc | /s | p50 ms | p95 | p99 | server CPU ms | database CPU ms | errors |");
        System.out.println("|---|---|---|---|---|---|---|---|---|");
        measure("W1 referral, validated", Bench::refer, concurrencies, warm, secs);
        measure("W2 dossier, three searches", Bench::pull, concurrencies, warm, secs);
        measure("W2e $everything", Bench::everything, concurrencies, warm, secs);
        measure("W3 worklist page", Bench::worklist, concurrencies, warm, secs);
        measure("W4 $validate findings", Bench::judge, concurrencies, warm, secs);
        if ("W5".startsWith(only)) {
            contended(concurrencies, warm, secs);
        }
        System.out.printf("%nJVM resident after all: %d MiB; PostgreSQL beside it (shared pages counted once a process): %d MiB%n",
                resident(server.pid()), children().stream().mapToLong(Bench::resident).sum());
        stop();
    }

    // ------------------------------------------------------------------ workloads

    static void refer() throws Exception {
        String identifier = "bench-" + UUID.randomUUID();
        String body = identify(referral)
                .replaceFirst("(\"system\"\\s*:\\s*\"[^\"]*referral[^\"]*\"\\s*,\\s*\"value\"\\s*:\\s*)\"[^\"]*\"", "$1\"" + identifier + '"');
        HttpResponse<String> answer = send("POST", "", body, midwife);
        expect(answer, 200);
        String patient = null;
        String task = null;
        String request = null;
        Matcher found = LOCATION.matcher(answer.body());
        while (found.find()) {
            switch (found.group(2)) {
                case "Patient" -> patient = found.group(1);
                case "Task" -> task = found.group(1);
                default -> request = found.group(1);
            }
        }
        if (patient == null || task == null || request == null) {
            throw new IllegalStateException("locations missing");
        }
        DOSSIERS.add(new Dossier(patient, task, request, identifier));
    }

    static void pull() throws Exception {
        Dossier one = any();
        HttpResponse<String> first = send(
                "GET",
                "/ServiceRequest?identifier=" + one.identifier()
                        + "&_include=ServiceRequest:subject&_include=ServiceRequest:requester&_revinclude=Task:focus",
                null,
                jgz);
        expect(first, 200);
        holds(first, one.patient(), one.task(), one.referral());
        HttpResponse<String> second = send("GET", "/Observation?subject=" + one.patient(), null, jgz);
        expect(second, 200);
        if (count(second.body(), "\"resourceType\":\"Observation\"") != 6) {
            throw new IllegalStateException("six observations expected");
        }
        HttpResponse<String> third = send("GET", "/Consent?patient=" + one.patient(), null, jgz);
        expect(third, 200);
        if (count(third.body(), "\"resourceType\":\"Consent\"") != 2) {
            throw new IllegalStateException("two consents expected");
        }
    }

    static void everything() throws Exception {
        Dossier one = any();
        HttpResponse<String> answer = send("GET", "/" + one.patient() + "/$everything", null, jgz);
        expect(answer, 200);
        holds(answer, one.patient(), one.task(), one.referral());
    }

    static void worklist() throws Exception {
        HttpResponse<String> answer =
                send("GET", "/Task?owner=" + desk + "&status=requested&_sort=-authored-on&_count=20", null, jgz);
        expect(answer, 200);
        if (count(answer.body(), "\"resourceType\":\"Task\"") != 20) {
            throw new IllegalStateException("twenty tasks expected");
        }
    }

    static void judge() throws Exception {
        HttpResponse<String> answer = send("POST", "/QuestionnaireResponse/$validate", findings, jgz);
        expect(answer, 200);
        if (answer.body().contains("\"error\"")) {
            throw new IllegalStateException("valid findings were judged wrong");
        }
    }

    /** Eight hot tasks, counters in their description: at the end no success may be lost. */
    static void contended(String[] concurrencies, int warm, int secs) throws Exception {
        HttpResponse<String> wrong = send(
                "POST", "/QuestionnaireResponse/$validate", findings.replaceFirst("\"valueInteger\"\\s*:\\s*\\d+", "\"valueInteger\":11"), jgz);
        if (!wrong.body().contains("\"error\"")) {
            throw new IllegalStateException("invalid findings were accepted");
        }
        List<Dossier> hot = DOSSIERS.subList(0, 8);
        AtomicInteger[] won = new AtomicInteger[8];
        Arrays.setAll(won, i -> new AtomicInteger());
        LongAdder again = new LongAdder();
        measure(
                "W5 contended update",
                () -> {
                    int i = ThreadLocalRandom.current().nextInt(8);
                    for (int attempt = 0; attempt < 100; attempt++) {
                        HttpResponse<String> read = send("GET", "/" + hot.get(i).task(), null, midwife);
                        expect(read, 200);
                        int counter = counter(read.body());
                        String next = read.body().contains("\"description\"")
                                ? read.body().replaceFirst("\"description\":\"n=\\d+\"", "\"description\":\"n=" + (counter + 1) + '"')
                                : read.body().replaceFirst("\"status\":", "\"description\":\"n=1\",\"status\":");
                        HttpResponse<String> put = send(
                                "PUT", "/" + hot.get(i).task(), next, midwife, "If-Match", read.headers().firstValue("ETag").orElse(""));
                        if (put.statusCode() == 412) {
                            again.increment();
                            continue;
                        }
                        expect(put, 200);
                        won[i].incrementAndGet();
                        return;
                    }
                    throw new IllegalStateException("no success in a hundred tries");
                },
                concurrencies,
                warm,
                secs);
        int lost = 0;
        for (int i = 0; i < 8; i++) {
            lost += won[i].get() - counter(send("GET", "/" + hot.get(i).task(), null, midwife).body());
        }
        System.out.printf("%nW5: %d updates lost, %d tried again after 412%n", lost, again.sum());
    }

    static int counter(String body) {
        Matcher found = Pattern.compile("\"description\":\"n=(\\d+)\"").matcher(body);
        return found.find() ? Integer.parseInt(found.group(1)) : 0;
    }

    // ------------------------------------------------------------------ measuring

    static void measure(String name, Work work, String[] concurrencies, int warm, int secs) throws Exception {
        if (!name.startsWith(only)) {
            return;
        }
        run(name, work, 4, warm, Integer.MAX_VALUE, false);
        for (String concurrency : concurrencies) {
            run(name, work, Integer.parseInt(concurrency), secs, Integer.MAX_VALUE, true);
        }
    }

    static void run(String name, Work work, int concurrency, int secs, int most, boolean tell) throws Exception {
        long end = System.nanoTime() + secs * 1_000_000_000L;
        AtomicInteger left = new AtomicInteger(most);
        List<long[]> all = new CopyOnWriteArrayList<>();
        LongAdder errors = new LongAdder();
        Set<String> why = new HashSet<>();
        long serverBefore = cpu(server.pid());
        long databaseBefore = databaseCpu();
        long started = System.nanoTime();
        ExecutorService pool = Executors.newFixedThreadPool(concurrency);
        for (int i = 0; i < concurrency; i++) {
            pool.submit(() -> {
                List<Long> times = new ArrayList<>();
                while (System.nanoTime() < end && left.getAndDecrement() > 0 && errors.sum() < 200) {
                    long begin = System.nanoTime();
                    try {
                        work.once();
                        times.add(System.nanoTime() - begin);
                    } catch (Exception e) {
                        errors.increment();
                        synchronized (why) {
                            why.add(String.valueOf(e.getMessage()));
                        }
                    }
                }
                all.add(times.stream().mapToLong(Long::longValue).toArray());
            });
        }
        pool.shutdown();
        pool.awaitTermination(secs + 60L, TimeUnit.SECONDS);
        double seconds = (System.nanoTime() - started) / 1e9;
        long[] times = all.stream().flatMapToLong(Arrays::stream).sorted().toArray();
        if (tell) {
            double n = Math.max(1, times.length);
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %d | %.0f | %.1f | %.1f | %.1f | %.2f | %.2f | %d |%n",
                    name, concurrency, times.length / seconds, at(times, .5), at(times, .95), at(times, .99),
                    (cpu(server.pid()) - serverBefore) / n, (databaseCpu() - databaseBefore) / n, errors.sum());
        }
        if (errors.sum() > 0) {
            System.out.println("errors: " + why.stream().limit(3).toList());
        }
    }

    static double at(long[] sorted, double share) {
        return sorted.length == 0 ? 0 : sorted[Math.min(sorted.length - 1, (int) (share * sorted.length))] / 1e6;
    }

    /** Milliseconds of processor time a process used (Linux). */
    static long cpu(long pid) {
        try {
            String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
            String[] field = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            return 10 * (Long.parseLong(field[11]) + Long.parseLong(field[12]) + Long.parseLong(field[13]) + Long.parseLong(field[14]));
        } catch (IOException e) {
            return 0;
        }
    }

    static long databaseCpu() {
        return children().stream().mapToLong(Bench::cpu).sum();
    }

    /** PostgreSQL detaches itself: its postmaster is named in the data folder. */
    static List<Long> children() {
        try {
            long postmaster = Long.parseLong(
                    Files.readAllLines(folder.resolve("postgresql/postmaster.pid")).get(0).trim());
            List<Long> all = new ArrayList<>(List.of(postmaster));
            ProcessHandle.of(postmaster).ifPresent(p -> p.descendants().forEach(d -> all.add(d.pid())));
            return all;
        } catch (IOException e) {
            return List.of();
        }
    }

    static long resident(long pid) {
        try {
            for (String line : Files.readAllLines(Path.of("/proc/" + pid + "/status"))) {
                if (line.startsWith("VmRSS")) {
                    return Long.parseLong(line.replaceAll("\\D", "")) / 1024;
                }
            }
        } catch (IOException e) {
            return 0;
        }
        return 0;
    }

    // ------------------------------------------------------------------ server and HTTP

    /** As an operator prepares it; the arguments that start what it leaves. */
    static List<String> prepare(Path root, Path jar, Path folder) throws Exception {
        Process preparing = new ProcessBuilder(
                        root.resolve("fhir-server/prepare").toString(), jar.toString(), folder.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolveSibling("prepare.log").toFile())
                .start();
        if (preparing.waitFor() != 0) {
            throw new IllegalStateException(Files.readString(folder.resolveSibling("prepare.log")));
        }
        return List.of(
                "-XX:SharedArchiveFile=" + folder.resolve("ooievaar.jsa"),
                "-jar",
                folder.resolve("ooievaar.jar").toString());
    }

    static double start(List<String> form, Path data, String heap) throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        base = "http://127.0.0.1:" + port + "/fhir";
        long begin = System.nanoTime();
        List<String> command = new ArrayList<>(List.of("java", "-Xmx" + heap));
        command.addAll(form);
        command.addAll(List.of("--server.port=" + port, "--ooievaar.data=" + data,
                // One client asks for all of the load here.
                "--ooievaar.limit.client-per-second=100000"));
        server = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(data.resolve("log").toFile()))
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(server::destroy));
        for (long end = begin + 120_000_000_000L; System.nanoTime() < end; TimeUnit.MILLISECONDS.sleep(50)) {
            try {
                midwife = token("midwife");
                jgz = token("jgz");
                refer();
                double seconds = (System.nanoTime() - begin) / 1e9;
                Matcher found = Pattern.compile("\"id\":\"([0-9a-f-]{36})\"")
                        .matcher(send("GET", "/HealthcareService?identifier=90000201-phb&_elements=id", null, jgz)
                                .body()
                                .replaceFirst("\"id\":\"[0-9a-f-]{36}\"", ""));
                desk = found.find() ? "HealthcareService/" + found.group(1) : null;
                return seconds;
            } catch (IOException | IllegalStateException e) {
                if (!server.isAlive()) {
                    throw new IllegalStateException("the server ended: " + Files.readString(data.resolve("log")));
                }
            }
        }
        throw new IllegalStateException("not ready in two minutes");
    }

    static void stop() throws Exception {
        server.destroy();
        server.waitFor(60, TimeUnit.SECONDS);
    }

    static String token(String client) throws Exception {
        HttpResponse<String> answer = HTTP.send(
                HttpRequest.newBuilder(URI.create(base.replace("/fhir", "/oauth2/token")))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Authorization", "Basic " + Base64.getEncoder().encodeToString((client + ":" + client + "-secret").getBytes(StandardCharsets.UTF_8)))
                        .POST(BodyPublishers.ofString("grant_type=client_credentials"))
                        .build(),
                BodyHandlers.ofString());
        Matcher found = Pattern.compile("\"access_token\":\"([^\"]+)\"").matcher(answer.body());
        if (!found.find()) {
            throw new IllegalStateException("no token");
        }
        return found.group(1);
    }

    static HttpResponse<String> send(String method, String path, String body, String token, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path.replace("|", URLEncoder.encode("|", StandardCharsets.UTF_8))))
                .timeout(Duration.ofSeconds(60))
                .header("Authorization", "Bearer " + token)
                .header("Accept", "application/fhir+json")
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (body != null) {
            request.header("Content-Type", "application/fhir+json");
        }
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return HTTP.send(request.build(), BodyHandlers.ofString());
    }

    static void expect(HttpResponse<String> answer, int status) {
        if (answer.statusCode() != status) {
            throw new IllegalStateException("status " + answer.statusCode() + " "
                    + answer.body().substring(0, Math.min(300, answer.body().length())));
        }
    }

    static void holds(HttpResponse<String> answer, String... references) {
        for (String reference : references) {
            if (!answer.body().contains("\"id\":\"" + reference.substring(reference.indexOf('/') + 1) + '"')) {
                throw new IllegalStateException("missing " + reference.substring(0, reference.indexOf('/')));
            }
        }
    }

    static int count(String body, String part) {
        int n = 0;
        for (int at = body.indexOf(part); at >= 0; at = body.indexOf(part, at + 1)) {
            n++;
        }
        return n;
    }

    static Dossier any() {
        return DOSSIERS.get(ThreadLocalRandom.current().nextInt(DOSSIERS.size()));
    }

    /** Gives the woman the next test number that passes the eleven-test; when all are used, a local identifier. */
    static String identify(String bundle) {
        for (;;) {
            long number = WOMAN.incrementAndGet();
            if (number > 999_999_999L) {
                return bundle.replaceFirst("http://fhir.nl/fhir/NamingSystem/bsn", "http://midwife.example/id/woman")
                        .replaceFirst("\"999900\\d{3}\"", "\"w" + number + '"');
            }
            int sum = 0;
            String digits = Long.toString(number);
            for (int i = 0; i < 8; i++) {
                sum += (9 - i) * (digits.charAt(i) - '0');
            }
            if ((sum - (digits.charAt(8) - '0')) % 11 == 0) {
                return bundle.replaceFirst("\"999900\\d{3}\"", '"' + digits + '"');
            }
        }
    }

    static int option(String[] arguments, String name, int otherwise) {
        return Integer.parseInt(text(arguments, name, Integer.toString(otherwise)));
    }

    static String text(String[] arguments, String name, String otherwise) {
        for (int i = 0; i + 1 < arguments.length; i++) {
            if (arguments[i].equals(name)) {
                return arguments[i + 1];
            }
        }
        return otherwise;
    }
}
