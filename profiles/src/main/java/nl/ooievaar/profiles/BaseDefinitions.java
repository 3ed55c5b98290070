package nl.ooievaar.profiles;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.IValidationSupport;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.MetadataResource;

/**
 * The definitions of FHIR R4 itself, each read when it is first asked for and then shared by all. They come from
 * {@link BasePackage}, without their prose. Thread safe.
 */
public final class BaseDefinitions implements IValidationSupport {
    private static final String FOLDER = "/nl/ooievaar/phb/base/";
    private static final String STRUCTURES = "http://hl7.org/fhir/StructureDefinition/";
    private static final IValidationSupport R4 = new BaseDefinitions();

    /** Where a definition lies, and its version. */
    private record Place(String file, String version) {}

    private final FhirContext context = FhirContext.forR4Cached();
    private final Map<String, Place> places = new HashMap<>();
    private final List<String> types = new ArrayList<>();
    private final Map<String, MetadataResource> read = new ConcurrentHashMap<>();

    private BaseDefinitions() {
        for (String row : text("index.csv").split("\n")) {
            String[] cells = row.split(",");
            String type = cells[0].substring(0, cells[0].indexOf('/'));
            places.put(type + " " + cells[1], new Place(cells[0], cells[2]));
            if (cells[3].equals("type")) {
                types.add(cells[1]);
            }
        }
    }

    /** The definitions, for any R4 context. */
    public static IValidationSupport r4() {
        return R4;
    }

    @Override
    public FhirContext getFhirContext() {
        return context;
    }

    /** Those of types. Profiles and extensions of the base are found by their address. */
    @Override
    @SuppressWarnings("unchecked")
    public <T extends IBaseResource> List<T> fetchAllStructureDefinitions() {
        return types.stream().map(type -> (T) fetchStructureDefinition(type)).toList();
    }

    /** None, for the same reason. */
    @Override
    public <T extends IBaseResource> List<T> fetchAllNonBaseStructureDefinitions() {
        return List.of();
    }

    @Override
    public IBaseResource fetchStructureDefinition(String canonical) {
        return find("StructureDefinition", canonical.contains("/") ? canonical : STRUCTURES + canonical);
    }

    @Override
    public IBaseResource fetchCodeSystem(String canonical) {
        return find("CodeSystem", canonical);
    }

    @Override
    public IBaseResource fetchValueSet(String canonical) {
        return find("ValueSet", canonical);
    }

    private MetadataResource find(String type, String canonical) {
        // Exactly first: the addresses of some version 2 tables hold a bar themselves.
        Place place = places.get(type + " " + canonical);
        int bar = canonical.indexOf('|');
        if (place == null && bar >= 0) {
            place = places.get(type + " " + canonical.substring(0, bar));
            if (place != null && !canonical.substring(bar + 1).equals(place.version())) {
                return null;
            }
        }
        return place == null ? null : read.computeIfAbsent(place.file(), this::parse);
    }

    private MetadataResource parse(String file) {
        return (MetadataResource) context.newJsonParser().parseResource(text(file));
    }

    private static String text(String file) {
        try (InputStream stream = BaseDefinitions.class.getResourceAsStream(FOLDER + file)) {
            if (stream == null) {
                throw new IllegalStateException(
                        "The base definitions are not on the class path: build module profiles");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
