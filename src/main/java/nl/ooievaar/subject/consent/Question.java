package nl.ooievaar.subject.consent;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import nl.ooievaar.subject.party.Party;

/**
 * May this caller have this version, now?
 *
 * @param record the version
 * @param caller who asks
 * @param purpose the one purpose it asks for; empty when any will do
 * @param now the moment of the request
 */
public record Question(StoredRecord record, Caller caller, Optional<Purpose> purpose, Instant now) {

    public Question {
        Objects.requireNonNull(record);
        Objects.requireNonNull(caller);
        Objects.requireNonNull(purpose);
        Objects.requireNonNull(now);
    }

    /**
     * Who asks.
     *
     * @param party in whose name
     * @param person who signed in as herself, in the same terms as {@link Person#id}
     */
    public record Caller(Party party, Optional<String> person) {

        public Caller {
            Objects.requireNonNull(party);
            Objects.requireNonNull(person);
        }

        /** A party that acts in its own name. */
        public static Caller of(Party party) {
            return new Caller(party, Optional.empty());
        }
    }
}
