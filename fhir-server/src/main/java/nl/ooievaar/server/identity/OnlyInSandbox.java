package nl.ooievaar.server.identity;

import nl.ooievaar.server.start.Mode;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** Holds in the sandbox only. */
final class OnlyInSandbox implements Condition {
    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
        return Mode.of(context.getEnvironment()).isSandbox();
    }
}
