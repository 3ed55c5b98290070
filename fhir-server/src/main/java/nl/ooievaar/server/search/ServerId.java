package nl.ooievaar.server.search;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** An id as this server gives them. */
final class ServerId {
    private static final Pattern FORM = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

    private ServerId() {}

    /** Empty for anything else: such an id cannot exist here. */
    static Optional<UUID> of(String text) {
        return text != null && FORM.matcher(text).matches() ? Optional.of(UUID.fromString(text)) : Optional.empty();
    }
}
