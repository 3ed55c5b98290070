package nl.ooievaar.server.rest;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.DataFormatException;
import ca.uhn.fhir.parser.StrictErrorHandler;
import ca.uhn.fhir.rest.api.RequestTypeEnum;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.exceptions.UnprocessableEntityException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import nl.ooievaar.server.validation.Form;
import nl.ooievaar.server.validation.Issue;
import nl.ooievaar.server.validation.Question;
import nl.ooievaar.server.validation.Validation;
import nl.ooievaar.server.validation.XmlPlaces;
import nl.ooievaar.subject.Reason;
import nl.ooievaar.subject.Refusal;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.springframework.stereotype.Component;

/** The body of a request as JSON bytes, exactly as sent and already found well-formed; XML is turned into JSON after it was read strictly. */
@Component
public class Received {
    private final FhirContext fhir;
    private final Exchange exchange;
    private final Validation validation;

    public Received(FhirContext fhir, Exchange exchange, Validation validation) {
        this.fhir = fhir;
        this.exchange = exchange;
        this.validation = validation;
    }

    byte[] json(RequestDetails details) {
        byte[] body = details.loadRequestContents();
        if (!isXml(details)) {
            return body;
        }
        XmlPlaces places = XmlPlaces.of(body);
        Strict strict = new Strict(places);
        try {
            IBaseResource read = fhir.newXmlParser()
                    .setParserErrorHandler(strict)
                    .parseResource(new String(body, StandardCharsets.UTF_8));
            if (strict.invalid == null) {
                return fhir.newJsonParser().encodeResourceToString(read).getBytes(StandardCharsets.UTF_8);
            }
        } catch (DataFormatException e) {
            throw XmlPlaces.malformed(new XmlPlaces.Place(1, 1));
        }
        throw unfit(body, places, strict.invalid, details);
    }

    /** A value that is none of its type gets lost on the way to JSON, so what was sent is judged itself. */
    private RuntimeException unfit(byte[] body, XmlPlaces places, XmlPlaces.Place invalid, RequestDetails details) {
        String interaction = details.getRestOperationType().getCode();
        char letter = details.getRequestType() == RequestTypeEnum.POST ? 'c' : 'u';
        Exchange.Context context = null;
        for (String type : places.resources()) {
            context = exchange.open(details, interaction, type, letter, null);
        }
        exchange.refused(context, Refusal.of(Reason.INVALID_RESOURCE).exception());
        List<Issue> errors = validation.judge().of(body, Form.XML, context.locale(), Question.PLAIN).stream()
                .filter(Issue::error)
                .toList();
        return errors.isEmpty()
                ? XmlPlaces.malformed(invalid)
                : new UnprocessableEntityException("invalid", Outcomes.of(errors, details));
    }

    static boolean isXml(RequestDetails details) {
        String type = details.getHeader("Content-Type");
        return type != null && type.contains("xml");
    }

    /** Strict, for what XML holds beyond FHIR would vanish on the way to JSON; with the place, which the parser does not tell. */
    private static final class Strict extends StrictErrorHandler {
        private final XmlPlaces places;
        private XmlPlaces.Place invalid;

        private Strict(XmlPlaces places) {
            this.places = places;
        }

        @Override
        public void unknownElement(IParseLocation location, String name) {
            throw XmlPlaces.malformed(places.ofName(name));
        }

        @Override
        public void invalidValue(IParseLocation location, String value, String error) {
            invalid = invalid == null ? places.ofValue(value) : invalid;
        }
    }
}
