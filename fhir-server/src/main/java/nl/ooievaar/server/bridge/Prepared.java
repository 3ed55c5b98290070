package nl.ooievaar.server.bridge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import nl.ooievaar.mappings.account.Account;
import nl.ooievaar.mappings.account.Line;
import nl.ooievaar.mappings.account.Why;
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

    /** Where a part of her address went: a field of a record, or a value of a dossier. */
    private static final Pattern ADDRESS = Pattern.compile(
            "^(Patient woman\\.(street|house-|postal-code|city|municipality|country|address-)|entry\\[\\d+]\\.resource\\.address\\b)");

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

    /** The types of the resources. */
    public List<String> types() {
        return pieces.stream().map(Piece::type).distinct().toList();
    }

    /** Narrows each condition to what is about her as the caller keeps her: what another made of the same source is not meant. */
    void about(String woman) {
        for (int i = 0; i < pieces.size(); i++) {
            JsonNode request = entries.get(i).get("request");
            if (!pieces.get(i).woman() && request.has("ifNoneExist")) {
                ((ObjectNode) request)
                        .put("ifNoneExist", request.get("ifNoneExist").asText() + "&patient=" + woman);
            }
        }
    }

    /** The same without an address in her Patient, as the account then says. */
    Prepared withoutAddress() {
        for (int i = 0; i < pieces.size(); i++) {
            if (pieces.get(i).woman()) {
                ((ObjectNode) entries.get(i).get("resource")).remove("address");
            }
        }
        Account told = new Account();
        account.lines()
                .forEach(line -> told.add(
                        line.target().filter(it -> ADDRESS.matcher(it).find()).isPresent()
                                ? Line.notMapped(line.place(), line.element(), Why.WITHHELD_ADDRESS)
                                : line));
        return new Prepared(entries, pieces, told, beside);
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
