package nl.ooievaar.server.promise;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds planted words in whatever a server lets out, however it is written there. */
final class LeakFinder {
    /** How each planted word begins. */
    static final String PREFIX = "canary";

    private static final int WORD = PREFIX.length() + 12;

    private static final Pattern BSN = Pattern.compile("(?<![0-9.])9999[0-9]{5}(?![0-9])");
    private static final Pattern UNICODE = Pattern.compile("\\\\u([0-9a-fA-F]{4})");
    private static final Pattern ENTITY = Pattern.compile("&#(x?)([0-9a-fA-F]{1,6});");
    /** Letters of Base64, also as URLs have it, in runs that are long enough to hold a word. */
    private static final String ENCODED = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/_-";

    private static final boolean[] LETTERS = new boolean[128];
    private static final int SHORTEST = 16;
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    /** A page link holds Base64 in a URL in JSON: nothing we know is wrapped deeper. */
    private static final int DEEPEST = 3;

    static {
        ENCODED.chars().forEach(letter -> LETTERS[letter] = true);
    }

    private LeakFinder() {}

    /** All words, and all test BSNs, in lower case. */
    static Set<String> words(String let) {
        Set<String> found = new TreeSet<>();
        look(let, DEEPEST, found);
        return found;
    }

    /** The words that stand there as they are: for what is too large to be unwrapped. */
    static Set<String> plain(String text) {
        Set<String> found = new TreeSet<>();
        int next;
        for (int at = begin(text, 0); at >= 0; at = begin(text, next)) {
            next = at + 1;
            if (hexFrom(text, at + PREFIX.length()) >= at + WORD) {
                next = at + WORD;
                found.add(text.substring(at, next).toLowerCase(Locale.ROOT));
            }
        }
        return found;
    }

    /** Where a word may begin, in capitals or not; below 0 when nowhere. */
    private static int begin(String text, int from) {
        for (int i = from; i <= text.length() - PREFIX.length(); i++) {
            if ((text.charAt(i) | 0x20) == PREFIX.charAt(0)
                    && text.regionMatches(true, i, PREFIX, 0, PREFIX.length())) {
                return i;
            }
        }
        return -1;
    }

    /** The end of the hexadecimal digits that begin here. */
    private static int hexFrom(String text, int from) {
        int end = from;
        while (end < text.length() && HexFormat.isHexDigit(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static void look(String text, int deep, Set<String> found) {
        found.addAll(plain(text));
        if (text.contains("9999")) {
            BSN.matcher(text).results().forEach(hit -> found.add(hit.group()));
        }
        if (deep == 0) {
            return;
        }
        String plain = unescaped(text);
        if (!plain.equals(text)) {
            look(plain, deep - 1, found);
        }
        for (int from = 0; from < text.length(); from++) {
            int end = from;
            while (end < text.length() && isEncoded(text.charAt(end))) {
                end++;
            }
            if (end - from >= SHORTEST) {
                run(text.substring(from, end), deep, found);
            }
            from = end;
        }
    }

    private static boolean isEncoded(char letter) {
        return letter < LETTERS.length && LETTERS[letter];
    }

    private static void run(String run, int deep, Set<String> found) {
        // An id is no encoded text, and there are many.
        if (!ID.matcher(run).matches()) {
            decode(run, deep, found);
        }
        for (int from = 0; from < run.length(); from++) {
            int end = hexFrom(run, from);
            if (end - from >= 2 * SHORTEST) {
                readable(HexFormat.of().parseHex(run.substring(from, end - (end - from) % 2)), deep, found);
            }
            from = end;
        }
    }

    /** As JSON, HTML and URLs escape. */
    private static String unescaped(String text) {
        String plain = UNICODE.matcher(text).replaceAll(hit -> letter(Integer.parseInt(hit.group(1), 16)));
        plain = ENTITY.matcher(plain).replaceAll(LeakFinder::entity);
        return plain.indexOf('%') < 0
                ? plain
                : URLDecoder.decode(plain.replaceAll("%(?![0-9a-fA-F]{2})", "%25"), StandardCharsets.ISO_8859_1);
    }

    private static String entity(java.util.regex.MatchResult hit) {
        int at = Integer.parseInt(hit.group(2), hit.group(1).isEmpty() ? 10 : 16);
        return Character.isValidCodePoint(at) ? letter(at) : "";
    }

    private static String letter(int at) {
        return Matcher.quoteReplacement(Character.toString(at));
    }

    /** Begun anywhere: a word can stand in the middle of what was encoded, and a run can begin before it. */
    private static void decode(String run, int deep, Set<String> found) {
        String standard = run.replace('-', '+').replace('_', '/');
        for (int from = 0; from < 4; from++) {
            int end = (standard.length() - from) % 4 == 1 ? standard.length() - 1 : standard.length();
            readable(Base64.getDecoder().decode(standard.substring(from, end)), deep, found);
        }
    }

    private static void readable(byte[] bytes, int deep, Set<String> found) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        if (printable(bytes) || begin(text, 0) >= 0 || text.contains("9999")) {
            look(text, deep - 1, found);
        }
    }

    /** What decodes to noise was not encoded text. */
    private static boolean printable(byte[] bytes) {
        for (byte one : bytes) {
            if (one < ' ' || one == 127) {
                return false;
            }
        }
        return true;
    }
}
