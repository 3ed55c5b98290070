package nl.ooievaar.server.rest;

import ca.uhn.fhir.rest.api.RequestTypeEnum;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import nl.ooievaar.server.submission.Entry;
import nl.ooievaar.subject.Reason;
import nl.ooievaar.subject.Refusal;

/** The key a client gives to a POST, so that it may send it again without doing it again. */
final class ClientKey {
    static final String HEADER = "Idempotency-Key";

    private static final Pattern VISIBLE = Pattern.compile("[\\x21-\\x7e]{1,255}");

    private ClientKey() {}

    /** The key with its route; entries of a batch stand alone, so each has it by its place. */
    static Optional<String> of(RequestDetails details, String interaction, List<Entry> entries) {
        String sent = details.getHeader(HEADER);
        if (sent == null || details.getRequestType() != RequestTypeEnum.POST) {
            return Optional.empty();
        }
        if (!VISIBLE.matcher(sent).matches()) {
            throw Refusal.of(Reason.PARAMETER_VALUE, HEADER, "1 to 255 visible ASCII characters")
                    .exception();
        }
        String place = interaction.equals("batch") ? entries.get(0).at() : "";
        return Optional.of(details.getRequestPath() + '\n' + place + '\n' + sent);
    }
}
