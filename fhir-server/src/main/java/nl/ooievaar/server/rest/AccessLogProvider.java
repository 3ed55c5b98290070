package nl.ooievaar.server.rest;

import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import nl.ooievaar.profiles.PhbPackage;
import nl.ooievaar.server.audit.AccessLogPage;
import nl.ooievaar.server.audit.Audit;
import nl.ooievaar.server.audit.AuditTrail;
import nl.ooievaar.server.audit.AuditTrail.Asked;
import nl.ooievaar.server.audit.AuditTrail.Line;
import nl.ooievaar.server.audit.AuditTrail.Page;
import nl.ooievaar.server.audit.AuditTrail.Watched;
import nl.ooievaar.server.gate.Lookup;
import nl.ooievaar.subject.Reason;
import nl.ooievaar.subject.Refusal;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.OperationDefinition;
import org.hl7.fhir.r4.model.Patient;
import org.springframework.stereotype.Component;

/**
 * Who saw what, when and why, in words (NEN 7513): for the woman over all files about her, for a custodian over its own. Oldest
 * first, by days in the Netherlands; to ask is itself on record, and in the next answer.
 */
@Component
public class AccessLogProvider {
    private static final ZoneId HOME = ZoneId.of("Europe/Amsterdam");
    private static final int DEFAULT_COUNT = 100;
    private static final int MAX_COUNT = 500;

    private final Exchange exchange;
    private final Audit audit;
    private final AuditTrail trail;
    private final TrailLinks links;
    private final Lookup lookup;
    private final Received received;
    private final OperationDefinition definition;

    AccessLogProvider(
            Exchange exchange,
            Audit audit,
            AuditTrail trail,
            TrailLinks links,
            Lookup lookup,
            Received received,
            PhbPackage phb) {
        this.exchange = exchange;
        this.audit = audit;
        this.trail = trail;
        this.links = links;
        this.lookup = lookup;
        this.received = received;
        this.definition = phb.definitions().stream()
                .filter(OperationDefinition.class::isInstance)
                .map(OperationDefinition.class::cast)
                .filter(one -> one.getCode().equals("access-log"))
                .findFirst()
                .orElseThrow();
    }

    @Operation(name = "$access-log", idempotent = true, manualRequest = true, type = Patient.class)
    public Bundle accessLog(@IdParam IdType id, RequestDetails details) {
        Exchange.Context context = exchange.open(details, "access-log", "AuditEvent", 's', null);
        return exchange.run(context, c -> answer(id, OperationInput.of(details, received, definition), c, details));
    }

    private Bundle answer(IdType id, OperationInput input, Exchange.Context c, RequestDetails details) {
        String address = "Patient/" + id.getIdPart() + "/$access-log";
        Optional<TrailLinks.Link> link = input.text("_page").map(token -> links.open(token, address, c.viewer()));
        Asked asked = link.map(AccessLogProvider::asked).orElseGet(() -> asked(input));
        List<Watched> files = lookup.newest("Patient", Reading.uuid(id), c.viewer())
                .map(seen -> trail.files(seen, c.viewer()))
                .orElse(List.of());
        if (files.isEmpty()) {
            throw Refusal.of(Reason.NOT_FOUND).exception();
        }
        Page found = trail.page(files, asked, AuditEventProvider.reader(c));
        audit.record(
                c.request(),
                c.caller(),
                "R",
                found.lines().stream().map(Line::touched).toList());
        Bundle bundle = AuditEventProvider.bundle(found, c);
        bundle.addLink().setRelation("self").setUrl(c.base() + "/" + address);
        Optional<String> next = found.next()
                .map(place -> links.seal(new TrailLinks.Link(place, text(asked)), address, c.viewer()))
                .map(token -> c.base() + "/" + address + "?_page=" + token);
        next.ifPresent(url -> bundle.addLink().setRelation("next").setUrl(url));
        if (AnswerAsPage.isAsked(details)) {
            AnswerAsPage.keep(
                    details, AccessLogPage.of(found.lines(), c.locale(), next), AccessLogPage.POLICY, c.locale());
        }
        if (link.isEmpty() && found.next().isEmpty()) {
            bundle.setTotal(found.lines().size());
        }
        return bundle;
    }

    private static Asked asked(OperationInput input) {
        Optional<Instant> from = day(input, "start", 0);
        Optional<Instant> until = day(input, "end", 1);
        int most = input.number("_count").orElse(DEFAULT_COUNT);
        if (most == 0 || most > MAX_COUNT) {
            throw Refusal.of(Reason.PARAMETER_VALUE, "_count", "1 .. " + MAX_COUNT)
                    .exception();
        }
        return new Asked(from, until, false, most, Optional.empty(), events -> events);
    }

    private static Optional<Instant> day(OperationInput input, String name, int later) {
        return input.text(name).map(text -> {
            try {
                return LocalDate.parse(text).plusDays(later).atStartOfDay(HOME).toInstant();
            } catch (DateTimeException e) {
                throw Refusal.of(Reason.PARAMETER_VALUE, name, "2026-01-31").exception();
            }
        });
    }

    private static String text(Asked asked) {
        return asked.from().map(Instant::toString).orElse("") + "\n"
                + asked.until().map(Instant::toString).orElse("") + "\n" + asked.most();
    }

    private static Asked asked(TrailLinks.Link link) {
        String[] part = link.asked().split("\n", 3);
        return new Asked(
                moment(part[0]),
                moment(part[1]),
                false,
                Integer.parseInt(part[2]),
                Optional.of(link.after()),
                events -> events);
    }

    private static Optional<Instant> moment(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(Instant.parse(text));
    }
}
