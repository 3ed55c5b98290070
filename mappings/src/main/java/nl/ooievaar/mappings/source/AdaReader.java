package nl.ooievaar.mappings.source;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.Location;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads ADA XML, the form in which Nictiz writes records of its datasets, with its older form of 2014 (root {@code ada}), and ADA
 * Lite, the same without numbers, code systems and units. A leaf is an element without others in it that holds more than its number.
 * Streams; reads no document type and no entity. Thread safe.
 */
public final class AdaReader {
    private static final int END = -1;

    /** What says only which field it is, and of which type. */
    private static final Set<String> BUILD = Set.of("conceptId", "type", "datatype");

    /** Where the value stands, in each of the forms. */
    private static final List<String> VALUES = List.of("value", "enum", "text", "attachment");

    /** The numbering of the messages of birth care. */
    private static final String MESSAGES = "2.16.840.1.113883.2.4.3.11.60.90.77.4.";

    private final Limits limits;
    private final ElementNames names;

    public AdaReader(Limits limits, ElementNames names) {
        this.limits = limits;
        this.names = names;
    }

    /**
     * @throws Unreadable when it is no XML, no record of a known dataset, or too large
     */
    public SourceRecord read(byte[] bytes) {
        String sha256 = Digest.sha256(bytes);
        return Xml.read(bytes, limits, xml -> {
            Xml.begin(xml);
            return read(xml, sha256);
        });
    }

    /** From the outermost element, at whose begin it stands. */
    SourceRecord read(XMLStreamReader xml, String sha256) throws XMLStreamException {
        return new Reading(xml).record(sha256);
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
        /** A message or a number that is none of the datasets that are known. */
        private boolean foreign;

        Reading(XMLStreamReader xml) {
            this.xml = xml;
        }

        SourceRecord record(String sha256) throws XMLStreamException {
            String transaction = "";
            for (int event = xml.getEventType(); event != END; event = xml.hasNext() ? Xml.next(xml) : END) {
                if (event == XMLStreamReader.START_ELEMENT) {
                    if (transaction.isEmpty() && !wrapper(xml.getLocalName())) {
                        transaction = xml.getLocalName();
                        String message = xml.getAttributeValue(null, "transactionRef");
                        foreign = message != null && message.startsWith(MESSAGES) && !names.transaction(transaction);
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
            return record(transaction, sha256);
        }

        private SourceRecord record(String transaction, String sha256) {
            if (!numbered && foreign) {
                throw new Unreadable(Unreadable.Reason.UNKNOWN_DATASET, 0, 0, 0);
            }
            if (transaction.isEmpty() || !names.transaction(transaction) && !numbered) {
                throw new Unreadable(Unreadable.Reason.UNKNOWN_FORM, 0, 0, 0);
            }
            Dataset found = dataset.or(() -> names.dataset(transaction))
                    .orElseThrow(() -> new Unreadable(Unreadable.Reason.UNKNOWN_DATASET, 0, 0, 0));
            SourceRecord.Format format = numbered ? SourceRecord.Format.ADA : SourceRecord.Format.ADA_LITE;
            return new SourceRecord(format, transaction, found, List.copyOf(leaves), sha256);
        }

        private boolean wrapper(String name) {
            return name.equals("adaxml") || name.equals("data") || name.equals("meta");
        }

        private void skip() throws XMLStreamException {
            int depth = 1;
            while (depth > 0 && xml.hasNext()) {
                int event = Xml.next(xml);
                depth += event == XMLStreamReader.START_ELEMENT ? 1 : event == XMLStreamReader.END_ELEMENT ? -1 : 0;
            }
        }

        private void begin() {
            if (open.size() >= limits.depth()) {
                throw Xml.unreadable(Unreadable.Reason.TOO_DEEP, xml, limits.depth());
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
            boolean content = one.attributes.keySet().stream().anyMatch(name -> !BUILD.contains(name));
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
            Optional<Element> element = element(Optional.of(in), one);
            Optional<Leaf.Coded> code = told.containsKey("code")
                    ? Optional.of(new Leaf.Coded(
                            told.get("code"),
                            told.getOrDefault("codeSystem", ""),
                            Optional.ofNullable(told.get("displayName")),
                            Optional.ofNullable(told.get("originalText"))))
                    : element.flatMap(it -> Unsaid.code(it, told));
            boolean time = told.getOrDefault("type", "").startsWith("TS");
            return new Leaf(
                    in,
                    one.name,
                    one.index,
                    element,
                    VALUES.stream()
                            .filter(told::containsKey)
                            .findFirst()
                            .map(told::get)
                            .map(value -> time ? Times.iso(value) : value),
                    code,
                    Optional.ofNullable(told.get("unit")).or(() -> element.flatMap(Unsaid::unit)),
                    Optional.ofNullable(told.get("root")).or(() -> element.flatMap(Unsaid::root)),
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
