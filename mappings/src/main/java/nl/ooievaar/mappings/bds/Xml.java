package nl.ooievaar.mappings.bds;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes elements with their attributes; what opens must be closed. */
final class Xml {
    static final String V3 = "urn:hl7-org:v3";
    private static final String XSI = "http://www.w3.org/2001/XMLSchema-instance";

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final XMLStreamWriter out;

    Xml() {
        try {
            out = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(bytes, StandardCharsets.UTF_8.name());
            out.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    Xml root(String name) {
        try {
            out.writeStartElement(name);
            out.writeDefaultNamespace(V3);
            out.writeNamespace("xsi", XSI);
            return this;
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @param attributes name and value in turns; {@code xsi:type} is known */
    Xml open(String name, String... attributes) {
        try {
            out.writeStartElement(name);
            for (int i = 0; i < attributes.length; i += 2) {
                if (attributes[i].startsWith("xsi:")) {
                    out.writeAttribute("xsi", XSI, attributes[i].substring(4), attributes[i + 1]);
                } else {
                    out.writeAttribute(attributes[i], attributes[i + 1]);
                }
            }
            return this;
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    Xml close(int elements) {
        try {
            for (int i = 0; i < elements; i++) {
                out.writeEndElement();
            }
            return this;
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    /** An element that holds nothing else. */
    Xml leaf(String name, String... attributes) {
        return open(name, attributes).close(1);
    }

    Xml text(String name, String text, String... attributes) {
        open(name, attributes);
        try {
            out.writeCharacters(text);
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
        return close(1);
    }

    byte[] bytes() {
        try {
            out.writeEndDocument();
            out.flush();
            return bytes.toByteArray();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }
}
