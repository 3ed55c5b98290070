package nl.ooievaar.mappings.maps;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The maps of the package that are made from the tables of the bridges, so that what is published is what is done. Run as a program
 * it writes their sources into the folder it is given.
 */
public final class ConceptMaps {
    private ConceptMaps() {}

    /** Every map, in a fixed order. */
    public static List<CodeMap> all() {
        return List.of(BirthCareMaps.fields(), BirthCareMaps.factors(), DossierMaps.bds());
    }

    public static void main(String[] folder) throws IOException {
        for (CodeMap one : all()) {
            Files.writeString(Path.of(folder[0], one.id() + ".fsh"), Fsh.of(one));
        }
    }
}
