package nl.ooievaar.server.search;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.instance.model.api.IBase;
import org.hl7.fhir.r4.model.BaseDateTimeType;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Timing;

/** The stretch of time a recorded date, period or timing stands for (FHIR R4 search, section 3.1.1.4.6). */
final class RecordedTime {
    private RecordedTime() {}

    /** Empty for values without a moment, such as an age or a text. */
    static Optional<Span> of(IBase value) {
        if (value instanceof BaseDateTimeType moment) {
            return moment(moment);
        }
        if (value instanceof Period period) {
            return period(period);
        }
        return value instanceof Timing timing ? timing(timing) : Optional.empty();
    }

    private static Optional<Span> moment(BaseDateTimeType moment) {
        return Optional.ofNullable(moment.getValueAsString()).flatMap(Span::of);
    }

    /** An open side reaches to the end of time. */
    private static Optional<Span> period(Period period) {
        Optional<Span> start = moment(period.getStartElement());
        Optional<Span> end = moment(period.getEndElement());
        if (start.isEmpty() && end.isEmpty()) {
            return Optional.empty();
        }
        Instant low = start.map(Span::low).orElse(Span.BEGIN);
        Instant high = end.map(Span::high).orElse(Span.END);
        return low.isBefore(high) ? Optional.of(new Span(low, high)) : start;
    }

    private static Optional<Span> timing(Timing timing) {
        Stream<Span> bounds = timing.getRepeat().hasBoundsPeriod()
                ? period(timing.getRepeat().getBoundsPeriod()).stream()
                : Stream.empty();
        return Stream.concat(timing.getEvent().stream().flatMap(event -> moment(event).stream()), bounds)
                .reduce((one, other) -> new Span(
                        one.low().isBefore(other.low()) ? one.low() : other.low(),
                        one.high().isAfter(other.high()) ? one.high() : other.high()));
    }
}
