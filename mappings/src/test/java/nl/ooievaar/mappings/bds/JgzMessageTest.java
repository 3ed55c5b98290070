package nl.ooievaar.mappings.bds;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

class JgzMessageTest {
    private static final Path SAMPLES =
            Path.of(System.getProperty("reference", "../../shared/reference"), "jgz/dossieroverdracht-samples");
    /** What each published message says and no dossier of ours knows: the state of the care of a child. */
    private static final Set<String> LEFT = Set.of("subjectOf");

    private static final JgzMessage MESSAGE = new JgzMessage(
            new JgzMessage.Id("m1", "2.16.528.1.1007.3.3.90000201.1"),
            LocalDateTime.of(2026, 12, 4, 9, 30),
            new JgzMessage.Id("z1", "2.16.528.1.1007.3.3.90000201.2"),
            "501",
            "502",
            new JgzMessage.Id("d1", "2.16.528.1.1007.3.2"),
            "90000201",
            "JGZ Voorbeeldstreek");

    private static Element message(ObjectNode dossier) {
        return parsed(MESSAGE.of(BdsExport.of(dossier)).orElseThrow());
    }

    private static Element parsed(byte[] bytes) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            return factory.newDocumentBuilder()
                    .parse(new ByteArrayInputStream(bytes))
                    .getDocumentElement();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Element> children(Element of) {
        List<Element> found = new ArrayList<>();
        for (Node at = of.getFirstChild(); at != null; at = at.getNextSibling()) {
            if (at instanceof Element one) {
                found.add(one);
            }
        }
        return found;
    }

    private static List<Element> all(Element under, String name) {
        List<Element> found = new ArrayList<>(children(under).stream()
                .filter(it -> it.getLocalName().equals(name))
                .toList());
        children(under).forEach(one -> found.addAll(all(one, name)));
        return found;
    }

    /** What a message says, element by element. */
    private static Map<String, String> observed(Element message) {
        Map<String, String> found = new TreeMap<>();
        for (Element one : all(message, "observation")) {
            Element code = all(one, "code").get(0);
            Element value = all(one, "value").get(0);
            String method = all(one, "methodCode").stream()
                    .map(it -> it.getAttribute("code"))
                    .findFirst()
                    .orElse("");
            found.put(code.getAttribute("code"), value.getAttribute("code") + value.getAttribute("value") + method);
            assertEquals(
                    "2.16.840.1.113883.2.4.6.10.100." + (40000 + Integer.parseInt(code.getAttribute("code"))),
                    all(one, "templateId").get(0).getAttribute("root"));
        }
        return found;
    }

    @Test
    void a_visit_is_one_contact_with_its_rubrics() {
        Element message = message(BdsExportTest.visit());
        assertEquals("REPC_IN902120NL04", message.getLocalName());
        assertEquals("urn:hl7-org:v3", message.getNamespaceURI());
        assertEquals(1, all(message, "encounter").size());
        Element contact = all(message, "encounter").get(0);
        assertEquals("22", all(contact, "code").get(0).getAttribute("code"));
        assertEquals("20261203", all(contact, "effectiveTime").get(0).getAttribute("value"));
        assertEquals(
                Map.of("1577", "06", "1605", "01", "1345", "12", "70", "10", "740", "1", "741", "0", "82", "84"),
                observed(message));
        assertEquals(
                List.of("R018", "R012", "R014", "R054"),
                all(contact, "rubricCluster").stream()
                        .map(it -> all(it, "code").get(0).getAttribute("code"))
                        .toList());
        assertEquals(
                "999900195",
                all(message, "patient")
                        .get(0)
                        .getElementsByTagNameNS("*", "id")
                        .item(0)
                        .getAttributes()
                        .getNamedItem("extension")
                        .getNodeValue());
        assertEquals("19950930", all(message, "birthTime").get(0).getAttribute("value"));
        assertEquals("Yilmaz", all(message, "family").get(0).getTextContent());
    }

    @Test
    void without_a_contact_there_is_no_message() {
        assertEquals(Optional.empty(), MESSAGE.of(BdsExport.of(BdsExportTest.dossier("woman.json"))));
    }

    @Test
    void words_with_markup_stay_words() {
        ObjectNode dossier = BdsExportTest.visit();
        ((ObjectNode) dossier.at("/person/names/0")).put("ownName", "<b>&\"O'Neil");
        assertEquals("<b>&\"O'Neil", all(message(dossier), "family").get(0).getTextContent());
    }

    /** Where the published messages are at hand, ours has their order and their attributes; an own one in any case. */
    @Test
    void it_has_the_shape_of_the_published_messages() throws IOException {
        List<Element> published = new ArrayList<>();
        if (Files.isDirectory(SAMPLES)) {
            try (Stream<Path> files = Files.list(SAMPLES)) {
                for (Path file : files.toList()) {
                    published.add(parsed(Files.readAllBytes(file)));
                }
            }
            assertEquals(9, published.size());
        } else {
            published.add(parsed(shape().getBytes(StandardCharsets.UTF_8)));
        }
        Map<String, Set<List<String>>> orders = new HashMap<>();
        Map<String, Set<String>> attributes = new HashMap<>();
        published.forEach(one -> learn(one, orders, attributes));
        check(message(BdsExportTest.visit()), orders, attributes);
    }

    private static void learn(Element one, Map<String, Set<List<String>>> orders, Map<String, Set<String>> attributes) {
        orders.computeIfAbsent(key(one), it -> new HashSet<>()).add(names(one));
        attributes.computeIfAbsent(one.getLocalName(), it -> new HashSet<>()).addAll(attributes(one));
        children(one).forEach(child -> learn(child, orders, attributes));
    }

    private static String key(Element one) {
        return one.getParentNode().getLocalName() + "/" + one.getLocalName();
    }

    private static List<String> names(Element of) {
        return children(of).stream().map(Element::getLocalName).distinct().toList();
    }

    private static Set<String> attributes(Element of) {
        Set<String> found = new HashSet<>();
        for (int i = 0; i < of.getAttributes().getLength(); i++) {
            String name = of.getAttributes().item(i).getNodeName();
            if (!name.startsWith("xmlns")) {
                found.add(name);
            }
        }
        return found;
    }

    private static void check(Element one, Map<String, Set<List<String>>> orders, Map<String, Set<String>> attributes) {
        Set<List<String>> known = orders.getOrDefault(key(one), Set.of());
        assertTrue(
                known.stream().anyMatch(order -> within(names(one), order)),
                () -> key(one) + " " + names(one) + " not within " + shortest(known));
        if (Files.isDirectory(SAMPLES)) {
            Set<String> always = new HashSet<>(known.iterator().next());
            known.forEach(always::retainAll);
            always.removeAll(names(one));
            assertTrue(LEFT.containsAll(always), () -> key(one) + " lacks " + always);
        }
        Set<String> odd = attributes(one);
        odd.removeAll(attributes.get(one.getLocalName()));
        assertEquals(Set.of(), odd, one.getLocalName());
        children(one).forEach(child -> check(child, orders, attributes));
    }

    private static String shortest(Set<List<String>> known) {
        return known.stream()
                .min(Comparator.comparingInt(List::size))
                .map(List::toString)
                .orElse("nothing");
    }

    private static boolean within(List<String> names, List<String> order) {
        return order.stream()
                .filter(names::contains)
                .collect(Collectors.toList())
                .equals(names);
    }

    /** The shape in our own words: the elements in their order, with the attributes they may have. */
    private static String shape() {
        String code = "<code code='' codeSystem='' displayName=''/>";
        String observation = "<observation classCode='' moodCode='' negationInd=''><templateId root=''/>" + code
                + "<value xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance' xsi:type='' code='' codeSystem='' displayName=''"
                + " value='' unit='' nullFlavor='' extension='' root=''/><methodCode code='' codeSystem='' displayName=''/>"
                + "<subject typeCode=''><personalRelationship classCode=''>" + code
                + "<relationshipHolder classCode='' determinerCode='' nullFlavor=''/></personalRelationship></subject></observation>";
        String id = "<id extension='' root=''/>";
        String device = "<device>" + id + "</device>";
        return "<REPC_IN902120NL04 xmlns='urn:hl7-org:v3'>" + id + "<creationTime value=''/><versionCode code=''/>"
                + "<interactionId extension='' root=''/><profileId extension='' root=''/><processingCode code=''/>"
                + "<processingModeCode code=''/><acceptAckCode code=''/><attentionLine><keyWordText code='' codeSystem=''/>"
                + "<value extension='' root=''/></attentionLine><receiver>" + device + "</receiver><sender>" + device
                + "</sender><ControlActProcess classCode='' moodCode=''><authorOrPerformer typeCode=''><participant>"
                + "<AssignedDevice>" + id + "<Organization>" + id
                + "<name/></Organization></AssignedDevice></participant>"
                + "</authorOrPerformer><subject><CareProvisionRequest><templateId root=''/>" + id + code
                + "<statusCode code=''/><author><time value=''/><assignedEntity classCode=''><templateId root=''/>" + id
                + "</assignedEntity></author><sequelTo><careProvisionEvent moodCode=''>" + id + code
                + "<statusCode code=''/><effectiveTime value=''><high value=''/></effectiveTime><subject typeCode=''>"
                + "<patient classCode=''><templateId root=''/>" + id
                + "<statusCode code=''/><patientPerson><name><given/>"
                + "<family qualifier=''/></name><birthTime value=''/></patientPerson></patient></subject><author typeCode=''>"
                + "<time nullFlavor=''/><assignedEntity classCode=''><templateId root=''/>" + id
                + "<assignedOrganization classCode='' determinerCode=''><name/></assignedOrganization></assignedEntity></author>"
                + "<component7 typeCode=''><encounter classCode='' moodCode=''>" + id + code + "<statusCode code=''/>"
                + "<effectiveTime value=''/><pertinentInformation typeCode=''><rubricCluster classCode='' moodCode=''>"
                + "<templateId root=''/>" + code + "<component>" + observation + "</component><component><groupCluster>"
                + code
                + "<component>" + observation + "</component></groupCluster></component></rubricCluster>"
                + "</pertinentInformation></encounter></component7></careProvisionEvent></sequelTo></CareProvisionRequest>"
                + "</subject></ControlActProcess></REPC_IN902120NL04>";
    }
}
