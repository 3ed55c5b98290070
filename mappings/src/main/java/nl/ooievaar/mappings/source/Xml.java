package nl.ooievaar.mappings.source;

import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.Deque;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** XML that nobody vouches for: streamed, within limits, without document type and without entity. */
final class Xml {
    /** Elements and attributes for each field that a record may hold: what only wraps is counted too. */
    private static final int WRAPPING = 20;

    private static final XMLInputFactory FACTORY = factory();

    private Xml() {}

    private static XMLInputFactory factory() {
        XMLInputFactory made = XMLInputFactory.newDefaultFactory();
        made.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        made.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        made.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        made.setProperty(XMLInputFactory.IS_COALESCING, true);
        return made;
    }

    /** What is done with a document that was opened. */
    interface Reading<T> {
        T of(XMLStreamReader xml) throws XMLStreamException;
    }

    /** @throws Unreadable when it is larger than may be read, or no XML */
    static <T> T read(byte[] bytes, Limits limits, Reading<T> reading) {
        if (bytes.length > limits.bytes()) {
            throw new Unreadable(Unreadable.Reason.TOO_LARGE, 0, 0, limits.bytes());
        }
        try {
            XMLStreamReader xml = FACTORY.createXMLStreamReader(new StringReader(Encoded.text(bytes)));
            try {
                return reading.of(xml);
            } finally {
                xml.close();
            }
        } catch (XMLStreamException e) {
            Location at = e.getLocation();
            throw at == null
                    ? new Unreadable(Unreadable.Reason.NOT_XML, 0, 0, 0)
                    : new Unreadable(Unreadable.Reason.NOT_XML, at.getLineNumber(), at.getColumnNumber(), 0);
        }
    }

    /**
     * The next event.
     *
     * @throws Unreadable when it is a document type or an entity, or when the parser of the platform breaks on what it reads
     */
    static int next(XMLStreamReader xml) throws XMLStreamException {
        int event;
        try {
            event = xml.next();
        } catch (RuntimeException e) {
            throw unreadable(Unreadable.Reason.NOT_XML, xml, 0);
        }
        if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
            throw unreadable(Unreadable.Reason.DOCUMENT_TYPE, xml, 0);
        }
        return event;
    }

    static Unreadable unreadable(Unreadable.Reason reason, XMLStreamReader xml, long limit) {
        Location at = xml.getLocation();
        return new Unreadable(reason, at.getLineNumber(), at.getColumnNumber(), limit);
    }

    /** To the outermost element. */
    static void begin(XMLStreamReader xml) throws XMLStreamException {
        while (xml.hasNext()) {
            if (next(xml) == XMLStreamConstants.START_ELEMENT) {
                return;
            }
        }
        throw unreadable(Unreadable.Reason.NOT_XML, xml, 0);
    }

    /** The outermost element, at whose begin it stands, and all in it. */
    static Node tree(XMLStreamReader xml, Limits limits) throws XMLStreamException {
        Deque<Node> open = new ArrayDeque<>();
        Node root = null;
        long count = 0;
        int event = xml.getEventType();
        while (true) {
            switch (event) {
                case XMLStreamConstants.START_ELEMENT -> {
                    count += 1 + xml.getAttributeCount();
                    if (open.size() >= limits.depth()) {
                        throw unreadable(Unreadable.Reason.TOO_DEEP, xml, limits.depth());
                    }
                    if (count > (long) WRAPPING * limits.leaves()) {
                        throw unreadable(Unreadable.Reason.TOO_MANY, xml, limits.leaves());
                    }
                    Node node = node(xml);
                    root = root == null ? node : root;
                    if (!open.isEmpty()) {
                        open.peek().children.add(node);
                    }
                    open.push(node);
                }
                case XMLStreamConstants.END_ELEMENT -> open.pop();
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                    if (!open.isEmpty()) {
                        open.peek().say(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
                    }
                }
                default -> {}
            }
            if (!xml.hasNext()) {
                return root;
            }
            event = next(xml);
        }
    }

    private static Node node(XMLStreamReader xml) {
        Location at = xml.getLocation();
        Node node = new Node(xml.getLocalName(), at.getLineNumber(), at.getColumnNumber());
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            node.attributes.put(xml.getAttributeLocalName(i), xml.getAttributeValue(i));
        }
        return node;
    }
}
