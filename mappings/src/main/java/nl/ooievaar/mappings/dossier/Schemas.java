package nl.ooievaar.mappings.dossier;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The schemas of both forms. Run as a program it writes them into the folder it is given. */
public final class Schemas {
    static final String JSON = "dossier.schema.json";
    static final String XML = "dossier.xsd";

    private Schemas() {}

    public static String json(Declaration declaration) {
        return new JsonSchema(declaration).text();
    }

    public static String xml(Declaration declaration) {
        return new XmlSchema(declaration).text();
    }

    public static void main(String[] folder) throws IOException {
        Files.writeString(Path.of(folder[0], JSON), json(Declaration.table()));
        Files.writeString(Path.of(folder[0], XML), xml(Declaration.table()));
    }
}
