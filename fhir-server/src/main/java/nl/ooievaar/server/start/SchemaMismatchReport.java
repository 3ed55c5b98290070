package nl.ooievaar.server.start;

import org.hibernate.tool.schema.spi.SchemaManagementException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Prints which table was changed by something else than our migrations, without a stack trace. */
public final class SchemaMismatchReport extends AbstractFailureAnalyzer<SchemaManagementException> {
    @Override
    protected FailureAnalysis analyze(Throwable root, SchemaManagementException cause) {
        return new FailureAnalysis(
                "The tables of the database are not as the migrations of this server made them: undo the change, or"
                        + " restore a backup (" + cause.getMessage() + ")",
                "See README.md, section Settings.",
                cause);
    }
}
