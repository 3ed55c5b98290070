package nl.ooievaar.server.rest;

import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import java.nio.charset.StandardCharsets;
import nl.ooievaar.server.document.FeedbackDocument;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.IdType;
import org.springframework.stereotype.Component;

/** {@code Communication/[id]/$document}: a feedback to be read, as a Bundle, or as a page for who asks for one. */
@Component
public class DocumentProvider {
    private final Exchange exchange;
    private final FeedbackDocument feedback;

    public DocumentProvider(Exchange exchange, FeedbackDocument feedback) {
        this.exchange = exchange;
        this.feedback = feedback;
    }

    @Operation(name = "$document", idempotent = true, type = Communication.class)
    public Bundle document(@IdParam IdType id, RequestDetails details) {
        Exchange.Context context = exchange.open(details, "document", "Communication", 'r', null);
        FeedbackDocument.Document document = exchange.run(
                context, c -> feedback.of(Reading.uuid(id), c.locale(), c.base(), c.caller(), c.viewer(), c.request()));
        if (AnswerAsPage.isAsked(details)) {
            AnswerAsPage.keep(
                    details, new String(document.page(), StandardCharsets.UTF_8), document.policy(), context.locale());
        }
        return document.bundle();
    }
}
