package nl.ooievaar.server.validation;

import java.io.ByteArrayInputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import nl.ooievaar.server.submission.TransactionBody;
import nl.ooievaar.subject.Reason;
import nl.ooievaar.subject.Refusal;
import nl.ooievaar.subject.RefusedException;

/**
 * Reads an XML body strictly and remembers where each element stands, by its FHIRPath. A document type, text outside a
 * narrative and anything not well-formed is refused with line and column (FHIR R4 xml).
 */
public final class XmlPlaces {
    /** From 1, as editors count. */
    public record Place(int line, int column) {}

    private static final String XHTML = "http://www.w3.org/1999/xhtml";
    private static final Pattern ENTRY = Pattern.compile("Bundle\\.entry\\[\\d+]\\.resource\\[0]");
    /** No resource comes near it. */
    private static final int DEEPEST = TransactionBody.DEEPEST;
    /** No element of FHIR or XHTML comes near it. */
    private static final int LONGEST_NAME = 100;

    static final XMLInputFactory FACTORY = factory();

    private record Open(String path, Map<String, Integer> children) {}

    private final Map<String, Place> byPath = new HashMap<>();
    private final Map<String, Place> byName = new HashMap<>();
    private final Map<String, Place> byValue = new HashMap<>();
    private final Map<String, Set<String>> values = new HashMap<>();
    private final List<String> resources = new ArrayList<>();
    private String root = "";

    private XmlPlaces() {}

    public static XmlPlaces of(byte[] body) {
        XmlPlaces places = new XmlPlaces();
        try {
            XMLStreamReader in = FACTORY.createXMLStreamReader(new ByteArrayInputStream(body));
            try {
                places.read(in);
            } finally {
                in.close();
            }
        } catch (XMLStreamException e) {
            Location at = e.getLocation();
            throw at == null ? malformed(new Place(1, 1)) : malformed(place(at));
        }
        return places;
    }

    private static XMLInputFactory factory() {
        XMLInputFactory made = XMLInputFactory.newFactory();
        made.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
        made.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        made.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return made;
    }

    private void read(XMLStreamReader in) throws XMLStreamException {
        Deque<Open> open = new ArrayDeque<>();
        int narrative = 0;
        while (in.hasNext()) {
            switch (in.next()) {
                case XMLStreamConstants.DTD -> throw malformed(place(in.getLocation()));
                case XMLStreamConstants.START_ELEMENT -> {
                    if (open.size() >= DEEPEST) {
                        throw Refusal.of(Reason.TOO_DEEP, Integer.toString(DEEPEST))
                                .exception();
                    }
                    if (in.getLocalName().length() > LONGEST_NAME) {
                        throw malformed(place(in.getLocation()));
                    }
                    open.push(begin(in, open.peek()));
                    narrative += narrative > 0 || XHTML.equals(in.getNamespaceURI()) ? 1 : 0;
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    open.pop();
                    narrative -= narrative > 0 ? 1 : 0;
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                    if (narrative == 0 && !in.getText().isBlank()) {
                        throw malformed(place(in.getLocation()));
                    }
                }
                default -> {
                    // Comments, white space and instructions say nothing in FHIR.
                }
            }
        }
    }

    private Open begin(XMLStreamReader in, Open around) {
        String name = in.getLocalName();
        Place here = place(in.getLocation());
        byName.putIfAbsent(name, here);
        String value = in.getAttributeValue(null, "value");
        if (value != null) {
            byValue.putIfAbsent(value, here);
            values.computeIfAbsent(name, n -> new LinkedHashSet<>()).add(value);
        }
        String path;
        if (around == null) {
            if (!PersonValues.isType(name)) {
                throw malformed(here);
            }
            path = name;
            root = name;
            resources.add(name);
        } else if (Character.isUpperCase(name.charAt(0))) {
            // The type of a resource stands between the element that holds it and its own; FHIRPath has no step for it.
            path = around.path();
            if (ENTRY.matcher(path).matches()) {
                resources.add(name);
            }
        } else {
            int index = around.children().merge(name, 1, Integer::sum) - 1;
            path = around.path() + "." + Steps.step(name, index);
        }
        byPath.putIfAbsent(path, here);
        return new Open(path, new HashMap<>());
    }

    /** The name of the outermost element. */
    String root() {
        return root;
    }

    /** The types of the resources: the root, or the entries of a Bundle. */
    public List<String> resources() {
        return resources.size() > 1 ? resources.subList(1, resources.size()) : resources;
    }

    /** Every value of at least three characters, but of elements with these names. */
    Set<String> values(Set<String> butOf) {
        Set<String> found = new LinkedHashSet<>();
        values.forEach((name, all) -> {
            if (!butOf.contains(name)) {
                all.stream().filter(v -> v.length() >= 3).forEach(found::add);
            }
        });
        return found;
    }

    /** Where the first element of this name stands. */
    public Place ofName(String name) {
        return byName.getOrDefault(name, new Place(1, 1));
    }

    /** Where the first element with this value stands. */
    public Place ofValue(String value) {
        return byValue.getOrDefault(value, new Place(1, 1));
    }

    /** The same issues with the places of this body, each at its element or the nearest around it. */
    public List<Issue> place(List<Issue> issues) {
        return issues.stream()
                .map(issue -> {
                    Place at = of(issue);
                    return issue.at(at.line(), at.column());
                })
                .toList();
    }

    private Place of(Issue issue) {
        StringBuilder path = new StringBuilder(root);
        Place found = byPath.getOrDefault(root, new Place(1, 1));
        for (String step : Steps.of(issue)) {
            Place next = byPath.get(path.append('.').append(step).toString());
            if (next == null) {
                break;
            }
            found = next;
        }
        return found;
    }

    private static Place place(Location at) {
        return new Place(Math.max(1, at.getLineNumber()), Math.max(1, at.getColumnNumber()));
    }

    /** Refuses the body at a place. */
    public static RefusedException malformed(Place at) {
        return Refusal.of(Reason.MALFORMED_XML, Integer.toString(at.line()), Integer.toString(at.column()))
                .exception();
    }
}
