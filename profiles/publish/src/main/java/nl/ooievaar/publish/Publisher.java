package nl.ooievaar.publish;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import nl.ooievaar.profiles.PhbPackage;

/** Writes the site into a folder, when anything it is made of has changed. */
public final class Publisher {
    /** Where the site lies on the class path. */
    public static final String FOLDER = "nl/ooievaar/site";

    private Publisher() {}

    /** Arguments: the folder of the project, and the folder of classes that takes the site. */
    public static void main(String[] arguments) throws IOException {
        Sources sources = Sources.of(Path.of(arguments[0]));
        Path classes = Path.of(arguments[1]);
        Path target = classes.resolve(FOLDER);
        Path mark = classes.resolve("nl/ooievaar/site.sha256");
        String now = fingerprint(List.of(
                sources.pages(),
                sources.stories(),
                sources.compatibility(),
                sources.changes(),
                classes.resolve("nl/ooievaar/publish")));
        if (Files.exists(mark) && Files.readString(mark).equals(now)) {
            return;
        }
        write(build(sources), target);
        Files.writeString(mark, now);
    }

    /** Every file of the site by its address, with forward slashes and without a leading one. */
    static Map<String, byte[]> build(Sources sources) throws IOException {
        Locale machine = Locale.getDefault();
        try {
            // The markdown library makes the anchors of headings in the language of the machine: Turkish has an i of
            // its own.
            Locale.setDefault(Locale.ROOT);
            return new Site(PhbPackage.load(), sources).files();
        } finally {
            Locale.setDefault(machine);
        }
    }

    /** Writes the files of a site into a folder that held another one, or nothing. */
    public static void write(Map<String, byte[]> files, Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> old = Files.walk(folder)) {
                for (Path one : old.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(one);
                }
            }
        }
        for (var file : files.entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.write(path, file.getValue());
        }
    }

    private static String fingerprint(List<Path> folders) throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(PhbPackage.bytes());
            for (Language language : Language.values()) {
                // Its tables come from another module.
                digest.update(new ProcessPage(language).html().getBytes(StandardCharsets.UTF_8));
            }
            for (Path folder : folders) {
                for (Path file : files(folder)) {
                    digest.update(folder.relativize(file).toString().getBytes(StandardCharsets.UTF_8));
                    digest.update(Files.readAllBytes(file));
                }
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static List<Path> files(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
