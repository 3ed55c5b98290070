package nl.ooievaar.server.rest;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.IParser;
import ca.uhn.fhir.rest.api.Constants;
import ca.uhn.fhir.rest.api.RequestTypeEnum;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.RestfulServer;
import ca.uhn.fhir.rest.server.RestfulServerUtils;
import ca.uhn.fhir.rest.server.method.BaseResourceReturningMethodBinding;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import ca.uhn.fhir.rest.server.servlet.ServletSubRequestDetails;
import ca.uhn.fhir.util.UrlUtil;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.ooievaar.server.submission.Entry;
import nl.ooievaar.subject.Reason;
import nl.ooievaar.subject.Refusal;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.stereotype.Component;

/**
 * A GET inside a batch goes through the door of the same GET alone: nothing here knows what a door offers, checks or records.
 * Only how the answer is written follows the request around it.
 */
@Component
class SubRequest {
    private static final List<String> WRITTEN_AS = List.of(Constants.PARAM_FORMAT, Constants.PARAM_PRETTY);
    private static final List<String> SHORTENED_BY = List.of(Constants.PARAM_SUMMARY, Constants.PARAM_ELEMENTS);

    private final FhirContext fhir;

    SubRequest(FhirContext fhir) {
        this.fhir = fhir;
    }

    Resource get(Entry entry, RequestDetails around) {
        String url = entry.url().startsWith("/") ? entry.url().substring(1) : entry.url();
        int mark = url.indexOf('?');
        String path = mark < 0 ? url : url.substring(0, mark);
        ServletSubRequestDetails details = new ServletSubRequestDetails((ServletRequestDetails) around);
        RestfulServer server = (RestfulServer) around.getServer();
        details.setServer(server);
        RefusalTrail.within(around, details);
        details.setFhirServerBase(around.getFhirServerBase());
        details.setRequestType(RequestTypeEnum.GET);
        details.setRequestPath(path);
        details.setCompleteUrl(around.getFhirServerBase() + "/" + url);
        details.setParameters(parameters(mark < 0 ? "" : url.substring(mark + 1), around));
        // Conditions of the request around it are not conditions of this entry.
        details.addHeader(Constants.HEADER_IF_NONE_MATCH, entry.ifNoneMatch().orElse(""));
        details.addHeader(
                Constants.HEADER_IF_MODIFIED_SINCE,
                entry.ifModifiedSince().map(SubRequest::httpDate).orElse(""));
        server.populateRequestDetailsFromRequestPath(details, path);
        if (!(server.determineResourceMethod(details, path) instanceof BaseResourceReturningMethodBinding door)) {
            throw Refusal.of(Reason.NOT_OFFERED).exception();
        }
        details.setRestOperationType(door.getRestOperationType());
        return shortened((Resource) door.doInvokeServer(server, details), details);
    }

    private static Map<String, String[]> parameters(String query, RequestDetails around) {
        Map<String, String[]> asked = new HashMap<>(UrlUtil.parseQueryString(query));
        for (String name : WRITTEN_AS) {
            asked.remove(name);
            if (around.getParameters().containsKey(name)) {
                asked.put(name, around.getParameters().get(name));
            }
        }
        return asked;
    }

    /** The writer of the whole answer knows nothing of what this entry asked to leave out. */
    private Resource shortened(Resource answer, RequestDetails details) {
        if (SHORTENED_BY.stream().noneMatch(details.getParameters()::containsKey)) {
            return answer;
        }
        IParser parser = fhir.newJsonParser();
        RestfulServerUtils.configureResponseParser(details, parser);
        return (Resource) fhir.newJsonParser().parseResource(parser.encodeResourceToString(answer));
    }

    private static String httpDate(String instant) {
        try {
            return DateTimeFormatter.RFC_1123_DATE_TIME.format(DateTimeFormatter.ISO_OFFSET_DATE_TIME
                    .parse(instant, Instant::from)
                    .atOffset(ZoneOffset.UTC));
        } catch (DateTimeParseException e) {
            throw Refusal.of(Reason.PARAMETER_VALUE, "ifModifiedSince", "2026-01-31T12:00:00Z")
                    .exception();
        }
    }
}
