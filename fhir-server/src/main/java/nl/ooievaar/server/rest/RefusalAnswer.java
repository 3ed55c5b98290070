package nl.ooievaar.server.rest;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import ca.uhn.fhir.rest.server.exceptions.UnclassifiedServerFailureException;
import ca.uhn.fhir.rest.server.exceptions.UnprocessableEntityException;
import java.util.Locale;
import java.util.UUID;
import nl.ooievaar.server.store.Overload;
import nl.ooievaar.subject.Reason;
import nl.ooievaar.subject.Refusal;
import nl.ooievaar.subject.RefusedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.transaction.TransactionException;

/**
 * Turns whatever went wrong into status, OperationOutcome and language. Texts of the framework can hold what was sent, so they
 * are never passed on; only a fault of ours is logged, with its id and without its message.
 */
@Interceptor
public class RefusalAnswer {
    private static final Logger LOG = LoggerFactory.getLogger(RefusalAnswer.class);

    private final RefusalTrail trail;

    public RefusalAnswer(RefusalTrail trail) {
        this.trail = trail;
    }

    /** What is answered; a refusal is on record by then. */
    @Hook(Pointcut.SERVER_PRE_PROCESS_OUTGOING_EXCEPTION)
    public BaseServerResponseException answer(RequestDetails details, Throwable thrown) {
        Locale locale = details == null ? Locale.ENGLISH : Languages.asked(details);
        BaseServerResponseException no = answer(locale, thrown);
        try {
            if (details != null && no.getStatusCode() >= 400 && no.getStatusCode() < 500) {
                trail.otherwise(details, no.getStatusCode(), no.getMessage());
            }
            return no;
        } catch (RefusedException | TransactionException | DataAccessException e) {
            return unavailable(e, locale);
        }
    }

    /** The same at a door that is no FHIR interaction. The message of each answer below 500 is the key of its reason. */
    static BaseServerResponseException answer(Locale locale, Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof RefusedException no) {
                return Outcomes.exception(no.refusal(), locale);
            }
            if (cause instanceof TransactionException || cause instanceof DataAccessResourceFailureException) {
                return unavailable(cause, locale);
            }
            boolean ours = cause instanceof UnprocessableEntityException
                    || cause instanceof UnclassifiedServerFailureException;
            if (ours && ((BaseServerResponseException) cause).getOperationOutcome() != null) {
                return (BaseServerResponseException) cause;
            }
        }
        if (thrown instanceof BaseServerResponseException protocol && protocol.getStatusCode() < 500) {
            return ofProtocol(protocol, locale);
        }
        if (Overload.is(thrown)) {
            return Outcomes.exception(Refusal.of(Reason.OVERLOADED, Overload.SECONDS), locale);
        }
        String id = UUID.randomUUID().toString();
        LOG.error("Fault {}: {}", id, trace(thrown));
        return Outcomes.exception(Refusal.of(Reason.FAULT, id), locale);
    }

    private static BaseServerResponseException ofProtocol(BaseServerResponseException protocol, Locale locale) {
        Refusal refusal =
                switch (protocol.getStatusCode()) {
                    case 304 -> null;
                    case 404 -> Refusal.of(Reason.NOT_FOUND);
                    case 412 -> Refusal.of(Reason.SEVERAL_MATCHES, "");
                    case 406, 415 ->
                        Refusal.of(Reason.UNSUPPORTED_FORMAT, "application/fhir+json, application/fhir+xml");
                    default -> Refusal.of(Reason.NOT_OFFERED);
                };
        return refusal == null
                ? protocol
                : new UnclassifiedServerFailureException(
                        protocol.getStatusCode(), refusal.key(), Outcomes.of(refusal, locale));
    }

    /** Without a database, or at a commit that fails, nothing is on record, so nothing is answered. */
    private static BaseServerResponseException unavailable(Throwable cause, Locale locale) {
        LOG.error("The database refuses a transaction ({})", cause.getClass().getSimpleName());
        return Outcomes.exception(Refusal.of(Reason.AUDIT_UNAVAILABLE), locale);
    }

    /** Classes and lines only: messages of exceptions can hold data of a person. */
    private static String trace(Throwable thrown) {
        StringBuilder text = new StringBuilder();
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            text.append(cause.getClass().getName());
            StackTraceElement[] stack = cause.getStackTrace();
            for (int i = 0; i < Math.min(stack.length, 12); i++) {
                text.append("\n  at ").append(stack[i]);
            }
            text.append('\n');
        }
        return text.toString();
    }
}
