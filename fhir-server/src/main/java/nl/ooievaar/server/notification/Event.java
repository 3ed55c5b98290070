package nl.ooievaar.server.notification;

import java.time.Instant;
import java.util.Optional;

/**
 * One numbered event.
 *
 * @param at when the number was given
 * @param focus {@code Type/id} of the record it is about; empty when the party may no longer know
 */
record Event(long number, Instant at, Optional<String> focus) {}
