package nl.ooievaar.server.bridge;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
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
 * @param beside what a referral among them is sent with; stays away when that one stays as it is
 */
public record Prepared(ArrayNode entries, List<Piece> pieces, Account account, List<Beside> beside) {

    /**
     * What goes along with a referral: its task, her consents, their Provenance.
     *
     * @param at where it stands in the request, as FHIRPath
     */
    record Beside(String at, ObjectNode entry) {}

    /**
     * One resource.
     *
     * @param system of the identifier by which the same is found again
     * @param key how the source names it, where that may be a record of this server
     * @param at where it stands in the request, when it is no part of the record
     */
    record Piece(
            boolean woman, String type, String system, String identifier, Optional<String> key, Optional<String> at) {}

    /** The transaction that would be sent. */
    public ArrayNode transaction() {
        ArrayNode all = entries.deepCopy();
        beside.forEach(one -> all.add(one.entry()));
        return all;
    }

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
                                Optional.empty(),
                                Optional.empty()))
                        .toList(),
                mapped.account(),
                List.of());
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
                                Optional.of(part.key()),
                                Optional.empty()))
                        .toList(),
                made.account(),
                List.of());
    }
}
