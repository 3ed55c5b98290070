package nl.ooievaar.server.rest;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.ooievaar.server.support.Plans;
import nl.ooievaar.subject.support.Card;
import nl.ooievaar.subject.support.Reader;
import nl.ooievaar.subject.support.SupportWords;

/** Cards and the service as JSON (CDS Hooks 2.0, Card attributes and Discovery). No card suggests an action: it says, and no more. */
final class CdsCards {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Plans plans;

    CdsCards(Plans plans) {
        this.plans = plans;
    }

    /** What there is to call, and what a client may send along to spare the service a look. */
    ObjectNode services(Locale locale) {
        SupportWords words = new SupportWords(Reader.PROFESSIONAL, locale);
        String names = plans.withCriteria().stream()
                .map(plan -> Plans.text(plan.getTitleElement(), locale))
                .sorted()
                .collect(Collectors.joining(", "));
        ObjectNode services = JSON.objectNode();
        ObjectNode service = services.putArray("services").addObject();
        service.put("hook", CdsRequest.HOOK)
                .put("id", CdsServices.SERVICE)
                .put("title", words.of("service.title"))
                .put("description", words.of("service.description", names));
        service.putObject("prefetch")
                .put(
                        CdsRequest.OBSERVATIONS,
                        "Observation?patient={{context.patientId}}&_sort=-date&_count=200&code="
                                + String.join(",", plans.codes()));
        return services;
    }

    ObjectNode of(List<Card> said, Exchange.Context c) {
        SupportWords words = new SupportWords(SupportExchange.reader(c), c.locale());
        ObjectNode answer = JSON.objectNode();
        var cards = answer.putArray("cards");
        for (Card one : said) {
            ObjectNode card = cards.addObject();
            card.put("uuid", UUID.randomUUID().toString())
                    .put("summary", one.summary())
                    .put("indicator", "info")
                    .put("detail", detail(one, words));
            card.putObject("source")
                    .put("label", words.of("source", one.paragraph()))
                    .put("url", page(one, words, c.base()));
        }
        return answer;
    }

    /** In Markdown, as the standard has it; every word of it is ours. */
    private static String detail(Card card, SupportWords words) {
        StringBuilder detail = new StringBuilder();
        card.reasons().forEach(one -> detail.append("- ").append(one).append('\n'));
        if (!card.missing().isEmpty()) {
            detail.append('\n').append(words.of("heading.missing")).append(":\n\n");
            card.missing().forEach(one -> detail.append("- ").append(one).append('\n'));
        }
        return detail.append('\n').append(card.closing()).toString();
    }

    /** Where the site tells the criteria, with the paragraph of the guideline. */
    private static String page(Card card, SupportWords words, String base) {
        String site = base.replaceFirst("/fhir/?$", "") + "/" + words.of("language") + "/";
        return card.ofPlan()
                ? site + "interventions/" + card.topic() + ".html#criteria"
                : site + "support.html#" + words.of(card.topic() + ".anchor");
    }
}
