package nl.ooievaar.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The programs of PostgreSQL, unpacked once for all servers of this machine: each would unpack 60 MB in its own folder again,
 * which is half of the processor time of a start. A start from the bare jar still does.
 */
final class UnpackedPostgreSql {
    /** Where the embedded PostgreSQL unpacks them when nobody says where, as the databases of other tests have it do. */
    private static final Path PROGRAMS = Path.of(System.getProperty("java.io.tmpdir"), "embedded-pg");

    private UnpackedPostgreSql() {}

    /** Has a server that has not started yet find them in its folder; whoever comes first unpacks, the others wait for it. */
    static void into(Path folder) throws IOException {
        Path own = folder.resolve("bin");
        if (!Files.exists(own)) {
            Files.createDirectories(PROGRAMS);
            Files.createDirectories(folder);
            Files.createSymbolicLink(own, PROGRAMS);
        }
    }
}
