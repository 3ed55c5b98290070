package nl.ooievaar.judge;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.hl7.fhir.r5.model.CanonicalResource;
import org.hl7.fhir.r5.model.CodeSystem;
import org.hl7.fhir.r5.model.Enumerations.CodeSystemContentMode;
import org.hl7.fhir.r5.model.Enumerations.PublicationStatus;
import org.hl7.fhir.r5.model.NamingSystem;
import org.hl7.fhir.r5.model.NamingSystem.NamingSystemIdentifierType;
import org.hl7.fhir.r5.model.NamingSystem.NamingSystemType;

/**
 * An address that others define and our package uses: known.csv has the codes we use of it, and where it is defined, so that the
 * judge sees a wrong address or code among ours without a network.
 */
record Known(String address, List<String> codes) {
    static List<Known> all() throws IOException {
        return Table.read("known.csv", 3).stream()
                .map(row -> new Known(
                        row.get(0),
                        Stream.of(row.get(1).split(", *"))
                                .filter(code -> !code.isEmpty())
                                .toList()))
                .toList();
    }

    /** A fragment of the code system, or a numbering if it has no codes. */
    CanonicalResource definition() {
        String name = "known-" + Integer.toHexString(address.hashCode());
        if (codes.isEmpty()) {
            NamingSystem numbering = new NamingSystem().setKind(NamingSystemType.IDENTIFIER);
            numbering.addUniqueId().setType(NamingSystemIdentifierType.URI).setValue(address);
            numbering
                    .setUrl(address)
                    .setName(name)
                    .setStatus(PublicationStatus.ACTIVE)
                    .setId(name);
            return numbering;
        }
        CodeSystem system = new CodeSystem();
        system.setContent(CodeSystemContentMode.FRAGMENT).setCaseSensitive(true);
        for (String code : codes) {
            String[] parts = code.split(" ", 2);
            system.addConcept().setCode(parts[0]).setDisplay(parts.length > 1 ? parts[1] : null);
        }
        system.setUrl(address).setName(name).setStatus(PublicationStatus.ACTIVE).setId(name);
        return system;
    }
}
