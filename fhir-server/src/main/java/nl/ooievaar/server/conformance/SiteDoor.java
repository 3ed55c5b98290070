package nl.ooievaar.server.conformance;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** The front door of the site, and what stands where there is no page. */
@RestController
@ControllerAdvice
class SiteDoor {
    private static final MediaType HTML = new MediaType("text", "html", StandardCharsets.UTF_8);
    private static final List<String> OURS = List.of("nl", "en");

    /** To the language that is asked for; Dutch, unless it is another. */
    @GetMapping("/")
    ResponseEntity<Void> home(HttpServletRequest request) {
        return to("/" + language(request) + "/index.html");
    }

    @GetMapping({"/nl", "/nl/"})
    ResponseEntity<Void> dutch() {
        return to("/nl/index.html");
    }

    @GetMapping({"/en", "/en/"})
    ResponseEntity<Void> english() {
        return to("/en/index.html");
    }

    @ExceptionHandler(NoResourceFoundException.class)
    ResponseEntity<Resource> absent(HttpServletRequest request) {
        String address = request.getRequestURI();
        String language = address.startsWith("/nl/") ? "nl" : address.startsWith("/en/") ? "en" : language(request);
        return ResponseEntity.status(404)
                .contentType(HTML)
                .varyBy(HttpHeaders.ACCEPT_LANGUAGE)
                .body(new ClassPathResource("nl/ooievaar/site/" + language + "/404.html"));
    }

    /** The one of ours that is asked for most; English to who asks for others only, Dutch to who asks for none. */
    private static String language(HttpServletRequest request) {
        if (request.getHeader(HttpHeaders.ACCEPT_LANGUAGE) == null) {
            return "nl";
        }
        return Collections.list(request.getLocales()).stream()
                .map(Locale::getLanguage)
                .filter(OURS::contains)
                .findFirst()
                .orElse("en");
    }

    private static ResponseEntity<Void> to(String address) {
        return ResponseEntity.status(302)
                .location(URI.create(address))
                .varyBy(HttpHeaders.ACCEPT_LANGUAGE)
                .build();
    }
}
