package nl.ooievaar.mappings.source;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text of a document of XML, by the encoding that it declares (XML 1.0, 4.3.3). Bytes that are none of it are refused: the parser
 * of the platform would replace them, or write of them to standard error.
 */
final class Encoded {
    private static final Pattern DECLARED =
            Pattern.compile("^<\\?xml[^>]{0,80}?encoding\\s{0,8}=\\s{0,8}[\"']([A-Za-z0-9._-]{1,40})[\"']");
    private static final Map<String, Charset> KNOWN = Map.of(
            "utf-8", StandardCharsets.UTF_8,
            "us-ascii", StandardCharsets.US_ASCII,
            "iso-8859-1", StandardCharsets.ISO_8859_1,
            "iso-8859-15", Charset.forName("ISO-8859-15"),
            "windows-1252", Charset.forName("windows-1252"));

    private static final char REPLACEMENT = '\uFFFD';

    private Encoded() {}

    /** @throws Unreadable when it declares an encoding that is not known, or holds what is none of it */
    static String text(byte[] bytes) {
        Charset charset = charset(bytes);
        String text = new String(bytes, charset);
        // Read so, what is none of it becomes this character. A document may hold it, so only then each byte is looked
        // at.
        if (text.indexOf(REPLACEMENT) >= 0) {
            text = checked(bytes, charset);
        }
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static String checked(byte[] bytes, Charset charset) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length + 1);
        CoderResult result = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(in, out, true);
        String text = out.flip().toString();
        if (result.isError()) {
            int line = (int) text.chars().filter(it -> it == '\n').count() + 1;
            throw new Unreadable(Unreadable.Reason.NOT_XML, line, text.length() - text.lastIndexOf('\n'), 0);
        }
        return text;
    }

    private static Charset charset(byte[] bytes) {
        boolean two = bytes.length >= 2;
        int mark = two ? (bytes[0] & 0xff) << 8 | bytes[1] & 0xff : 0;
        if (mark == 0xfeff || mark == 0xfffe) {
            return StandardCharsets.UTF_16;
        }
        String start = new String(bytes, 0, Math.min(bytes.length, 200), StandardCharsets.ISO_8859_1);
        Matcher declared = DECLARED.matcher(start.startsWith("\u00EF\u00BB\u00BF") ? start.substring(3) : start);
        if (!declared.find()) {
            return StandardCharsets.UTF_8;
        }
        Charset known = KNOWN.get(declared.group(1).toLowerCase(Locale.ROOT));
        if (known == null) {
            throw new Unreadable(Unreadable.Reason.NOT_XML, 1, 1, 0);
        }
        return known;
    }
}
