package nl.ooievaar.server.directory;

import java.util.Optional;
import java.util.UUID;
import nl.ooievaar.subject.party.Party;

/**
 * One resource of a directory file, ready to be stored.
 *
 * @param at where it stands in the file, as FHIRPath
 * @param id follows from its business identifier
 * @param json as sent, references resolved
 * @param party for a HealthcareService: who it is; empty for other types
 * @param serviceType of phb-service-type, when the service has one
 */
record DirectoryEntry(
        String at, String type, UUID id, byte[] json, Optional<Party> party, Optional<String> serviceType) {}
