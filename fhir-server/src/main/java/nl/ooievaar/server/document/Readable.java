package nl.ooievaar.server.document;

import java.util.List;
import java.util.Map;

/**
 * What a document says, before it is XHTML.
 *
 * @param language of the words around it
 * @param about lines at its head, as name and text
 * @param parts what follows, in order
 */
record Readable(String language, String title, Map<String, String> about, List<Part> parts) {

    /** One part under its title. */
    record Part(String title, List<String> texts) {}
}
