package nl.ooievaar.server.validation;

import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Cuts the resource out of Parameters in XML as it stands there. */
final class XmlParameters {
    private static final String FHIR = " xmlns=\"http://hl7.org/fhir\"";

    private final String text;
    private final XMLStreamReader in;
    private final Map<String, String> others = new LinkedHashMap<>();
    private String resource = "";
    private int at;

    private XmlParameters(String text) throws XMLStreamException {
        this.text = text;
        this.in = XmlPlaces.FACTORY.createXMLStreamReader(new StringReader(text));
    }

    /** Of a body that {@link XmlPlaces} found well-formed. */
    static Optional<Asked> read(byte[] body) {
        String text = new String(body, StandardCharsets.UTF_8);
        try {
            XmlParameters read = new XmlParameters(text.startsWith("\uFEFF") ? text.substring(1) : text);
            try {
                return read.all();
            } finally {
                read.in.close();
            }
        } catch (XMLStreamException e) {
            throw XmlPlaces.malformed(new XmlPlaces.Place(1, 1));
        }
    }

    private Optional<Asked> all() throws XMLStreamException {
        nextElement();
        if (!in.getLocalName().equals("Parameters")) {
            return Optional.empty();
        }
        for (int i = 0; nextElement(); i++) {
            if (in.getLocalName().equals("parameter")) {
                parameter(i);
            } else {
                skip();
            }
        }
        return Optional.of(Asked.of(resource.getBytes(StandardCharsets.UTF_8), at, others));
    }

    private void parameter(int index) throws XMLStreamException {
        String name = "";
        String value = "";
        while (nextElement()) {
            String element = in.getLocalName();
            String told =
                    Optional.ofNullable(in.getAttributeValue(null, "value")).orElse("");
            if (element.equals("resource") && nextElement()) {
                resource = inner();
                at = index;
            } else if (element.equals("name")) {
                name = told;
            } else if (element.startsWith("value")) {
                value = told;
            }
            skip();
        }
        if (!name.equals("resource")) {
            others.put(name, value);
        }
    }

    /** From the tag that was just read to its end, with the namespace that it may have from around it. */
    private String inner() throws XMLStreamException {
        int from = in.getLocation().getCharacterOffset();
        int head = from + 1 + in.getLocalName().length();
        skip();
        int to = text.indexOf('>', in.getLocation().getCharacterOffset()) + 1;
        String tag = text.substring(head, text.indexOf('>', head));
        return text.substring(from, head) + (tag.contains("xmlns") ? "" : FHIR) + text.substring(head, to);
    }

    /** The next element within the present one, or false at its end. */
    private boolean nextElement() throws XMLStreamException {
        while (in.hasNext()) {
            int next = in.next();
            if (next == XMLStreamConstants.START_ELEMENT) {
                return true;
            } else if (next == XMLStreamConstants.END_ELEMENT) {
                return false;
            }
        }
        return false;
    }

    /** To the end of the present element. */
    private void skip() throws XMLStreamException {
        while (nextElement()) {
            skip();
        }
    }
}
