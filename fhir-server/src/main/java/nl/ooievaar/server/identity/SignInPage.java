package nl.ooievaar.server.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.annotation.Conditional;
import org.springframework.http.MediaType;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.savedrequest.SavedRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.HtmlUtils;

/** The page on which a woman of the sandbox says who she is, and reads what the app asks of her. Without script. */
@RestController
@Conditional(OnlyInSandbox.class)
class SignInPage {
    static final String ADDRESS = "/sign-in";

    private static final String PAGE =
            """
            <!DOCTYPE html>
            <html lang="nl">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>Inloggen – zandbak</title>
            <link rel="stylesheet" href="/site.css">
            </head>
            <body>
            <main>
            <h1>Inloggen</h1>
            <p>Dit is een zandbak: alle vrouwen hier zijn verzonnen. In het echt logt u in met DigiD.</p>
            %s
            <form method="post" action="/sign-in">
            <input type="hidden" name="%s" value="%s">
            <fieldset>
            <legend>Wie bent u?</legend>
            %s
            <p><input type="radio" id="other" name="woman" value="other"> <label for="other">Iemand anders</label></p>
            <p><label for="bsn">Haar nummer, een verzonnen BSN dat met 9999 begint</label><br>
            <input id="bsn" name="bsn" inputmode="numeric" autocomplete="off" maxlength="9"></p>
            </fieldset>
            %s
            <p><button type="submit">Inloggen en toestaan</button></p>
            <p>Wilt u dit niet? Sluit dan deze pagina. De app krijgt niets.</p>
            </form>
            </main>
            </body>
            </html>
            """;

    @GetMapping(value = ADDRESS, produces = MediaType.TEXT_HTML_VALUE + ";charset=UTF-8")
    String page(HttpServletRequest request, HttpServletResponse response) {
        // A page with a form of one session is of no use to another.
        response.setHeader("Cache-Control", "no-store");
        CsrfToken csrf = (CsrfToken) request.getAttribute(CsrfToken.class.getName());
        String error = request.getParameter("error") == null
                ? ""
                : "<p role=\"alert\"><strong>Dat is geen verzonnen BSN. Kies een vrouw, of vul een nummer in dat met 9999"
                        + " begint en klopt.</strong></p>";
        String women = Arrays.stream(DemoWoman.values()).map(SignInPage::choice).collect(Collectors.joining("\n"));
        return PAGE.formatted(error, csrf.getParameterName(), csrf.getToken(), women, asked(request, response));
    }

    private static String choice(DemoWoman woman) {
        String checked = woman == DemoWoman.MORALES ? " checked" : "";
        return "<p><input type=\"radio\" id=\"%1$s\" name=\"woman\" value=\"%1$s\"%3$s> <label for=\"%1$s\">%2$s</label></p>"
                .formatted(woman.key(), HtmlUtils.htmlEscape(woman.told()), checked);
    }

    /** What the app wants, as she reads it. */
    private static String asked(HttpServletRequest request, HttpServletResponse response) {
        Optional<SavedRequest> saved = Optional.ofNullable(new HttpSessionRequestCache().getRequest(request, response));
        List<String> scopes = saved.map(one -> one.getParameterValues("scope")).stream()
                .flatMap(Stream::of)
                .flatMap(one -> Stream.of(one.split("\\s+")))
                .toList();
        String wishes = scopes.stream()
                .flatMap(scope -> wish(scope).stream())
                .distinct()
                .map(one -> "<li>" + one + "</li>")
                .collect(Collectors.joining("\n"));
        return wishes.isEmpty() ? "" : "<p>De app die u gebruikt, vraagt:</p>\n<ul>\n" + wishes + "\n</ul>";
    }

    private static Optional<String> wish(String scope) {
        return SmartScope.parse(scope)
                .map(one -> one.letters().contains("c") || one.letters().contains("u")
                        ? "vastleggen wie wat van u mag zien, of dat weer intrekken"
                        : "lezen wat er over u is vastgelegd")
                .or(() -> scope.equals("fhirUser") ? Optional.of("weten dat u het bent") : Optional.empty());
    }
}
