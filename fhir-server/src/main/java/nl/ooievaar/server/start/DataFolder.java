package nl.ooievaar.server.start;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * The folder of this node: embedded database, and in the sandbox its keys. Readable by its owner only.
 *
 * @param path absolute
 */
public record DataFolder(Path path) {
    private static final boolean POSIX =
            FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

    static DataFolder at(Path path) {
        Path absolute = path.toAbsolutePath().normalize();
        try {
            Files.createDirectories(absolute);
            if (POSIX) {
                Files.setPosixFilePermissions(absolute, PosixFilePermissions.fromString("rwx------"));
            }
        } catch (IOException e) {
            throw new StartRefused("The folder in OOIEVAAR_DATA can't be made or is not ours: " + absolute);
        }
        return new DataFolder(absolute);
    }

    /** What a file of this folder holds, made by the maker the first time, for the owner's eyes only. */
    public byte[] secret(String name, java.util.function.Supplier<byte[]> maker) {
        Path file = path.resolve(name);
        try {
            if (!Files.exists(file)) {
                Path fresh = Files.createTempFile(path, name, ".new");
                Files.write(fresh, maker.get());
                // Moved whole, so that a kill between leaves no half key.
                Files.move(fresh, file, java.nio.file.StandardCopyOption.ATOMIC_MOVE);
            }
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Puts one file of this folder in the place of another, at once or not at all. */
    void replace(String name, String by) {
        try {
            Files.move(
                    path.resolve(by),
                    path.resolve(name),
                    java.nio.file.StandardCopyOption.ATOMIC_MOVE,
                    java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
