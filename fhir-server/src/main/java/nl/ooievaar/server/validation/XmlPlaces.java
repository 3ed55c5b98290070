package nl.ooievaar.server.validation;

import java.io.ByteArrayInputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
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
    private static final Pattern REMARK = Pattern.compile("/\\*.*?\\*/");
    private static final Pattern STEP = Pattern.compile("([A-Za-z]+)(?:\\[(\\d+)])?(?:\\.ofType\\(([A-Za-z0-9]+)\\))?");
    private static final XMLInputFactory XML = factory();

    private record Open(String path, Map<String, Integer> children) {}

    private final Map<String, Place> byPath = new HashMap<>();
    private final Map<String, Place> byName = new HashMap<>();
    private final Map<String, Place> byValue = new HashMap<>();
    private final Map<String, Set<String>> values = new HashMap<>();
    private final List<String> resources = new ArrayList<>();

    private XmlPlaces() {}

    public static XmlPlaces of(byte[] body) {
        XmlPlaces places = new XmlPlaces();
        try {
            XMLStreamReader in = XML.createXMLStreamReader(new ByteArrayInputStream(body));
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
            path = name;
            resources.add(name);
        } else if (Character.isUpperCase(name.charAt(0))) {
            // The type of a resource stands between the element that holds it and its own; FHIRPath has no step for it.
            path = around.path();
            if (path.matches("Bundle\\.entry\\[\\d+]\\.resource\\[0]")) {
                resources.add(name);
            }
        } else {
            int index = around.children().merge(name, 1, Integer::sum) - 1;
            path = around.path() + "." + name + "[" + index + "]";
        }
        byPath.putIfAbsent(path, here);
        return new Open(path, new HashMap<>());
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

    /** The element of a FHIRPath as the validator tells it, or the nearest around it. */
    Optional<Place> of(String expression) {
        String path = normal(expression);
        while (!path.isEmpty()) {
            if (byPath.containsKey(path)) {
                return Optional.of(byPath.get(path));
            }
            path = path.substring(0, Math.max(0, path.lastIndexOf('.')));
        }
        return Optional.empty();
    }

    /** The same issues with the places of this body; one that had no place in the request has none here. */
    public List<Issue> place(List<Issue> issues) {
        return issues.stream()
                .map(issue -> {
                    Place at = issue.line() == 0
                            ? new Place(0, 0)
                            : of(issue.expression()).orElse(new Place(0, 0));
                    return issue.at(at.line(), at.column());
                })
                .toList();
    }

    /** Every step with its index, and a choice by the name of its element. */
    private static String normal(String expression) {
        String plain = expression == null ? "" : REMARK.matcher(expression).replaceAll("");
        int dot = plain.indexOf('.');
        StringBuilder path = new StringBuilder(dot < 0 ? plain : plain.substring(0, dot));
        Matcher step = STEP.matcher(dot < 0 ? "" : plain.substring(dot + 1));
        while (step.find()) {
            path.append('.').append(step.group(1));
            path.append(step.group(3) == null ? "" : capital(step.group(3)));
            path.append('[').append(step.group(2) == null ? "0" : step.group(2)).append(']');
        }
        return path.toString();
    }

    private static String capital(String type) {
        return Character.toUpperCase(type.charAt(0)) + type.substring(1);
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
