package nl.ooievaar.server.search;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A path to references, apart from the type it narrows them to.
 *
 * <p>{@code X.subject.where(resolve() is Patient)} asks for nothing but the type in the reference; deciding that here also takes
 * in references by identifier, which cannot be resolved.
 */
record ReferencePath(String path, Optional<String> only) {
    private static final Pattern NARROWED =
            Pattern.compile("(.+)\\.where\\(\\s*resolve\\(\\)\\s+is\\s+([A-Za-z]+)\\s*\\)");

    static ReferencePath of(String path) {
        Matcher parts = NARROWED.matcher(path.strip());
        return parts.matches()
                ? new ReferencePath(parts.group(1), Optional.of(parts.group(2)))
                : new ReferencePath(path, Optional.empty());
    }
}
