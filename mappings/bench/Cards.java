import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import nl.ooievaar.mappings.birthcare.BirthCareNames;
import nl.ooievaar.mappings.birthcare.FromBirthCare;
import nl.ooievaar.mappings.birthcare.Transaction;
import nl.ooievaar.mappings.source.Limits;
import nl.ooievaar.mappings.source.Readers;

/**
 * How many records of birth care become R4 in a second: bytes in, JSON of the transaction out, one thread. Prints a table of what it is given: files, or folders of them. Warm-up and
 * measure last so many seconds of processor, of the whole process with its compiler and collector: other work on the machine makes it last longer and changes that figure little.
 *
 * <pre>java -Djarmode=tools -jar fhir-server/target/ooievaar.jar extract --destination target/cards
 * taskset -c 0 java -cp 'target/cards/lib/*' mappings/bench/Cards.java [--warm 20] [--secs 5] FILE…</pre>
 */
public class Cards {
    static final Readers READERS = new Readers(Limits.USUAL, new BirthCareNames());
    static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    static final OperatingSystemMXBean SYSTEM = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    record Source(Path file, byte[] bytes) {
        int mapped() {
            return Transaction.of(FromBirthCare.map(READERS.read(bytes)), NOW).toString().length();
        }

        String form() {
            return READERS.read(bytes).format().toString();
        }
    }

    public static void main(String[] arguments) throws Exception {
        int warm = 20;
        int secs = 5;
        List<Source> sources = new ArrayList<>();
        for (int i = 0; i < arguments.length; i++) {
            switch (arguments[i]) {
                case "--warm" -> warm = Integer.parseInt(arguments[++i]);
                case "--secs" -> secs = Integer.parseInt(arguments[++i]);
                default -> add(sources, Path.of(arguments[i]));
            }
        }
        if (sources.isEmpty()) {
            add(sources, Path.of("mappings/src/test/resources/records"));
        }
        long until = SYSTEM.getProcessCpuTime() + warm * 1_000_000_000L;
        for (int i = 0; SYSTEM.getProcessCpuTime() < until; i++) {
            sources.get(i % sources.size()).mapped();
        }
        System.out.println("| Record | Form | kB in | kB out | /s | a second of processor |");
        System.out.println("|---|---|---|---|---|---|");
        for (Source source : sources) {
            measure(source, secs);
        }
    }

    static void add(List<Source> sources, Path at) throws Exception {
        try (Stream<Path> all = Files.walk(at)) {
            for (Path file : all.filter(Files::isRegularFile).sorted().toList()) {
                sources.add(new Source(file, Files.readAllBytes(file)));
            }
        }
    }

    static void measure(Source source, int secs) {
        int out = 0;
        int count = 0;
        long cpu = SYSTEM.getProcessCpuTime();
        long began = System.nanoTime();
        long until = cpu + secs * 1_000_000_000L;
        while (SYSTEM.getProcessCpuTime() < until) {
            out = source.mapped();
            count++;
        }
        double wall = (System.nanoTime() - began) / 1e9;
        double processor = (SYSTEM.getProcessCpuTime() - cpu) / 1e9;
        System.out.printf(
                Locale.ROOT,
                "| `%s` | %s | %.0f | %.0f | %,.0f | %,.0f |%n",
                source.file().getFileName(),
                source.form(),
                source.bytes().length / 1000.0,
                out / 1000.0,
                count / wall,
                count / processor);
    }
}
