package nl.ooievaar.server.submission;

import java.time.Duration;
import java.util.Set;
import nl.ooievaar.server.start.StartRefused;
import nl.ooievaar.subject.emergency.EmergencyTerms;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The terms of emergency access on this node; off unless it is turned on, and then for the listed services only. */
@Configuration
class EmergencySettings {
    @Bean
    EmergencyTerms emergencyTerms(
            @Value("${ooievaar.emergency.enabled:false}") boolean enabled,
            @Value("${ooievaar.emergency.services:}") Set<String> services,
            @Value("${ooievaar.emergency.duration:4h}") Duration duration,
            @Value("${ooievaar.emergency.longest:12h}") Duration longest,
            @Value("${ooievaar.emergency.most-open:5}") int mostOpen) {
        try {
            return new EmergencyTerms(enabled, services, duration, longest, mostOpen);
        } catch (IllegalArgumentException e) {
            throw new StartRefused(
                    "Set ooievaar.emergency.duration to a time that is at most ooievaar.emergency.longest,"
                            + " and ooievaar.emergency.most-open to 1 or more");
        }
    }
}
