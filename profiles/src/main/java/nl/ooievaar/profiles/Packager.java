package nl.ooievaar.profiles;

import ca.uhn.fhir.context.FhirContext;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.MetadataResource;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.StructureDefinition;

/** Writes the compiled definitions and the examples as one FHIR package, the same bytes for the same input. */
public final class Packager {
    /** Changes when the way of packaging changes, so that an older package is not taken for current. */
    private static final String FORM = "4";

    private Packager() {}

    /** Packages the folder of the first argument into the file of the second, with the version of the third. */
    public static void main(String[] arguments) throws IOException {
        Path source = Path.of(arguments[0]);
        Path target = Path.of(arguments[1]);
        Path mark = target.resolveSibling("package.sha256");
        String now = fingerprint(source, arguments[2]);
        if (Files.exists(target) && Files.exists(mark) && Files.readString(mark).equals(now)) {
            return;
        }
        Files.createDirectories(target.getParent());
        Files.write(target, build(source, arguments[2]));
        Files.writeString(mark, now);
    }

    /** The bytes of the package of a folder of definitions with its examples. */
    public static byte[] build(Path source, String version) throws IOException {
        FhirContext context = FhirContext.forR4();
        SortedMap<String, String> files = new TreeMap<>();
        JsonArray index = new JsonArray();
        Snapshots snapshots = new Snapshots(context);
        SortedMap<String, Resource> definitions = new TreeMap<>();
        for (Path file : definitions(source)) {
            Resource resource = (Resource) context.newJsonParser().parseResource(Files.readString(file));
            definitions.put(file.getFileName().toString(), resource);
            snapshots.know(resource);
        }
        for (var definition : definitions.entrySet()) {
            Resource resource = definition.getValue();
            if (resource instanceof StructureDefinition structure) {
                resource = snapshots.complete(structure);
            }
            if (resource instanceof MetadataResource metadata) {
                Narrative.tell(metadata);
            }
            files.put(
                    "package/" + definition.getKey(),
                    context.newJsonParser().setPrettyPrint(false).encodeResourceToString(resource));
            if (resource instanceof MetadataResource metadata) {
                index.add(CorePackage.row(definition.getKey(), metadata));
            }
        }
        for (Path file : json(source.resolve("examples"))) {
            files.put("package/example/" + file.getFileName(), Files.readString(file));
        }
        JsonObject root = new JsonObject();
        root.addProperty("index-version", 2);
        root.add("files", index);
        files.put("package/.index.json", root.toString());
        return Archive.pack("package/package.json", manifest(version), files);
    }

    private static String manifest(String version) {
        JsonObject manifest = new JsonObject();
        manifest.addProperty("name", PhbPackage.ID);
        manifest.addProperty("version", version);
        manifest.addProperty("tools-version", 3);
        manifest.addProperty("type", "IG");
        manifest.addProperty("license", "Apache-2.0");
        manifest.addProperty("canonical", PhbPackage.BASE);
        manifest.addProperty("url", PhbPackage.BASE);
        manifest.addProperty("title", "Prenataal huisbezoek JGZ");
        manifest.addProperty("description", "FHIR R4 contract for the Dutch prenatal home visit (PHB)");
        manifest.addProperty("author", "Ooievaar");
        JsonArray versions = new JsonArray();
        versions.add("4.0.1");
        manifest.add("fhirVersions", versions);
        JsonObject dependencies = new JsonObject();
        dependencies.addProperty("hl7.fhir.r4.core", "4.0.1");
        manifest.add("dependencies", dependencies);
        return manifest.toString();
    }

    /** Those compiled from FSH, and those that the mappings make of the table of the parent dossier. */
    private static List<Path> definitions(Path source) throws IOException {
        List<Path> files = new ArrayList<>(json(source));
        files.addAll(json(source.resolve("dossier")));
        return files;
    }

    private static List<Path> json(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        }
    }

    private static String fingerprint(Path source, String version) throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update((FORM + version).getBytes(StandardCharsets.UTF_8));
            for (Path folder : List.of(source, source.resolve("dossier"), source.resolve("examples"))) {
                for (Path file : json(folder)) {
                    digest.update(file.getFileName().toString().getBytes(StandardCharsets.UTF_8));
                    digest.update(Files.readAllBytes(file));
                }
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
