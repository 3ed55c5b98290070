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
 * Looks at the bytes before the lenient parser does: malformed JSON or XML, duplicate keys, document types and bodies
 * nested beyond all measure are refused with their place, at every door.
 */
@Interceptor
public class StrictBody {
    private static final String FORMATS = "application/fhir+json, application/fhir+xml";
    private static final String FORM = "application/x-www-form-urlencoded";

    private static final Set<RequestTypeEnum> WITH_BODY =
            Set.of(RequestTypeEnum.POST, RequestTypeEnum.PUT, RequestTypeEnum.PATCH);

    /** @return true: go on */
    @Hook(Pointcut.SERVER_INCOMING_REQUEST_POST_PROCESSED)
    public boolean check(RequestDetails details) {
        String type = details.getHeader("Content-Type");
        if (!WITH_BODY.contains(details.getRequestType()) || type != null && type.startsWith(FORM)) {
            return true;
        }
        byte[] body = details.loadRequestContents();
        if (body.length == 0) {
            return true;
        }
        if (type != null && type.contains("json-patch")) {
            TransactionBody.checkPatch(body);
        } else if (type == null || type.contains("json") && !type.contains("ndjson")) {
            TransactionBody.check(body);
        } else if (type.contains("xml")) {
            XmlPlaces.of(body);
        } else if (!type.contains("ndjson") || !"$validate".equals(details.getOperation())) {
            // What is not looked at here reaches no parser.
            throw Refusal.of(Reason.UNSUPPORTED_FORMAT, FORMATS).exception();
        }
        return true;
    }
}
