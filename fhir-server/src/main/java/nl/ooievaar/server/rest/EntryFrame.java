package nl.ooievaar.server.rest;

import org.hl7.fhir.r4.model.Bundle;

/** What stands around a resource in a Bundle entry: address, search mode, and the request and answer of a history. */
final class EntryFrame {
    private EntryFrame() {}

    /** Properties without braces; ids, methods and codes need no escaping. */
    static String of(Bundle.BundleEntryComponent entry) {
        StringBuilder frame = new StringBuilder("\"fullUrl\":\"").append(entry.getFullUrl()).append('"');
        if (entry.getSearch().hasMode()) {
            frame.append(",\"search\":{\"mode\":\"")
                    .append(entry.getSearch().getMode().toCode())
                    .append("\"}");
        }
        if (entry.hasRequest()) {
            frame.append(",\"request\":{\"method\":\"")
                    .append(entry.getRequest().getMethod().toCode())
                    .append("\",\"url\":\"")
                    .append(entry.getRequest().getUrl())
                    .append("\"}");
        }
        if (entry.hasResponse()) {
            frame.append(",\"response\":{\"status\":\"")
                    .append(entry.getResponse().getStatus())
                    .append("\",\"etag\":\"")
                    .append(entry.getResponse().getEtag().replace("\"", "\\\""))
                    .append("\",\"lastModified\":\"")
                    .append(entry.getResponse().getLastModifiedElement().getValueAsString())
                    .append("\"}");
        }
        return frame.toString();
    }
}
