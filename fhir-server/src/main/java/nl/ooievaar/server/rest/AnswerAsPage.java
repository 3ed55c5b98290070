package nl.ooievaar.server.rest;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.api.Constants;
import ca.uhn.fhir.rest.api.RequestTypeEnum;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.servlet.ServletSubRequestDetails;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.util.MimeTypeUtils;

/** Writes the page that a door made beside its resource, for who asked for a page before anything else. */
@Interceptor
public class AnswerAsPage {
    private static final String PAGE = AnswerAsPage.class.getName();

    private record Page(String html, String policy, Locale language) {}

    /** Whether a page is what this request wants most; a request inside another is answered inside it. */
    static boolean isAsked(RequestDetails details) {
        String accept = details.getHeader(Constants.HEADER_ACCEPT);
        if (accept == null
                || details.getRequestType() != RequestTypeEnum.GET
                || details instanceof ServletSubRequestDetails
                || details.getParameters().containsKey(Constants.PARAM_FORMAT)) {
            return false;
        }
        try {
            List<MediaType> wanted = MediaType.parseMediaTypes(accept);
            MimeTypeUtils.sortBySpecificity(wanted);
            return !wanted.isEmpty() && wanted.get(0).equalsTypeAndSubtype(MediaType.TEXT_HTML);
        } catch (InvalidMediaTypeException e) {
            return false;
        }
    }

    /** @param policy under which nothing in the page can run or load */
    static void keep(RequestDetails details, String page, String policy, Locale language) {
        details.getUserData().put(PAGE, new Page(page, policy, language));
    }

    /** @return false when the answer was written here */
    @Hook(Pointcut.SERVER_OUTGOING_RESPONSE)
    public boolean write(RequestDetails details, HttpServletResponse response) throws IOException {
        if (!(details.getUserData().get(PAGE) instanceof Page page)) {
            return true;
        }
        response.setStatus(200);
        response.setContentType("text/html;charset=UTF-8");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Content-Security-Policy", page.policy());
        response.setHeader("Content-Language", page.language().getLanguage());
        response.setHeader("Vary", "Accept, Accept-Language");
        response.getOutputStream().write(page.html().getBytes(StandardCharsets.UTF_8));
        return false;
    }
}
