package nl.ooievaar.profiles;

import ca.uhn.fhir.context.FhirContext;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.hl7.fhir.r4.model.MetadataResource;
import org.hl7.fhir.r4.model.NamingSystem;
import org.hl7.fhir.r4.model.Resource;

/** The published contract as the server reads it: definitions with snapshots, and examples as they were written. */
public record PhbPackage(String version, List<MetadataResource> definitions, Map<String, String> examples) {
    /** Name of the FHIR package. */
    public static final String ID = "nl.ooievaar.phb";
    /** Canonical base of every definition. */
    public static final String BASE = "http://ooievaar.example/fhir";
    /** Where the package lies on the class path. */
    public static final String RESOURCE = "/nl/ooievaar/phb/package.tgz";

    /** Copies, so that nobody changes the contract afterwards. */
    public PhbPackage {
        definitions = List.copyOf(definitions);
        // In the order of their names, the same in every run.
        examples = Collections.unmodifiableMap(new TreeMap<>(examples));
    }

    private static PhbPackage loaded;

    /** The package on the class path, read once. */
    public static synchronized PhbPackage load() {
        if (loaded == null) {
            loaded = read(bytes());
        }
        return loaded;
    }

    /** The package as published. */
    public static byte[] bytes() {
        try (InputStream stream = PhbPackage.class.getResourceAsStream(RESOURCE)) {
            if (stream == null) {
                throw new IllegalStateException("The FHIR package is not on the class path: build module profiles");
            }
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads a package from its bytes. */
    public static PhbPackage read(byte[] archive) {
        var parser = FhirContext.forR4Cached().newJsonParser();
        List<MetadataResource> definitions = new ArrayList<>();
        Map<String, String> examples = new TreeMap<>();
        String version = "";
        try {
            for (var file : Archive.unpack(archive).entrySet()) {
                String name = file.getKey();
                if (name.equals("package/package.json")) {
                    version = JsonParser.parseString(file.getValue())
                            .getAsJsonObject()
                            .get("version")
                            .getAsString();
                } else if (name.startsWith("package/example/")) {
                    examples.put(name.substring("package/example/".length()), file.getValue());
                } else if (!name.endsWith(".index.json")) {
                    definitions.add((MetadataResource) parser.parseResource(file.getValue()));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new PhbPackage(version, definitions, examples);
    }

    /** The definition of a type with a canonical address, with or without its version. */
    public <T extends Resource> Optional<T> find(Class<T> type, String canonical) {
        int bar = canonical.indexOf('|');
        String address = bar < 0 ? canonical : canonical.substring(0, bar);
        String asked = bar < 0 ? null : canonical.substring(bar + 1);
        return definitions.stream()
                .filter(definition -> type.isInstance(definition) && !(definition instanceof NamingSystem))
                .filter(definition -> address.equals(definition.getUrl()))
                .filter(definition -> asked == null || asked.equals(definition.getVersion()))
                .map(type::cast)
                .findFirst();
    }

    /** The canonical address of a profile of this package, such as {@code phb-referral}. */
    public static String profile(String id) {
        return BASE + "/StructureDefinition/" + id;
    }
}
