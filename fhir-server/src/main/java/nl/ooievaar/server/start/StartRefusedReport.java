package nl.ooievaar.server.start;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Prints why the server did not start, without a stack trace. */
public final class StartRefusedReport extends AbstractFailureAnalyzer<StartRefused> {
    @Override
    protected FailureAnalysis analyze(Throwable root, StartRefused cause) {
        return new FailureAnalysis(cause.getMessage(), "See README.md, section Settings.", cause);
    }
}
