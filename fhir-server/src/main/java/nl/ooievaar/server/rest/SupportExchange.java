package nl.ooievaar.server.rest;

import ca.uhn.fhir.rest.api.server.RequestDetails;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import nl.ooievaar.server.audit.Audit;
import nl.ooievaar.server.support.Known;
import nl.ooievaar.server.support.KnownReader;
import nl.ooievaar.subject.Reason;
import nl.ooievaar.subject.Refusal;
import nl.ooievaar.subject.support.Cards;
import nl.ooievaar.subject.support.Reader;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Observation;
import org.springframework.stereotype.Component;

/**
 * What both doors of decision support share: scope first, what is known through the gate, and on record as a read before it is
 * answered.
 */
@Component
class SupportExchange {
    private static final String INTERACTION = "apply";

    private final Exchange exchange;
    private final KnownReader reader;
    private final Audit audit;

    SupportExchange(Exchange exchange, KnownReader reader, Audit audit) {
        this.exchange = exchange;
        this.reader = reader;
        this.audit = audit;
    }

    /** What is told rests on Observations, so the token must allow to read those. */
    <T> T run(RequestDetails details, Function<Exchange.Context, T> work) {
        return exchange.run(exchange.open(details, INTERACTION, "Observation", 'r', null), work);
    }

    /** The same at a door that is no FHIR interaction. */
    <T> T run(String base, Locale locale, Function<Exchange.Context, T> work) {
        return exchange.run(exchange.open(base, locale, INTERACTION, "Observation", 'r', null), work);
    }

    /** @return empty when the caller may not see this Patient, or there is none */
    Optional<Known> read(UUID patient, List<Observation> sent, Exchange.Context c) {
        if (!c.caller().mayAsk("Patient", 'r')) {
            throw Refusal.of(Reason.FORBIDDEN_OPERATION, INTERACTION + " Patient")
                    .exception();
        }
        return reader.of(patient, c.viewer()).map(found -> {
            audit.recordWords(
                    c.request(),
                    c.caller(),
                    found.used().stream().map(Audit.Touched::of).toList());
            return reader.with(found.known(), sent, c.viewer());
        });
    }

    /** Nothing is read, so nothing is disclosed. */
    Known sent(List<Observation> sent, Exchange.Context c) {
        return reader.with(new Known(List.of()), sent, c.viewer());
    }

    Cards cards(Exchange.Context c) {
        return new Cards(reader(c), c.locale());
    }

    static Reader reader(Exchange.Context c) {
        return c.caller().person().isPresent() ? Reader.HERSELF : Reader.PROFESSIONAL;
    }

    /** The Observations of what was sent; whatever else stands in it is not looked at. */
    static List<Observation> observations(Bundle sent) {
        return sent.getEntry().stream()
                .map(Bundle.BundleEntryComponent::getResource)
                .filter(Observation.class::isInstance)
                .map(Observation.class::cast)
                .toList();
    }
}
