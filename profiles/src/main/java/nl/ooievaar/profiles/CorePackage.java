package nl.ooievaar.profiles;

import ca.uhn.fhir.context.FhirContext;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.MetadataResource;
import org.hl7.fhir.r4.model.StructureDefinition;

/** Lays the R4 base definitions out as the FHIR package that SUSHI looks for, so that it needs no registry. */
public final class CorePackage {
    private static final String BASE = "/org/hl7/fhir/r4/model/";
    private static final List<String> BUNDLES = List.of(
            "profile/profiles-types.xml",
            "profile/profiles-resources.xml",
            "profile/profiles-others.xml",
            "extension/extension-definitions.xml",
            "valueset/valuesets.xml",
            "valueset/v2-tables.xml",
            "valueset/v3-codesystems.xml",
            "sp/search-parameters.json");
    private static final String MANIFEST =
            """
            {"name":"hl7.fhir.r4.core","version":"4.0.1","type":"Core","tools-version":3,"license":"CC0-1.0",\
            "canonical":"http://hl7.org/fhir","url":"http://hl7.org/fhir/R4","title":"FHIR R4 core (rebuilt)",\
            "fhirVersions":["4.0.1"],"dependencies":{},"date":"20191101093900"}""";

    private CorePackage() {}

    /** Writes the package below the given package cache folder, unless it is there already. */
    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0], "hl7.fhir.r4.core#4.0.1", "package");
        Path manifest = folder.resolve("package.json");
        if (Files.exists(manifest)) {
            return;
        }
        Files.createDirectories(folder);
        FhirContext context = FhirContext.forR4Cached();
        JsonArray index = new JsonArray();
        Set<String> seen = new HashSet<>();
        for (String bundle : BUNDLES) {
            write(context, bundle, folder, index, seen);
        }
        JsonObject root = new JsonObject();
        root.addProperty("index-version", 2);
        root.add("files", index);
        Files.writeString(folder.resolve(".index.json"), root.toString());
        Files.writeString(manifest, MANIFEST);
    }

    private static void write(FhirContext context, String name, Path folder, JsonArray index, Set<String> seen)
            throws IOException {
        Bundle bundle;
        try (Reader reader =
                new InputStreamReader(CorePackage.class.getResourceAsStream(BASE + name), StandardCharsets.UTF_8)) {
            var parser = name.endsWith("xml") ? context.newXmlParser() : context.newJsonParser();
            bundle = parser.parseResource(Bundle.class, reader);
        }
        for (var entry : bundle.getEntry()) {
            if (entry.getResource() instanceof MetadataResource resource) {
                if (resource.getIdElement().getIdPart() == null) {
                    resource.setId(resource.getUrl().substring(resource.getUrl().lastIndexOf('/') + 1));
                }
                ((DomainResource) resource).setText(null);
                String file =
                        resource.fhirType() + "-" + resource.getIdElement().getIdPart() + ".json";
                if (seen.add(file)) {
                    Files.writeString(
                            folder.resolve(file), context.newJsonParser().encodeResourceToString(resource));
                    index.add(row(file, resource));
                }
            }
        }
    }

    /** One row of a package index: what a reader needs to find a resource without opening it. */
    static JsonObject row(String file, MetadataResource resource) {
        JsonObject row = new JsonObject();
        row.addProperty("filename", file);
        row.addProperty("resourceType", resource.fhirType());
        row.addProperty("id", resource.getIdElement().getIdPart());
        row.addProperty("url", resource.getUrl());
        row.addProperty("version", resource.getVersion());
        if (resource instanceof StructureDefinition definition) {
            row.addProperty("kind", definition.getKind().toCode());
            row.addProperty("type", definition.getType());
            if (definition.hasDerivation()) {
                row.addProperty("derivation", definition.getDerivation().toCode());
            }
        }
        return row;
    }
}
