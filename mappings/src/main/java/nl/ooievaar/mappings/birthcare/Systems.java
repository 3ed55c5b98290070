package nl.ooievaar.mappings.birthcare;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Map.Entry;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Under which address FHIR knows a code system or numbering that birth care names by its OID (FHIR R4, 4.3.0; nl-core). */
final class Systems {
    static final String NULL_FLAVOR = "http://terminology.hl7.org/CodeSystem/v3-NullFlavor";
    static final String BSN = "http://fhir.nl/fhir/NamingSystem/bsn";
    static final String SNOMED = "http://snomed.info/sct";

    private static final Pattern OID = Pattern.compile("[0-2](\\.\\d+)+");
    private static final Map<String, String> ADDRESSES = new LinkedHashMap<>();
    private static final Map<String, String> OIDS;

    static {
        ADDRESSES.put("2.16.840.1.113883.6.96", SNOMED);
        ADDRESSES.put("2.16.840.1.113883.6.1", "http://loinc.org");
        ADDRESSES.put("2.16.840.1.113883.5.1008", NULL_FLAVOR);
        ADDRESSES.put("2.16.840.1.113883.5.1", "http://terminology.hl7.org/CodeSystem/v3-AdministrativeGender");
        ADDRESSES.put("2.16.840.1.113883.5.1119", "http://terminology.hl7.org/CodeSystem/v3-AddressUse");
        ADDRESSES.put("2.16.840.1.113883.5.61", "http://terminology.hl7.org/CodeSystem/v3-LanguageAbilityProficiency");
        ADDRESSES.put("2.16.840.1.113883.6.121", "urn:ietf:bcp:47");
        ADDRESSES.put("2.16.840.1.113883.2.4.6.3", BSN);
        ADDRESSES.put("2.16.840.1.113883.2.4.6.1", "http://fhir.nl/fhir/NamingSystem/agb-z");
        ADDRESSES.put("2.16.528.1.1007.3.1", "http://fhir.nl/fhir/NamingSystem/uzi-nr-pers");
        ADDRESSES.put("2.16.528.1.1007.3.3", "http://fhir.nl/fhir/NamingSystem/ura");
        OIDS = ADDRESSES.entrySet().stream().collect(Collectors.toMap(Entry::getValue, Entry::getKey));
    }

    private Systems() {}

    /** The address of an OID; what is an address already stays. */
    static String address(String oid) {
        return ADDRESSES.getOrDefault(oid, OID.matcher(oid).matches() ? "urn:oid:" + oid : oid);
    }

    static String oid(String address) {
        return OIDS.getOrDefault(address, address.startsWith("urn:oid:") ? address.substring(8) : address);
    }
}
