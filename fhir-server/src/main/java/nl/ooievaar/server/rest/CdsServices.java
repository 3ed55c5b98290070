package nl.ooievaar.server.rest;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import nl.ooievaar.server.support.Known;
import nl.ooievaar.server.support.KnownReader;
import nl.ooievaar.server.support.Plans;
import nl.ooievaar.subject.Reason;
import nl.ooievaar.subject.Refusal;
import nl.ooievaar.subject.support.Card;
import nl.ooievaar.subject.support.Entry;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Decision support as cards in the client's own screen (CDS Hooks 2.0). Anybody may read which service there is; it answers with
 * the token of every other door. It never calls a server that a request names: what is not sent along it reads here, through the
 * gate, as the caller.
 */
@RestController
class CdsServices {
    /** The one service there is. */
    static final String SERVICE = "phb-support";

    private final SupportExchange support;
    private final Plans plans;
    private final FhirContext fhir;
    private final CdsCards cards;
    private final String base;

    CdsServices(SupportExchange support, Plans plans, FhirContext fhir, @Value("${ooievaar.base:}") String base) {
        this.support = support;
        this.plans = plans;
        this.fhir = fhir;
        this.cards = new CdsCards(plans);
        this.base = base;
    }

    @GetMapping("/cds-services")
    ResponseEntity<String> services(HttpServletRequest request) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .varyBy(HttpHeaders.ACCEPT_LANGUAGE)
                .body(cards.services(language(request)).toString());
    }

    @PostMapping("/cds-services/{id}")
    ResponseEntity<String> call(@PathVariable("id") String id, HttpServletRequest request) {
        ObjectNode answer = support.run(base(request), language(request), c -> {
            if (!id.equals(SERVICE)) {
                throw Refusal.of(Reason.NOT_FOUND).exception();
            }
            CdsRequest asked = CdsRequest.read(body(request), request.getContentType(), fhir);
            return cards.of(said(known(asked, c), c), c);
        });
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(answer.toString());
    }

    /** Sent along, or read here; absent and not for the caller are one answer. */
    private Known known(CdsRequest asked, Exchange.Context c) {
        if (asked.observations().isPresent()) {
            return support.sent(asked.observations().get(), c);
        }
        boolean elsewhere = asked.fhirServer()
                .filter(told -> !told.replaceFirst("/$", "").equals(c.base()))
                .isPresent();
        return (elsewhere ? Optional.<Known>empty() : support.read(asked.patient(), List.of(), c))
                .orElseThrow(() -> Refusal.of(Reason.SUPPORT_WITHOUT_DATA, CdsRequest.OBSERVATIONS)
                        .exception());
    }

    private List<Card> said(Known known, Exchange.Context c) {
        List<Entry> entries = plans.withCriteria().stream()
                .flatMap(plan -> plan.getAction().stream()
                        .map(action -> plans.judge(plan, action, known, KnownReader.today(c.viewer()), c.locale())))
                .toList();
        return support.cards(c).of(entries, known.situation());
    }

    /** Whatever went wrong is told as at the FHIR doors. */
    @ExceptionHandler
    ResponseEntity<String> refused(Exception thrown, HttpServletRequest request) {
        BaseServerResponseException no = RefusalAnswer.answer(language(request), thrown);
        HttpHeaders headers = new HttpHeaders();
        if (no.getResponseHeaders() != null) {
            no.getResponseHeaders().forEach((name, values) -> headers.put(name, List.copyOf(values)));
        }
        return ResponseEntity.status(no.getStatusCode())
                .headers(headers)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .contentType(MediaType.parseMediaType("application/fhir+json;charset=UTF-8"))
                .body(fhir.newJsonParser().encodeResourceToString(no.getOperationOutcome()));
    }

    private static byte[] body(HttpServletRequest request) {
        try {
            return request.getInputStream().readAllBytes();
        } catch (IOException e) {
            throw Refusal.of(Reason.BODY_UNREADABLE).exception();
        }
    }

    private String base(HttpServletRequest request) {
        String here = request.getRequestURL().toString();
        return base.isBlank() ? here.substring(0, here.indexOf("/cds-services")) + "/fhir" : base;
    }

    private static Locale language(HttpServletRequest request) {
        return Languages.asked(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
    }
}
