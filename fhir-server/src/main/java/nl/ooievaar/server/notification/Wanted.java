package nl.ooievaar.server.notification;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.ooievaar.subject.notification.Topic;

/**
 * What a Subscription asks for.
 *
 * @param headers {@code Name: value}, sent along with each notification
 * @param end from when nothing more is told
 * @param heartbeat seconds after which the endpoint hears something even if nothing happened
 */
record Wanted(
        Topic topic, Endpoint endpoint, List<String> headers, Optional<Instant> end, Optional<Integer> heartbeat) {}
