package nl.ooievaar.publish;

import java.util.AbstractMap;
import java.util.Map;
import java.util.Set;

/** The fixed words of a language as a template asks for them: {@code {{word.back}}}. */
final class Words extends AbstractMap<String, Object> {
    private final Language language;

    Words(Language language) {
        this.language = language;
    }

    @Override
    public Object get(Object key) {
        return language.word(String.valueOf(key));
    }

    @Override
    public boolean containsKey(Object key) {
        return language.knows(String.valueOf(key));
    }

    @Override
    public Set<Map.Entry<String, Object>> entrySet() {
        return Set.of();
    }
}
