package nl.ooievaar.mappings.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Records to read: those of our own beside the tests, always, and those that birth care publishes, where they are at hand. */
final class Samples {
    static final List<String> OWN = List.of(
            "kernset.ada.xml",
            "kernset.ada-lite.xml",
            "handover.ada-2014.xml",
            "kernset.hl7v3.xml",
            "handover.hl7v3.xml",
            "neonatology.cda.xml",
            "card.ada.xml",
            "card.fhir-stu3.xml",
            "card.fhir-stu3.json");

    private Samples() {}

    static byte[] own(String name) {
        try (InputStream in = Samples.class.getResourceAsStream("/records/" + name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The folder that the property {@code reference} names, or {@code shared/reference} beside a folder around the module. */
    static Optional<Path> reference() {
        String told = System.getProperty("reference");
        if (told != null) {
            return Optional.of(Path.of(told)).filter(Files::isDirectory);
        }
        return Stream.iterate(Path.of("").toAbsolutePath(), Path::getParent)
                .takeWhile(at -> at != null)
                .map(at -> at.resolve("shared/reference"))
                .filter(Files::isDirectory)
                .findFirst();
    }

    /** Published records in this form, by the end of their names; none where they are not at hand. */
    static List<Path> published(String ending) {
        return reference().stream()
                .map(it -> it.resolve("birth-care-samples"))
                .flatMap(Samples::walk)
                .filter(it -> it.toString().endsWith(ending))
                .sorted()
                .toList();
    }

    private static Stream<Path> walk(Path in) {
        try (Stream<Path> all = Files.walk(in)) {
            return all.toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] bytes(Path path) {
        try {
            return Files.readAllBytes(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
