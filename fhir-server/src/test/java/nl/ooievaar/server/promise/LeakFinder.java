package nl.ooievaar.server.promise;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Finds planted words in whatever a server lets out, however it is written there. */
final class LeakFinder {
    /** How each planted word begins. */
    static final String PREFIX = "canary";

    private static final Pattern WORD = Pattern.compile(PREFIX + "[0-9a-f]{12}");
    private static final Pattern BSN = Pattern.compile("(?<![0-9.])9999[0-9]{5}(?![0-9])");
    private static final Pattern UNICODE = Pattern.compile("\\\\u([0-9a-fA-F]{4})");
    private static final Pattern ENTITY = Pattern.compile("&#(x?)([0-9a-fA-F]{1,6});");
    private static final Pattern ENCODED = Pattern.compile("[A-Za-z0-9+/_-]{16,}");
    private static final Pattern ID =
            Pattern.compile("(?<![0-9A-Za-z+/_-])[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}(?![0-9A-Za-z+/_-])");
    private static final Pattern HEX = Pattern.compile("(?:[0-9a-fA-F]{2}){16,}");
    /** A page link holds Base64 in a URL in JSON: nothing we know is wrapped deeper. */
    private static final int DEEPEST = 3;

    private LeakFinder() {}

    /** All words, and all test BSNs, in lower case. */
    static Set<String> words(String let) {
        Set<String> found = new TreeSet<>();
        look(let, DEEPEST, found);
        return found;
    }

    /** The words that stand there as they are: for what is too large to be unwrapped. */
    static Set<String> plain(String lower) {
        return WORD.matcher(lower)
                .results()
                .map(java.util.regex.MatchResult::group)
                .collect(Collectors.toSet());
    }

    private static void look(String text, int deep, Set<String> found) {
        String lower = text.toLowerCase(Locale.ROOT);
        WORD.matcher(lower).results().forEach(hit -> found.add(hit.group()));
        BSN.matcher(text).results().forEach(hit -> found.add(hit.group()));
        if (deep == 0) {
            return;
        }
        String plain = unescaped(text);
        if (!plain.equals(text)) {
            look(plain, deep - 1, found);
        }
        // An id is no encoded text, and there are many.
        String plainly = ID.matcher(text).replaceAll(" ");
        ENCODED.matcher(plainly).results().forEach(run -> decode(run.group(), deep, found));
        HEX.matcher(text).results().forEach(run -> hex(run.group(), deep, found));
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

    private static void hex(String run, int deep, Set<String> found) {
        readable(java.util.HexFormat.of().parseHex(run), deep, found);
    }

    private static void readable(byte[] bytes, int deep, Set<String> found) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        if (text.toLowerCase(Locale.ROOT).contains(PREFIX) || text.contains("9999") || printable(bytes)) {
            look(text, deep - 1, found);
        }
    }

    /** What decodes to noise was not encoded text. */
    private static boolean printable(byte[] bytes) {
        return Arrays.equals(bytes, new String(bytes, StandardCharsets.US_ASCII).getBytes(StandardCharsets.US_ASCII))
                && new String(bytes, StandardCharsets.US_ASCII).chars().allMatch(c -> c >= ' ' && c < 127);
    }
}
