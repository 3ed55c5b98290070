package nl.ooievaar.publish;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.ooievaar.profiles.PhbPackage;
import org.hl7.fhir.r4.model.MetadataResource;

/** Where a definition is read: on a page of this site, or where FHIR R4 is published. */
final class Links {
    private static final String FHIR = "http://hl7.org/fhir/";
    private static final Map<String, String> FOLDERS = Map.ofEntries(
            Map.entry("StructureDefinition", "profiles"),
            Map.entry("ValueSet", "terminology"),
            Map.entry("CodeSystem", "terminology"),
            Map.entry("NamingSystem", "systems"),
            Map.entry("Questionnaire", "questionnaires"),
            Map.entry("PlanDefinition", "interventions"),
            Map.entry("ActivityDefinition", "interventions"),
            Map.entry("OperationDefinition", "operations"),
            Map.entry("CapabilityStatement", "capabilities"),
            Map.entry("ConceptMap", "maps"),
            Map.entry("StructureMap", "maps"),
            Map.entry("SearchParameter", "searches"));
    private static final Map<String, String> VOCABULARIES = Map.of(
            "http://snomed.info/sct", "SNOMED CT",
            "http://loinc.org", "LOINC",
            "http://hl7.org/fhir/sid/icf-nl", "ICF",
            "http://fhir.nl/fhir/NamingSystem/uzi-rolcode", "UZI-rolcode");

    private final Set<String> known;

    Links(PhbPackage phb) {
        this.known = phb.definitions().stream()
                .map(one -> one.fhirType() + "/" + one.getIdElement().getIdPart())
                .collect(Collectors.toSet());
    }

    static String address(MetadataResource definition) {
        return folder(definition.fhirType()) + "/" + definition.getIdElement().getIdPart() + ".html";
    }

    static String folder(String type) {
        return Optional.ofNullable(FOLDERS.get(type))
                .orElseThrow(() -> new IllegalStateException("no pages for " + type));
    }

    /** The page of a canonical address of ours, if the package has it. */
    Optional<String> page(String canonical) {
        String address = canonical.replaceFirst("\\|.*", "");
        if (!address.startsWith(PhbPackage.BASE + "/")) {
            return Optional.empty();
        }
        String rest = address.substring(PhbPackage.BASE.length() + 1);
        return known.contains(rest)
                ? Optional.of(folder(rest.substring(0, rest.indexOf('/'))) + "/" + tail(rest) + ".html")
                : Optional.empty();
    }

    /** A link with the short name of what it goes to, or the whole address as text. */
    String html(String canonical) {
        Optional<String> ours = page(canonical);
        if (ours.isPresent()) {
            return anchor(ours.get(), tail(canonical.replaceFirst("\\|.*", "")));
        }
        if (VOCABULARIES.containsKey(canonical)) {
            return VOCABULARIES.get(canonical);
        }
        if (canonical.startsWith(FHIR + "StructureDefinition/")) {
            return base(tail(canonical));
        }
        return "<code>" + Colours.escaped(canonical) + "</code>";
    }

    /** The same of a code system that somebody must write down: one known by a name with its address. */
    String system(String canonical) {
        String name = html(canonical);
        return VOCABULARIES.containsKey(canonical) ? name + " <code>" + Colours.escaped(canonical) + "</code>" : name;
    }

    /** A type, resource or extension of FHIR R4, where it is published. */
    static String base(String name) {
        String page = Character.isUpperCase(name.charAt(0))
                ? name.toLowerCase(java.util.Locale.ROOT) + ".html"
                : name.contains("-")
                        ? "extension-" + name.toLowerCase(java.util.Locale.ROOT) + ".html"
                        : "datatypes.html#" + name;
        return anchor(FHIR + "R4/" + page, name);
    }

    static String anchor(String address, String text) {
        return "<a href=\"" + Colours.escaped(address) + "\">" + Colours.escaped(text) + "</a>";
    }

    static String tail(String address) {
        return address.substring(address.lastIndexOf('/') + 1);
    }
}
