package nl.ooievaar.server.rest;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.ooievaar.server.store.Keys;
import nl.ooievaar.server.types.ResourceTypes;
import org.springframework.stereotype.Component;

/**
 * What was searched, for the audit trail: parameter names in clear, every value as a keyed hash, so that no person shows. Under
 * a key of the index that came later, its number stands before the hash: rows are not written again when the key is replaced.
 */
@Component
public class QueryDigest {
    /** What a name of a parameter is made of beside the parameters and types that are declared. */
    private static final String OF_FHIR =
            "_id _lastUpdated _sort _count _total _summary _elements _include _revinclude _has"
                    + " _page _format _pretty exact contains missing not text identifier iterate above below in not-in of-type";

    private static final Pattern BETWEEN = Pattern.compile("[:.]");

    private final Keys keys;
    private final Set<String> words;

    public QueryDigest(Keys keys, ResourceTypes types) {
        this.keys = keys;
        this.words = Stream.concat(
                        Stream.of(OF_FHIR.split(" ")),
                        types.all().stream()
                                .flatMap(type -> Stream.concat(Stream.of(type.name()), type.parameters().stream())))
                .collect(Collectors.toUnmodifiableSet());
    }

    String of(Map<String, String[]> asked) {
        StringBuilder text = new StringBuilder();
        new TreeMap<>(asked).forEach((name, values) -> {
            for (String value : values) {
                text.append(text.isEmpty() ? "" : "&")
                        .append(name(name))
                        .append('=')
                        .append(hash(value));
            }
        });
        return text.toString();
    }

    /** A name that nobody declared can be any text, and is hashed as a value is. */
    private String name(String sent) {
        return BETWEEN.splitAsStream(sent).allMatch(words::contains) ? sent : hash(sent);
    }

    private String hash(String text) {
        String number = keys.number() > 1 ? keys.number() + "-" : "";
        return number + Long.toHexString(keys.code("", "", text));
    }
}
