package nl.ooievaar.server.search;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import nl.ooievaar.server.gate.Viewer;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;

/** The values of one SQL statement under names made on the way; no value ever stands in the text itself. */
final class Statement {
    private final MapSqlParameterSource values = new MapSqlParameterSource();
    private int made;

    /** Binds what the gate asks. */
    static Statement seenBy(Viewer viewer) {
        Statement made = new Statement();
        viewer.bind(made.values);
        return made;
    }

    MapSqlParameterSource values() {
        return values;
    }

    String bind(Object value) {
        String name = "p" + made++;
        values.addValue(name, value);
        return ':' + name;
    }

    String moment(Instant value) {
        return "cast(" + bind(value.atOffset(ZoneOffset.UTC)) + " as timestamptz)";
    }

    String keys(Collection<Long> keys) {
        return "cast(" + bind(keys.stream().mapToLong(Long::longValue).toArray()) + " as bigint[])";
    }

    String ids(Collection<UUID> ids) {
        return "cast(" + bind(ids.stream().map(UUID::toString).toArray(String[]::new)) + " as uuid[])";
    }

    String texts(List<String> texts) {
        return "cast(" + bind(texts.toArray(String[]::new)) + " as text[])";
    }
}
