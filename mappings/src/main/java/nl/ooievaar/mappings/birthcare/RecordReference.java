package nl.ooievaar.mappings.birthcare;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import nl.ooievaar.mappings.account.Account;
import nl.ooievaar.mappings.account.Outcome;
import nl.ooievaar.mappings.source.SourceRecord;

/** Where the record itself is, which was read and not kept, and in numbers what became of it. */
final class RecordReference {
    private static final Map<SourceRecord.Format, String> MIME = Map.of(
            SourceRecord.Format.ADA, "application/xml",
            SourceRecord.Format.ADA_LITE, "application/xml",
            SourceRecord.Format.HL7V3, "application/xml",
            SourceRecord.Format.CDA, "application/xml",
            SourceRecord.Format.FHIR_STU3, "application/fhir+xml");

    private RecordReference() {}

    static Mapped.Made of(SourceRecord source, String record, Account account) {
        String identifier = record + "/source";
        ObjectNode made = Json.object().put("resourceType", "DocumentReference").put("status", "current");
        made.putArray("identifier")
                .add(Json.object()
                        .put("use", "temp")
                        .put("system", FromBirthCare.IDENTIFIER)
                        .put("value", identifier))
                .add(Json.object()
                        .put("use", "secondary")
                        .put("system", Transaction.HASH)
                        .put("value", source.sha256()));
        made.putObject("type").put("text", "Geboortezorgdossier");
        Map<Outcome, Long> counts = account.counts();
        made.put(
                "description",
                account.leaves() + " fields: "
                        + counts.entrySet().stream()
                                .map(one -> one.getValue() + " " + one.getKey().code())
                                .collect(Collectors.joining(", ")));
        made.putArray("content")
                .addObject()
                .putObject("attachment")
                .put("contentType", MIME.get(source.format()))
                .put("title", source.transaction() + " (" + source.dataset().code() + ")");
        return new Mapped.Made("source", identifier, made, List.of());
    }
}
