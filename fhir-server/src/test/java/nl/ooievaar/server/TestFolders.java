package nl.ooievaar.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.springframework.util.FileSystemUtils;

/** Folders of the servers that tests start: a run of all tests would leave gigabytes behind. */
public final class TestFolders {
    private TestFolders() {}

    /** A new folder that is deleted when this JVM ends, after the database in it has. */
    public static Path make(String name) throws IOException {
        Path made = Files.createTempDirectory(name);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(made)));
        return made;
    }

    private static void delete(Path folder) {
        try {
            for (int i = 0; i < 100 && running(folder); i++) {
                TimeUnit.MILLISECONDS.sleep(100);
            }
            FileSystemUtils.deleteRecursively(folder);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            // What another process still holds stays behind; no test depends on it.
            folder.toFile().deleteOnExit();
        }
    }

    private static boolean running(Path folder) {
        return Files.exists(folder.resolve("postmaster.pid"))
                || Files.exists(folder.resolve("postgresql/postmaster.pid"));
    }
}
