package nl.ooievaar.mappings.birthcare;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import nl.ooievaar.mappings.source.AdaReader;
import nl.ooievaar.mappings.source.Limits;
import nl.ooievaar.mappings.source.SourceRecord;

/** Records of invented women; and those that birth care publishes, where they are beside the project. */
final class Cards {
    private static final AdaReader READER = new AdaReader(Limits.USUAL, new BirthCareNames());
    private static final Path PUBLISHED = Path.of("../../shared/reference/birth-care-samples");

    private Cards() {}

    static String text(String name) {
        try (InputStream in = Cards.class.getResourceAsStream("/nl/ooievaar/mappings/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static SourceRecord read(String xml) {
        return READER.read(xml.getBytes(StandardCharsets.UTF_8));
    }

    static Mapped map(String name) {
        return FromBirthCare.map(read(text(name)));
    }

    /** The records in ADA that birth care publishes; none where they are not at hand. */
    static List<Path> published() {
        if (!Files.isDirectory(PUBLISHED)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(PUBLISHED)) {
            return all.filter(path -> path.getFileName().toString().matches(".*\\.ada(-lite|-2014)?\\.xml"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static SourceRecord read(Path path) {
        try {
            return READER.read(Files.readAllBytes(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
