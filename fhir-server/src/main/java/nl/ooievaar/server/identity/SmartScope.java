package nl.ooievaar.server.identity;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One scope of a token that speaks of data (SMART App Launch 2.0, Scopes for requesting FHIR resources):
 * {@code context/Type.letters}.
 *
 * <p>The letters are c, r, u, d and s, in that order. The words of version 1 mean {@code read} = rs, {@code write} = cud and
 * {@code *} = cruds. A scope narrowed by a query ({@code ?category=…}) is none: this server would have to widen it.
 *
 * @param type of the resource, or {@code *} for each
 * @param letters what may be done
 */
record SmartScope(Context context, String type, String letters) {
    /** On whose behalf: a system by itself, a professional at work, or a person about her own records. */
    enum Context {
        SYSTEM,
        USER,
        PATIENT
    }

    private static final Pattern FORM =
            Pattern.compile("(system|user|patient)/(\\*|[A-Z][A-Za-z]+)\\.(read|write|\\*|(?=.)c?r?u?d?s?)");
    private static final String EACH = "*";

    /** @return empty for a scope that speaks of no data, such as {@code openid}, and for one that is not well-formed */
    static Optional<SmartScope> parse(String scope) {
        Matcher parts = FORM.matcher(scope);
        if (!parts.matches()) {
            return Optional.empty();
        }
        String letters =
                switch (parts.group(3)) {
                    case "read" -> "rs";
                    case "write" -> "cud";
                    case EACH -> "cruds";
                    default -> parts.group(3);
                };
        return Optional.of(new SmartScope(
                Context.valueOf(parts.group(1).toUpperCase(java.util.Locale.ROOT)), parts.group(2), letters));
    }

    static List<SmartScope> parseAll(Set<String> scopes) {
        return scopes.stream().flatMap(scope -> parse(scope).stream()).toList();
    }

    /** The scopes of a claim or parameter, between spaces. */
    static Set<String> split(String scopes) {
        return Arrays.stream(scopes.trim().split("\\s+"))
                .filter(scope -> !scope.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    boolean allows(String asked, char letter) {
        return (type.equals(EACH) || type.equals(asked)) && letters.indexOf(letter) >= 0;
    }

    /** Whether whoever has this scope has the other too. */
    boolean covers(SmartScope other) {
        return context == other.context
                && (type.equals(EACH) || type.equals(other.type))
                && other.letters.chars().allMatch(letter -> letters.indexOf(letter) >= 0);
    }

    /**
     * Whether a client that is registered for some scopes may have the one it asks for: word for word, or one that is
     * narrower.
     */
    static boolean granted(Set<String> registered, String asked) {
        return registered.contains(asked)
                || parse(asked).stream()
                        .anyMatch(one -> parseAll(registered).stream().anyMatch(has -> has.covers(one)));
    }
}
