package nl.ooievaar.server.audit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import nl.ooievaar.server.audit.AuditTrail.Line;
import org.springframework.web.util.HtmlUtils;

/**
 * The access log as a page to read or print: by day, what happened more than once on a day told once. It says what the events
 * say, escaped, and runs nothing. Stateless, thread safe.
 */
public final class AccessLogPage {
    /** What a browser may do with it: show it in the style of the site. */
    public static final String POLICY =
            "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none';" + " frame-ancestors 'none'";

    private static final String PAGE =
            """
            <!DOCTYPE html>
            <html lang="%s">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>%s</title>
            <link rel="stylesheet" href="/site.css">
            </head>
            <body>
            <main>
            <h1>%s</h1>
            <p>%s</p>
            %s%s</main>
            </body>
            </html>
            """;

    private AccessLogPage() {}

    /** @param next address of the next page, if there is one */
    public static String of(List<Line> lines, Locale asked, Optional<String> next) {
        AccessWords words = new AccessWords(asked);
        Map<String, Map<String, List<String>>> days = new LinkedHashMap<>();
        for (Line line : lines) {
            days.computeIfAbsent(line.told().day(), day -> new LinkedHashMap<>())
                    .computeIfAbsent(line.told().text(), text -> new ArrayList<>())
                    .add(line.told().time());
        }
        StringBuilder told = new StringBuilder();
        days.forEach((day, of) -> {
            told.append("<h2>").append(escaped(day)).append("</h2>\n<ul>\n");
            of.forEach((text, times) -> told.append("<li>")
                    .append(escaped(words.when(times)))
                    .append(": ")
                    .append(escaped(text))
                    .append("</li>\n"));
            told.append("</ul>\n");
        });
        String more = next.map(address -> "<p><a rel=\"next\" href=\"" + escaped(address) + "\">"
                        + escaped(words.page("next")) + "</a></p>\n")
                .orElse("");
        String title = escaped(words.page("title"));
        return PAGE.formatted(words.language(), title, title, escaped(words.page("intro")), told, more);
    }

    private static String escaped(String text) {
        return HtmlUtils.htmlEscape(text, "UTF-8");
    }
}
