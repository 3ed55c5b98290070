package nl.ooievaar.mappings.dossier;

import java.io.ByteArrayInputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import nl.ooievaar.mappings.source.Limits;
import nl.ooievaar.mappings.source.Unreadable;

/** Reads the XML form of a dossier as a stream; no document type and no entity. */
final class DossierXmlReader {
    static final XMLInputFactory XML = factory();

    private final Limits limits;
    private final Declaration declaration;

    DossierXmlReader(Limits limits, Declaration declaration) {
        this.limits = limits;
        this.declaration = declaration;
    }

    private static XMLInputFactory factory() {
        XMLInputFactory made = XMLInputFactory.newDefaultFactory();
        made.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        made.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        made.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        made.setProperty(XMLInputFactory.IS_COALESCING, true);
        return made;
    }

    DossierSource read(byte[] bytes) {
        try {
            XMLStreamReader xml = XML.createXMLStreamReader(new ByteArrayInputStream(bytes));
            try {
                return new DossierSource(new Reading(xml).fields());
            } finally {
                xml.close();
            }
        } catch (XMLStreamException e) {
            throw at(Unreadable.Reason.NOT_XML, e.getLocation(), 0);
        }
    }

    private static Unreadable at(Unreadable.Reason reason, Location at, long limit) {
        return at == null
                ? new Unreadable(reason, 0, 0, limit)
                : new Unreadable(reason, at.getLineNumber(), at.getColumnNumber(), limit);
    }

    /** An element that is open; what it is by the declaration, or empty when it knows none. */
    private static final class Open {
        private final Map<String, Integer> seen = new HashMap<>();
        private final StringBuilder text = new StringBuilder();
        private final List<Path.Step> at;
        private final Node node;
        private final Location place;
        private boolean parent;

        Open(List<Path.Step> at, Node node, Location place) {
            this.at = at;
            this.node = node;
            this.place = place;
        }
    }

    private final class Reading {
        private final XMLStreamReader xml;
        private final Deque<Open> open = new ArrayDeque<>();
        private final List<Field> fields = new ArrayList<>();

        Reading(XMLStreamReader xml) {
            this.xml = xml;
        }

        List<Field> fields() throws XMLStreamException {
            while (xml.hasNext()) {
                switch (xml.next()) {
                    case XMLStreamReader.START_ELEMENT -> begin();
                    case XMLStreamReader.CHARACTERS, XMLStreamReader.CDATA -> text();
                    case XMLStreamReader.END_ELEMENT -> end();
                    case XMLStreamReader.DTD, XMLStreamReader.ENTITY_REFERENCE ->
                        throw at(Unreadable.Reason.NOT_XML, xml.getLocation(), 0);
                    default -> {
                        // Comments and instructions say nothing.
                    }
                }
            }
            return fields;
        }

        private void text() {
            if (!open.isEmpty()) {
                open.peek().text.append(xml.getText());
            }
        }

        private void begin() {
            if (open.isEmpty()) {
                if (!xml.getLocalName().equals("dossier") || !DossierWriter.NAMESPACE.equals(xml.getNamespaceURI())) {
                    throw at(Unreadable.Reason.NOT_A_DOSSIER, xml.getLocation(), 0);
                }
                open.push(new Open(List.of(), declaration.root(), xml.getLocation()));
                return;
            }
            if (open.size() > limits.depth()) {
                throw at(Unreadable.Reason.TOO_DEEP, xml.getLocation(), limits.depth());
            }
            Open around = open.peek();
            around.parent = true;
            String name = xml.getLocalName();
            Node node = around.node == null
                    ? null
                    : declaration.children(around.node).get(name);
            int index = around.seen.merge(name, 1, Integer::sum) - 1;
            boolean alone = index == 0 && (node == null || !node.row().repeats());
            List<Path.Step> at = new ArrayList<>(around.at);
            at.add(new Path.Step(name, "", alone ? Path.NONE : index));
            open.push(new Open(List.copyOf(at), node, xml.getLocation()));
            for (int i = 0; i < xml.getAttributeCount(); i++) {
                add(open.peek(), "@" + xml.getAttributeLocalName(i), xml.getAttributeValue(i));
            }
        }

        private void end() {
            Open one = open.pop();
            if (!one.parent && !one.at.isEmpty()) {
                add(one, "", one.text.toString());
            } else if (!one.text.toString().isBlank()) {
                add(one, "@text", one.text.toString());
            }
        }

        private void add(Open one, String under, String text) {
            if (fields.size() >= limits.leaves()) {
                throw at(Unreadable.Reason.TOO_MANY, one.place, limits.leaves());
            }
            Path path = under.isEmpty() ? new Path(one.at) : new Path(one.at).then(under);
            Node node = under.isEmpty() ? one.node : null;
            fields.add(new Field(
                    path,
                    node == null
                            ? Json.text(text)
                            : node.value().map(it -> it.read(text)).orElse(Json.text(text)),
                    one.place.getLineNumber(),
                    one.place.getColumnNumber()));
        }
    }
}
