package nl.ooievaar.server.validation;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import nl.ooievaar.server.store.StoredForm;
import nl.ooievaar.server.submission.TransactionBody;
import nl.ooievaar.subject.RefusedException;

/** How resources can be written down to be judged. */
public enum Form {
    JSON("json", "application/fhir+json", "application/json", "application/json+fhir", "text/json"),
    XML("xml", "application/fhir+xml", "application/xml", "application/xml+fhir", "text/xml"),
    /** One JSON resource a line. */
    LINES("ndjson", "application/fhir+ndjson", "application/ndjson", "application/x-ndjson");

    private final String ending;
    private final Set<String> mediaTypes;

    Form(String ending, String... mediaTypes) {
        this.ending = ending;
        this.mediaTypes = Set.of(mediaTypes);
    }

    /** By a Content-Type; JSON when none was told. A charset says nothing: FHIR is UTF-8, and the body shows whether it is. */
    public static Optional<Form> ofContentType(String told) {
        if (told == null || told.isBlank()) {
            return Optional.of(JSON);
        }
        String type = told.split(";")[0].trim().toLowerCase(Locale.ROOT);
        for (Form form : values()) {
            if (form.mediaTypes.contains(type)) {
                return Optional.of(form);
            }
        }
        return Optional.empty();
    }

    /** The type that a well-formed resource in this form says it is; empty when it says none. */
    String type(byte[] resource) {
        return this == XML
                ? XmlPlaces.of(resource).root()
                : StoredForm.top(resource, "resourceType").orElse("");
    }

    /** By how the name of a file ends. */
    public static Optional<Form> ofFile(String name) {
        String end = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        for (Form form : values()) {
            if (form.ending.equals(end)) {
                return Optional.of(form);
            }
        }
        return Optional.empty();
    }

    /** By what a body looks like: what begins with a tag is XML, and a whole resource with more behind its line is a line. */
    public static Form ofContent(byte[] body) {
        String text = new String(body, StandardCharsets.UTF_8).strip();
        if (text.startsWith("<") || text.startsWith("\uFEFF<")) {
            return XML;
        }
        int end = text.indexOf('\n');
        try {
            TransactionBody.check(text.substring(0, Math.max(0, end)).getBytes(StandardCharsets.UTF_8));
            return LINES;
        } catch (RefusedException no) {
            return JSON;
        }
    }
}
