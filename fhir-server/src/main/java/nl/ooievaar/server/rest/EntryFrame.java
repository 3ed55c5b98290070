package nl.ooievaar.server.rest;

import ca.uhn.fhir.context.FhirContext;
import java.util.ArrayList;
import java.util.List;
import org.hl7.fhir.r4.model.Bundle;

/** What stands around a resource in a Bundle entry: address, search mode, and the request and answer of a history or batch. */
final class EntryFrame {
    private EntryFrame() {}

    /** Properties without braces; ids, methods and codes need no escaping. */
    static String of(Bundle.BundleEntryComponent entry, FhirContext fhir) {
        List<String> parts = new ArrayList<>();
        if (entry.hasFullUrl()) {
            parts.add("\"fullUrl\":\"" + entry.getFullUrl() + '"');
        }
        if (entry.getSearch().hasMode()) {
            parts.add("\"search\":{\"mode\":\"" + entry.getSearch().getMode().toCode() + "\"}");
        }
        if (entry.hasRequest()) {
            parts.add("\"request\":{\"method\":\""
                    + entry.getRequest().getMethod().toCode() + "\",\"url\":\""
                    + entry.getRequest().getUrl() + "\"}");
        }
        if (entry.hasResponse()) {
            parts.add("\"response\":{" + response(entry.getResponse(), fhir) + "}");
        }
        return String.join(",", parts);
    }

    private static String response(Bundle.BundleEntryResponseComponent response, FhirContext fhir) {
        List<String> parts = new ArrayList<>();
        parts.add("\"status\":\"" + response.getStatus() + '"');
        if (response.hasLocation()) {
            parts.add("\"location\":\"" + response.getLocation() + '"');
        }
        if (response.hasEtag()) {
            parts.add("\"etag\":\"" + response.getEtag().replace("\"", "\\\"") + '"');
        }
        if (response.hasLastModified()) {
            parts.add("\"lastModified\":\"" + response.getLastModifiedElement().getValueAsString() + '"');
        }
        if (response.hasOutcome()) {
            parts.add("\"outcome\":" + fhir.newJsonParser().encodeResourceToString(response.getOutcome()));
        }
        return String.join(",", parts);
    }
}
