package nl.ooievaar.server.rights;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** At the start, before the node is ready: finishes the destructions that a crash left begun. */
@Component
@Order(1)
class DestructionResumed implements ApplicationRunner {
    private static final Logger LOG = LoggerFactory.getLogger(DestructionResumed.class);

    private final Destruction destruction;
    private final Clock clock;

    DestructionResumed(Destruction destruction, Clock clock) {
        this.destruction = destruction;
        this.clock = clock;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        List<UUID> begun = destruction.begun();
        begun.forEach(id -> destruction.finish(id, clock.instant()));
        if (!begun.isEmpty()) {
            LOG.info("Destructions resumed: {}", begun.size());
        }
    }
}
