package nl.ooievaar.server.bridge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A referral that is asked for with a record: with her consent it is sent, with its task; without one it is a proposal that only its
 * author sees. What a referral must satisfy is decided where every referral is: this only puts it beside the record.
 *
 * @param request the ServiceRequest as it was sent
 * @param consents in the order sent
 * @param origins the Provenance of those
 */
public record ReferralAlong(byte[] request, List<byte[]> consents, List<byte[]> origins) {

    /** What the record became, and the referral with what comes along with it. */
    public Prepared with(Prepared record) {
        StandIns names = new StandIns(record.entries().at("/0/fullUrl").asText(), consents.size());
        AskedReferral referral = new AskedReferral(names.read(request), consents.size());
        for (int i = 0; i < record.pieces().size(); i++) {
            referral.by(record.entries().get(i));
        }
        Prepared.Piece piece = piece(referral.request());
        String url = StandIns.entry(piece.system() + "|" + piece.identifier());
        List<Prepared.Beside> beside = new ArrayList<>();
        if (referral.agreed()) {
            beside.add(new Prepared.Beside(at("referral"), entry(StandIns.entry(url + "/task"), referral.task(url))));
            for (int i = 0; i < consents.size(); i++) {
                ObjectNode consent = names.read(consents.get(i));
                beside.add(new Prepared.Beside(at("consent", i), entry(names.consent(i + 1), consent)));
            }
            for (int i = 0; i < origins.size(); i++) {
                ObjectNode origin = names.read(origins.get(i));
                String name = StandIns.entry(url + "/provenance/" + i);
                beside.add(new Prepared.Beside(at("provenance", i), entry(name, origin)));
            }
        }
        return together(record, piece, entry(url, referral.request()), beside);
    }

    private static Prepared.Piece piece(ObjectNode request) {
        JsonNode number = request.at("/identifier/0");
        return new Prepared.Piece(
                false,
                "ServiceRequest",
                number.path("system").asText(),
                number.path("value").asText(),
                Optional.empty(),
                Optional.of(at("referral")));
    }

    private static Prepared together(
            Prepared record, Prepared.Piece piece, ObjectNode referral, List<Prepared.Beside> beside) {
        int resources = record.pieces().size();
        ArrayNode entries = JsonNodeFactory.instance.arrayNode();
        for (int i = 0; i < record.entries().size(); i++) {
            if (i == resources) {
                entries.add(referral);
            }
            entries.add(record.entries().get(i));
        }
        entries.add(origin(record.entries().get(resources), referral.get("fullUrl")));
        List<Prepared.Piece> pieces = new ArrayList<>(record.pieces());
        pieces.add(piece);
        return new Prepared(entries, pieces, record.account(), beside);
    }

    /** Made of the same bytes as what the record tells, by the same hand. */
    private static ObjectNode origin(JsonNode ofRecord, JsonNode referral) {
        ObjectNode origin = ofRecord.deepCopy();
        origin.put("fullUrl", StandIns.entry(referral.asText() + "/origin"));
        ObjectNode told = (ObjectNode) origin.get("resource");
        told.putArray("target").addObject().set("reference", referral);
        JsonNode source = told.at("/entity/0").deepCopy();
        told.putArray("entity").add(source);
        return origin;
    }

    private static String at(String parameter) {
        return "Parameters.parameter.where(name='" + parameter + "').resource";
    }

    private static String at(String parameter, int number) {
        return "Parameters.parameter.where(name='" + parameter + "')[" + number + "].resource";
    }

    private static ObjectNode entry(String url, ObjectNode resource) {
        ObjectNode entry = JsonNodeFactory.instance.objectNode().put("fullUrl", url);
        entry.set("resource", resource);
        String type = resource.path("resourceType").asText();
        entry.putObject("request").put("method", "POST").put("url", type);
        return entry;
    }
}
