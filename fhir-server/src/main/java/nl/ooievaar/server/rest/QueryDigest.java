package nl.ooievaar.server.rest;

import java.util.Map;
import java.util.TreeMap;
import nl.ooievaar.server.store.Keys;
import org.springframework.stereotype.Component;

/**
 * What was searched, for the audit trail: parameter names in clear, every value as a keyed hash, so that no person shows. Under
 * a key of the index that came later, its number stands before the hash: rows are not written again when the key is replaced.
 */
@Component
public class QueryDigest {
    private final Keys keys;

    public QueryDigest(Keys keys) {
        this.keys = keys;
    }

    String of(Map<String, String[]> asked) {
        StringBuilder text = new StringBuilder();
        String number = keys.number() > 1 ? keys.number() + "-" : "";
        new TreeMap<>(asked).forEach((name, values) -> {
            for (String value : values) {
                text.append(text.isEmpty() ? "" : "&")
                        .append(name)
                        .append('=')
                        .append(number)
                        .append(Long.toHexString(keys.code("", "", value)));
            }
        });
        return text.toString();
    }
}
