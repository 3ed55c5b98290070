package nl.ooievaar.server.rest;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.api.RequestTypeEnum;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import java.util.Set;
import nl.ooievaar.server.submission.TransactionBody;
import nl.ooievaar.server.validation.XmlPlaces;
import nl.ooievaar.subject.Reason;
import nl.ooievaar.subject.Refusal;

/**
 * Looks at the bytes before the lenient parser does: malformed JSON or XML, duplicate keys and bodies beyond all measure are refused
 * with their place, at every door.
 */
@Interceptor
public class StrictBody {
    /** No referral comes near it. */
    static final int MOST_BYTES = 5_000_000;

    private static final Set<RequestTypeEnum> WITH_BODY =
            Set.of(RequestTypeEnum.POST, RequestTypeEnum.PUT, RequestTypeEnum.PATCH);

    /** @return true: go on */
    @Hook(Pointcut.SERVER_INCOMING_REQUEST_POST_PROCESSED)
    public boolean check(RequestDetails details) {
        String type = details.getHeader("Content-Type");
        boolean read = type != null && (type.contains("json") || type.contains("xml"));
        if (!WITH_BODY.contains(details.getRequestType()) || !read) {
            return true;
        }
        byte[] body = details.loadRequestContents();
        if (body.length > MOST_BYTES) {
            throw Refusal.of(Reason.TOO_LARGE, Integer.toString(MOST_BYTES)).exception();
        }
        if (type.contains("ndjson") && !"$validate".equals(details.getOperation())) {
            throw Refusal.of(Reason.UNSUPPORTED_FORMAT, "application/fhir+json, application/fhir+xml")
                    .exception();
        }
        if (type.contains("xml") && body.length > 0) {
            XmlPlaces.of(body);
        } else if (!type.contains("json-patch") && !type.contains("ndjson") && body.length > 0) {
            TransactionBody.check(body);
        }
        return true;
    }
}
