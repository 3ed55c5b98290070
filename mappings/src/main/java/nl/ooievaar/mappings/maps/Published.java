package nl.ooievaar.mappings.maps;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import nl.ooievaar.mappings.dossier.Definitions;

/**
 * Writes all that the package has of the tables: the sources of the ConceptMaps into the first folder, and the definitions of the parent
 * dossier into the second.
 */
public final class Published {
    private Published() {}

    public static void main(String[] folders) throws IOException {
        ConceptMaps.main(folders);
        Path folder = Files.createDirectories(Path.of(folders[1]));
        for (Map.Entry<String, String> one : Definitions.all().entrySet()) {
            Files.writeString(folder.resolve(one.getKey()), one.getValue());
        }
    }
}
