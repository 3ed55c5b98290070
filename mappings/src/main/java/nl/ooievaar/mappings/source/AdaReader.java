package nl.ooievaar.mappings.source;

import java.io.ByteArrayInputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads ADA XML, the form in which Nictiz writes records of its datasets, and ADA Lite, the same without numbers. Streams; reads
 * no document type and no entity. Thread safe.
 */
public final class AdaReader {
    private static final XMLInputFactory XML = factory();

    private final Limits limits;
    private final ElementNames names;

    public AdaReader(Limits limits, ElementNames names) {
        this.limits = limits;
        this.names = names;
    }

    private static XMLInputFactory factory() {
        XMLInputFactory made = XMLInputFactory.newDefaultFactory();
        made.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        made.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        made.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        made.setProperty(XMLInputFactory.IS_COALESCING, true);
        return made;
    }

    /**
     * @throws Unreadable when it is no XML, no record of a known dataset, or too large
     */
    public SourceRecord read(byte[] bytes) {
        if (bytes.length > limits.bytes()) {
            throw new Unreadable(Unreadable.Reason.TOO_LARGE, 0, 0, limits.bytes());
        }
        try {
            XMLStreamReader xml = XML.createXMLStreamReader(new ByteArrayInputStream(bytes));
            try {
                return new Reading(xml).record(Digest.sha256(bytes));
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

    /** An element that is open: whether it turns out a part or a field is known when the next begins or it ends. */
    private static final class Open {
        private final Map<String, Integer> seen = new HashMap<>();
        private final String name;
        private final int index;
        private final Map<String, String> attributes;
        private final int line;
        private final int column;
        private Group group;

        Open(String name, int index, Map<String, String> attributes, Location at) {
            this.name = name;
            this.index = index;
            this.attributes = attributes;
            this.line = at.getLineNumber();
            this.column = at.getColumnNumber();
        }

        int next(String child) {
            return seen.merge(child, 1, Integer::sum) - 1;
        }
    }

    private final class Reading {
        private final XMLStreamReader xml;
        private final Deque<Open> open = new ArrayDeque<>();
        private final List<Leaf> leaves = new ArrayList<>();
        private Optional<Dataset> dataset = Optional.empty();
        private boolean numbered;
        private boolean foreign;

        Reading(XMLStreamReader xml) {
            this.xml = xml;
        }

        SourceRecord record(String sha256) throws XMLStreamException {
            String transaction = "";
            while (xml.hasNext()) {
                int event = xml.next();
                if (event == XMLStreamReader.START_ELEMENT) {
                    if (transaction.isEmpty() && !wrapper(xml.getLocalName())) {
                        transaction = xml.getLocalName();
                        begin();
                    } else if (!transaction.isEmpty()) {
                        begin();
                    } else if (xml.getLocalName().equals("meta")) {
                        skip();
                    }
                } else if (event == XMLStreamReader.END_ELEMENT && !open.isEmpty()) {
                    end();
                }
            }
            if (transaction.isEmpty() || !names.transaction(transaction) && !numbered) {
                throw new Unreadable(Unreadable.Reason.UNKNOWN_FORM, 0, 0, 0);
            }
            if (foreign && !numbered) {
                throw new Unreadable(Unreadable.Reason.UNKNOWN_DATASET, 0, 0, 0);
            }
            Dataset found = dataset.or(() -> names.dataset(transaction(leaves)))
                    .orElseThrow(() -> new Unreadable(Unreadable.Reason.UNKNOWN_DATASET, 0, 0, 0));
            SourceRecord.Format format = numbered ? SourceRecord.Format.ADA : SourceRecord.Format.ADA_LITE;
            return new SourceRecord(format, transaction, found, List.copyOf(leaves), sha256);
        }

        private String transaction(List<Leaf> of) {
            return of.isEmpty() ? "" : of.get(0).group().path().replaceFirst("\\[.*", "");
        }

        private boolean wrapper(String name) {
            return name.equals("adaxml") || name.equals("data") || name.equals("ada") || name.equals("meta");
        }

        private void skip() throws XMLStreamException {
            int depth = 1;
            while (depth > 0 && xml.hasNext()) {
                int event = xml.next();
                depth += event == XMLStreamReader.START_ELEMENT ? 1 : event == XMLStreamReader.END_ELEMENT ? -1 : 0;
            }
        }

        private void begin() {
            if (open.size() >= limits.depth()) {
                throw new Unreadable(
                        Unreadable.Reason.TOO_DEEP,
                        xml.getLocation().getLineNumber(),
                        xml.getLocation().getColumnNumber(),
                        limits.depth());
            }
            String name = xml.getLocalName();
            int index = open.isEmpty() ? 0 : open.peek().next(name);
            if (!open.isEmpty()) {
                asGroup(open.peek());
            }
            Map<String, String> attributes = new HashMap<>();
            for (int i = 0; i < xml.getAttributeCount(); i++) {
                attributes.put(xml.getAttributeLocalName(i), xml.getAttributeValue(i));
            }
            open.push(new Open(name, index, attributes, xml.getLocation()));
        }

        private void asGroup(Open one) {
            if (one.group == null) {
                Optional<Group> parent = open.stream().skip(1).findFirst().map(above -> above.group);
                one.group = new Group(
                        parent, one.name, one.index, element(parent, one), one.attributes.getOrDefault("id", ""));
            }
        }

        private void end() {
            Open one = open.pop();
            boolean content = one.attributes.keySet().stream().anyMatch(name -> !name.equals("conceptId"));
            if (one.group != null || open.isEmpty() || !content) {
                return;
            }
            if (leaves.size() >= limits.leaves()) {
                throw new Unreadable(Unreadable.Reason.TOO_MANY, one.line, one.column, limits.leaves());
            }
            leaves.add(leaf(open.peek().group, one));
        }

        private Leaf leaf(Group in, Open one) {
            Map<String, String> told = one.attributes;
            Optional<Leaf.Coded> code = told.containsKey("code")
                    ? Optional.of(new Leaf.Coded(
                            told.get("code"),
                            told.getOrDefault("codeSystem", ""),
                            Optional.ofNullable(told.get("displayName")),
                            Optional.ofNullable(told.get("originalText"))))
                    : Optional.empty();
            return new Leaf(
                    in,
                    one.name,
                    one.index,
                    element(Optional.of(in), one),
                    Optional.ofNullable(told.getOrDefault("value", told.get("enum"))),
                    code,
                    Optional.ofNullable(told.get("unit")),
                    Optional.ofNullable(told.get("root")),
                    "reference".equals(told.get("datatype")),
                    one.line,
                    one.column);
        }

        private Optional<Element> element(Optional<Group> in, Open one) {
            String concept = one.attributes.get("conceptId");
            if (concept == null) {
                return in.flatMap(group -> names.element(group, one.name));
            }
            Optional<Element> found = Dataset.element(concept);
            numbered = numbered || found.isPresent();
            foreign = foreign || found.isEmpty();
            if (dataset.isEmpty()) {
                dataset = found.map(Element::dataset).filter(it -> it != Dataset.SHARED);
            }
            return found;
        }
    }
}
