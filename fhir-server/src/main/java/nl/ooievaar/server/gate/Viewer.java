package nl.ooievaar.server.gate;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.ooievaar.subject.consent.Purpose;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;

/**
 * For whom and when the gate decides.
 *
 * @param party key of the calling party (organisation and service, or a person by herself)
 * @param careProvider whether the party is a care provider (URA), which may see staff and use a BSN
 * @param sight what the caller may see because it is about her; {@link Sight#NONE} for an organisation
 * @param purpose the one purpose the caller says it asks for (code of phb-purpose); empty when it asks for any
 * @param now the one moment of this request
 */
public record Viewer(int party, boolean careProvider, Sight sight, Optional<String> purpose, Instant now) {

    /** An organisation with one of its services. */
    public static Viewer ofParty(int party, boolean careProvider, Instant now) {
        return new Viewer(party, careProvider, Sight.NONE, Optional.empty(), now);
    }

    /** An organisation with one of its services, that asks for one purpose. */
    public static Viewer ofParty(int party, boolean careProvider, Purpose purpose, Instant now) {
        return new Viewer(party, careProvider, Sight.NONE, Optional.of(purpose.code()), now);
    }

    /** Binds all that {@link GateSql} asks; the one place that does. */
    public MapSqlParameterSource bind(MapSqlParameterSource to) {
        return to.addValue("me", party)
                .addValue("careProvider", careProvider)
                .addValue("files", sight.files().stream().map(UUID::toString).toArray(String[]::new))
                .addValue("own", sight.own().stream().map(UUID::toString).toArray(String[]::new))
                .addValue("purpose", purpose.orElse(null))
                .addValue("now", now.atOffset(ZoneOffset.UTC));
    }

    /** The same caller, who of the work data of professionals sees only what it keeps itself. */
    public Viewer withoutStaffOfOthers() {
        return new Viewer(party, false, sight, purpose, now);
    }

    /** The people whose records the caller may see; not empty only for somebody who signed in as a person. */
    public List<UUID> persons() {
        return sight.persons();
    }
}
