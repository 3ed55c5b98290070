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

    /** The same about another record. */
    Question about(StoredRecord other) {
        return new Question(other, caller, purpose, now);
    }

    /**
     * Who asks.
     *
     * @param party in whose name
     * @param service id of the service by which records name that party, when the directory has it
     * @param person who signed in as herself, in the same terms as {@link Person#id}
     */
    public record Caller(Party party, Optional<String> service, Optional<String> person) {

        public Caller {
            Objects.requireNonNull(party);
            Objects.requireNonNull(service);
            Objects.requireNonNull(person);
        }

        /** A party that acts in its own name, and that no record names. */
        public static Caller of(Party party) {
            return new Caller(party, Optional.empty(), Optional.empty());
        }

        /** A party that acts in its own name. */
        public static Caller of(Party party, String service) {
            return new Caller(party, Optional.of(service), Optional.empty());
        }

        /** Whether a record is addressed to the caller. */
        boolean named(StoredRecord record) {
            return service.filter(record.refersTo()::contains).isPresent();
        }
    }
}
