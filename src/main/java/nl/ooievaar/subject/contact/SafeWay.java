package nl.ooievaar.subject.contact;

import java.util.Objects;
import java.util.Optional;

/**
 * One way of reaching her that she called safe.
 *
 * @param channel by what
 * @param telecom the number or address that is safe, where not all of hers are
 * @param times when, in her words; whoever reaches her reads them
 */
public record SafeWay(ContactChannel channel, Optional<String> telecom, Optional<String> times) {

    public SafeWay {
        Objects.requireNonNull(channel);
        Objects.requireNonNull(telecom);
        Objects.requireNonNull(times);
    }
}
