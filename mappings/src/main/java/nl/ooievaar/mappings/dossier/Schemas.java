package nl.ooievaar.mappings.dossier;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * The schemas of both forms, of the parent dossier and of what of it goes to the dossier of a child. Run as a program it writes them
 * into the folder it is given.
 */
public final class Schemas {
    static final String JSON = "dossier.schema.json";
    static final String XML = "dossier.xsd";
    static final String CHILD_JSON = "child-dossier.schema.json";
    static final String CHILD_XML = "child-dossier.xsd";

    private Schemas() {}

    /** Each by the name of its file. */
    public static Map<String, String> all() {
        Declaration table = Declaration.table();
        Map<String, String> all = new TreeMap<>();
        all.put(JSON, new JsonSchema(table, true).text());
        all.put(XML, new XmlSchema(table, true).text());
        all.put(CHILD_JSON, new JsonSchema(table, false).text());
        all.put(CHILD_XML, new XmlSchema(table, false).text());
        return all;
    }

    public static void main(String[] folder) throws IOException {
        for (Map.Entry<String, String> one : all().entrySet()) {
            Files.writeString(Path.of(folder[0], one.getKey()), one.getValue());
        }
    }
}
