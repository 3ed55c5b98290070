package nl.ooievaar.server.document;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;

/**
 * Writes XHTML as FHIR wants it in a narrative (FHIR R4, Narrative: no script, no style sheet, no form), and the same as a page
 * of its own. What people wrote is text: no character of it is markup.
 */
final class Xhtml {
    private static final String STYLE =
            "body{max-width:42rem;margin:2rem auto;padding:0 1rem;font:1.1rem/1.5 sans-serif;color:#111;background:#fff}"
                    + "dt,h2{font-weight:bold}dd{margin:0 0 .5rem}h1{font-size:1.5rem}h2{font-size:1.15rem}";

    /** Nothing but the text and its one style, and in no frame. */
    static final String POLICY = "default-src 'none'; style-src 'sha256-" + digest(STYLE)
            + "'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private Xhtml() {}

    /** The head of a document as a narrative. */
    static String narrative(Readable document) {
        return div(document.language(), head(document));
    }

    /** One part as a narrative. */
    static String narrative(String language, Readable.Part part) {
        return div(language, texts(part.texts()));
    }

    static String page(Readable document) {
        StringBuilder body = new StringBuilder(head(document));
        document.parts().forEach(part -> body.append("<h2>")
                .append(text(part.title()))
                .append("</h2>")
                .append(texts(part.texts())));
        return "<!DOCTYPE html>\n<html lang=\"" + document.language()
                + "\"><head><meta charset=\"utf-8\"/><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>"
                + "<meta name=\"robots\" content=\"noindex\"/><title>" + text(document.title()) + "</title><style>"
                + STYLE
                + "</style></head><body><main>" + body + "</main></body></html>\n";
    }

    private static String div(String language, String content) {
        return "<div xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"" + language + "\" xml:lang=\"" + language + "\">"
                + content + "</div>";
    }

    private static String head(Readable document) {
        StringBuilder head =
                new StringBuilder("<h1>").append(text(document.title())).append("</h1><dl>");
        document.about().forEach((name, value) -> head.append("<dt>")
                .append(text(name))
                .append("</dt><dd>")
                .append(text(value))
                .append("</dd>"));
        return head.append("</dl>").toString();
    }

    private static String texts(List<String> texts) {
        StringBuilder list = new StringBuilder("<ul>");
        texts.forEach(one -> list.append("<li>").append(text(one)).append("</li>"));
        return list.append("</ul>").toString();
    }

    /** Markup becomes text; what no XML may hold is left out. */
    private static String text(String written) {
        StringBuilder safe = new StringBuilder();
        written.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                case '\'' -> safe.append("&#39;");
                default -> {
                    if (c == '\t'
                            || c == '\n'
                            || c >= 0x20 && c != 0xFFFE && c != 0xFFFF && (c < 0xD800 || c > 0xDFFF)) {
                        safe.appendCodePoint(c);
                    }
                }
            }
        });
        return safe.toString();
    }

    private static String digest(String style) {
        try {
            return Base64.getEncoder()
                    .encodeToString(
                            MessageDigest.getInstance("SHA-256").digest(style.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
