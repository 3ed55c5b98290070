package nl.ooievaar.mappings.source;

import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads a record of birth care in whichever of its forms it comes: ADA with its older form and ADA Lite, HL7 version 3 (kernset and
 * acute handover), the CDA of neonatology, and a bundle of FHIR STU3 as XML or JSON. Thread safe.
 */
public final class Readers {
    private static final String HL7 = "{urn:hl7-org:v3}";
    private static final String FHIR = "{http://hl7.org/fhir}";

    private final Limits limits;
    private final AdaReader ada;

    /** @param names of the fields of the forms that leave their numbers out */
    public Readers(Limits limits, ElementNames names) {
        this.limits = limits;
        this.ada = new AdaReader(limits, names);
    }

    /**
     * @throws Unreadable when it is in none of these forms, of a version of the dataset that is not known, not well-formed, or more
     *     than may be read
     */
    public SourceRecord read(byte[] bytes) {
        if (bytes.length > limits.bytes()) {
            throw new Unreadable(Unreadable.Reason.TOO_LARGE, 0, 0, limits.bytes());
        }
        String sha256 = Digest.sha256(bytes);
        if (json(bytes)) {
            return Stu3Reader.read(FhirJson.tree(bytes, limits), limits, sha256);
        }
        return Xml.read(bytes, limits, xml -> read(xml, sha256));
    }

    private SourceRecord read(XMLStreamReader xml, String sha256) throws XMLStreamException {
        Xml.begin(xml);
        String root = xml.getName().toString();
        if (root.startsWith(HL7)) {
            V3Reader reader = V3Reader.of(xml.getLocalName())
                    .orElseThrow(() -> Xml.unreadable(Unreadable.Reason.UNKNOWN_FORM, xml, 0));
            return reader.read(Xml.tree(xml, limits), limits, sha256);
        }
        return root.startsWith(FHIR) ? Stu3Reader.read(Xml.tree(xml, limits), limits, sha256) : ada.read(xml, sha256);
    }

    private static boolean json(byte[] bytes) {
        int at = bytes.length >= 3 && (bytes[0] & 0xff) == 0xef ? 3 : 0;
        while (at < bytes.length && Character.isWhitespace(bytes[at])) {
            at++;
        }
        return at < bytes.length && (bytes[at] == '{' || bytes[at] == '[');
    }
}
