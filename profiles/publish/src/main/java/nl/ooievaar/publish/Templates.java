package nl.ooievaar.publish;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/** The templates beside this class; what they print is escaped, unless they say otherwise. */
final class Templates {
    private static final Mustache.Compiler COMPILER =
            Mustache.compiler().withLoader(Templates::open).emptyStringIsFalse(true);
    private static final Map<String, Template> KNOWN = new ConcurrentHashMap<>();

    private Templates() {}

    /** @param values a map or a record */
    static String render(String name, Object values) {
        return KNOWN.computeIfAbsent(name, one -> COMPILER.compile(open(one))).execute(values);
    }

    private static Reader open(String name) {
        String file = name + ".mustache";
        return new InputStreamReader(
                Objects.requireNonNull(Templates.class.getResourceAsStream(file), file), StandardCharsets.UTF_8);
    }
}
