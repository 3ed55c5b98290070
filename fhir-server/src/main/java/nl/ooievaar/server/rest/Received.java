package nl.ooievaar.server.rest;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.DataFormatException;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import java.nio.charset.StandardCharsets;
import nl.ooievaar.subject.Reason;
import nl.ooievaar.subject.Refusal;
import org.springframework.stereotype.Component;

/** The body of a request as JSON bytes, exactly as sent and already found well-formed; XML is turned into JSON after it was read strictly. */
@Component
public class Received {
    private final FhirContext fhir;

    public Received(FhirContext fhir) {
        this.fhir = fhir;
    }

    byte[] json(RequestDetails details) {
        byte[] body = details.loadRequestContents();
        if (!isXml(details)) {
            return body;
        }
        try {
            // Strict here: what XML holds beyond FHIR would vanish on the way to JSON.
            return fhir.newJsonParser()
                    .encodeResourceToString(fhir.newXmlParser()
                            .setParserErrorHandler(new ca.uhn.fhir.parser.StrictErrorHandler())
                            .parseResource(new String(body, StandardCharsets.UTF_8)))
                    .getBytes(StandardCharsets.UTF_8);
        } catch (DataFormatException e) {
            throw Refusal.of(Reason.MALFORMED_XML, "1", "1").exception();
        }
    }

    static boolean isXml(RequestDetails details) {
        String type = details.getHeader("Content-Type");
        return type != null && type.contains("xml");
    }
}
