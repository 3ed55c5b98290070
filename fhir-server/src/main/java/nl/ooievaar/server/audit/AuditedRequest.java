package nl.ooievaar.server.audit;

import java.time.Instant;
import java.util.UUID;

/**
 * One request as the audit trail names it.
 *
 * @param id of this request, also in the logs
 * @param interaction FHIR interaction code, such as {@code read} or {@code search-type}
 * @param query what was asked, with every value hashed; null when the interaction has none
 * @param now the one moment of this request
 */
public record AuditedRequest(UUID id, String interaction, String query, Instant now) {}
