package nl.ooievaar.server.directory;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.ooievaar.subject.desk.Coverage;
import nl.ooievaar.subject.desk.Municipality;
import nl.ooievaar.subject.party.Party;

/**
 * One resource of a directory file, ready to be stored.
 *
 * @param at where it stands in the file: as FHIRPath, or as a line of a table
 * @param id follows from its business identifier
 * @param json as sent, references resolved
 * @param party for a HealthcareService: who it is; empty for other types
 * @param serviceType of phb-service-type, when the service has one
 * @param coverage for a HealthcareService: the municipalities it serves
 * @param municipality for a Location: the municipality it is, if it is one
 */
record DirectoryEntry(
        String at,
        String type,
        UUID id,
        byte[] json,
        Optional<Party> party,
        Optional<String> serviceType,
        List<Coverage> coverage,
        Optional<Municipality> municipality) {}
