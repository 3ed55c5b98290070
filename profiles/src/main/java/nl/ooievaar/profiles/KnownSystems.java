package nl.ooievaar.profiles;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.commons.text.similarity.LevenshteinDistance;
import org.hl7.fhir.r4.model.MetadataResource;
import org.hl7.fhir.r4.model.NamingSystem;

/**
 * The addresses of numberings and code systems that messages of ours use: those of the package, of the Dutch base (nl-core R4)
 * and of the large terminologies. Any other is allowed; one that is almost one of these is probably a slip. Thread safe.
 */
final class KnownSystems {
    private static final String DUTCH = "http://fhir.nl/fhir/NamingSystem/";
    private static final List<String> OF_OTHERS = List.of(
            DUTCH + "agb-z",
            DUTCH + "big",
            DUTCH + "bsn",
            DUTCH + "kvk",
            DUTCH + "pseudo-bsn",
            DUTCH + "ura",
            DUTCH + "uzi-nr-pers",
            DUTCH + "uzi-nr-sys",
            DUTCH + "uzi-rolcode",
            DUTCH + "uzovi",
            PhbPackage.BASE + "/NamingSystem/service",
            "http://nictiz.nl/fhir/NamingSystem/organization-type",
            "http://loinc.org",
            "http://snomed.info/sct",
            "http://unitsofmeasure.org",
            "http://hl7.org/fhir/sid/icd-10",
            "http://hl7.org/fhir/sid/icf-nl");
    /** The same numbering by its OID, as HL7 version 3 names it; FHIR in the Netherlands uses the address. */
    private static final Map<String, String> BY_OID = Map.of(
            "urn:oid:2.16.840.1.113883.2.4.6.3", DUTCH + "bsn",
            "urn:oid:2.16.840.1.113883.2.4.6.1", DUTCH + "agb-z",
            "urn:oid:2.16.528.1.1007.3.3", DUTCH + "ura",
            "urn:oid:2.16.528.1.1007.3.1", DUTCH + "uzi-nr-pers");

    private final Set<String> known = new TreeSet<>(OF_OTHERS);

    KnownSystems(PhbPackage phb) {
        for (MetadataResource one : phb.definitions()) {
            if (one instanceof NamingSystem naming) {
                naming.getUniqueId().forEach(id -> known.add(id.getValue()));
            } else if (one.fhirType().equals("CodeSystem")) {
                known.add(one.getUrl());
            }
        }
    }

    /** What an address was probably meant to be; nothing, when it is right or like none. */
    Optional<String> meant(String told) {
        if (known.contains(told)) {
            return Optional.empty();
        }
        return Optional.ofNullable(BY_OID.get(told)).or(() -> known.stream()
                .filter(one -> alike(plain(told), plain(one)))
                .findFirst());
    }

    /** One letter away, or two that changed places: the names are short, further off it would be a guess. */
    private static boolean alike(String told, String known) {
        int away = new LevenshteinDistance(2).apply(told, known);
        return away == 0 || away == 1 || away == 2 && sorted(told).equals(sorted(known));
    }

    /** Without what is easily written otherwise and means nothing: https, capitals, a slash at the end. */
    private static String plain(String address) {
        return address.toLowerCase(Locale.ROOT)
                .replaceFirst("^(https?://)?(www\\.)?", "")
                .replaceFirst("/+$", "")
                .replace('_', '-');
    }

    private static String sorted(String text) {
        char[] letters = text.toCharArray();
        Arrays.sort(letters);
        return new String(letters);
    }
}
