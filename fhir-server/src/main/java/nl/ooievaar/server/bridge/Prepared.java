package nl.ooievaar.server.bridge;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.ooievaar.mappings.account.Account;
import nl.ooievaar.mappings.birthcare.FromBirthCare;
import nl.ooievaar.mappings.birthcare.Mapped;
import nl.ooievaar.mappings.birthcare.Transaction;
import nl.ooievaar.mappings.dossier.DossierTransaction;

/**
 * What a source became, before it is held against what is there.
 *
 * @param entries the resources, then the Provenance of each in the same order
 * @param pieces one for each resource
 */
public record Prepared(ArrayNode entries, List<Piece> pieces, Account account) {

    /**
     * One resource.
     *
     * @param system of the identifier by which the same is found again
     * @param key how the source names it, where that may be a record of this server
     */
    record Piece(boolean woman, String type, String system, String identifier, Optional<String> key) {}

    /** @param now the moment of the run */
    public static Prepared of(Mapped mapped, Instant now) {
        return new Prepared(
                (ArrayNode) Transaction.of(mapped, now).get("entry"),
                mapped.resources().stream()
                        .map(made -> new Piece(
                                made.fact().equals("woman"),
                                made.resource().get("resourceType").asText(),
                                FromBirthCare.IDENTIFIER,
                                made.identifier(),
                                Optional.empty()))
                        .toList(),
                mapped.account());
    }

    public static Prepared of(DossierTransaction made) {
        return new Prepared(
                made.entries(),
                made.parts().stream()
                        .map(part -> new Piece(
                                part.woman(),
                                part.resource().get("resourceType").asText(),
                                DossierTransaction.IDENTIFIER,
                                part.identifier(),
                                Optional.of(part.key())))
                        .toList(),
                made.account());
    }
}
