package nl.ooievaar.server.notification;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import nl.ooievaar.server.start.Mode;
import nl.ooievaar.subject.Reason;
import nl.ooievaar.subject.Refusal;
import nl.ooievaar.subject.RefusedException;
import nl.ooievaar.subject.notification.Topic;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.PrimitiveType;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Subscription;
import org.hl7.fhir.r4.model.Subscription.SubscriptionChannelComponent;
import org.hl7.fhir.r4.model.Subscription.SubscriptionChannelType;
import org.springframework.stereotype.Component;

/**
 * Reads a Subscription (FHIR R4, in the shape of the Subscriptions R5 Backport) and refuses what this server would not do as it
 * says: what is taken is obeyed.
 */
@Component
class SubscriptionForm {
    private static final String BACKPORT = "http://hl7.org/fhir/uv/subscriptions-backport/StructureDefinition/";
    private static final String CONTENT = BACKPORT + "backport-payload-content";
    private static final String HEARTBEAT = BACKPORT + "backport-heartbeat-period";
    private static final String JSON = "application/fhir+json";
    private static final int MOST_HEADERS = 3;
    private static final int SHORTEST_BEAT = 60;
    private static final int LONGEST_BEAT = 86_400;
    private static final Pattern HEADER =
            Pattern.compile("(?i:Authorization|X-[A-Za-z0-9-]{1,60}): ?[\\x21-\\x7e][\\x20-\\x7e]{0,1999}");

    private final Mode mode;

    SubscriptionForm(Mode mode) {
        this.mode = mode;
    }

    Wanted read(Subscription sent) {
        nothingElse(sent);
        SubscriptionChannelComponent channel = sent.getChannel();
        if (channel.getType() != SubscriptionChannelType.RESTHOOK) {
            throw no(Reason.SUBSCRIPTION_CHANNEL, "Subscription.channel.type");
        }
        payload(channel);
        return new Wanted(
                topic(sent),
                Endpoint.of(String.valueOf(channel.getEndpoint()), mode.isSandbox())
                        .orElseThrow(() -> no(Reason.SUBSCRIPTION_ENDPOINT, "Subscription.channel.endpoint")),
                headers(channel),
                Optional.ofNullable(sent.getEnd()).map(java.util.Date::toInstant),
                heartbeat(channel));
    }

    /** What has an end in the past would never begin. */
    static void notOver(Wanted wanted, Instant now) {
        if (wanted.end().filter(end -> !end.isAfter(now)).isPresent()) {
            throw no(Reason.SUBSCRIPTION_ELEMENT, "Subscription.end", "Subscription.end in the past");
        }
    }

    private static Topic topic(Subscription sent) {
        if (sent.getCriteriaElement().hasExtension()) {
            throw unheard("Subscription.criteria.extension");
        }
        return Topic.of(String.valueOf(sent.getCriteria()))
                .orElseThrow(() -> no(Reason.SUBSCRIPTION_TOPIC, "Subscription.criteria", Topic.all()));
    }

    private static void payload(SubscriptionChannelComponent channel) {
        List<Extension> said = channel.getPayloadElement().getExtension();
        boolean idOnly = said.size() == 1
                && CONTENT.equals(said.get(0).getUrl())
                && said.get(0).getValue() instanceof PrimitiveType<?> code
                && "id-only".equals(code.getValueAsString());
        if (!idOnly || !JSON.equals(channel.getPayload())) {
            throw no(Reason.SUBSCRIPTION_PAYLOAD, "Subscription.channel.payload");
        }
    }

    private static List<String> headers(SubscriptionChannelComponent channel) {
        List<String> headers =
                channel.getHeader().stream().map(StringType::getValue).toList();
        boolean fine = headers.size() <= MOST_HEADERS
                && headers.stream()
                        .allMatch(one -> one != null && HEADER.matcher(one).matches());
        if (!fine) {
            throw no(Reason.SUBSCRIPTION_HEADER, "Subscription.channel.header");
        }
        return headers;
    }

    private static Optional<Integer> heartbeat(SubscriptionChannelComponent channel) {
        Optional<Integer> seconds = Optional.empty();
        for (Extension one : channel.getExtension()) {
            if (!HEARTBEAT.equals(one.getUrl())
                    || !(one.getValue() instanceof PrimitiveType<?> value)
                    || !value.getValueAsString().matches("[0-9]{2,5}")) {
                throw unheard("Subscription.channel.extension");
            }
            int asked = Integer.parseInt(value.getValueAsString());
            if (asked < SHORTEST_BEAT || asked > LONGEST_BEAT) {
                throw no(
                        Reason.SUBSCRIPTION_ELEMENT,
                        "Subscription.channel.extension",
                        "backport-heartbeat-period < " + SHORTEST_BEAT + " / > " + LONGEST_BEAT);
            }
            seconds = Optional.of(asked);
        }
        return seconds;
    }

    private static void nothingElse(Subscription sent) {
        if (sent.hasContained()) {
            throw unheard("Subscription.contained");
        }
        if (sent.hasExtension() || sent.hasModifierExtension()) {
            throw unheard("Subscription.extension");
        }
    }

    private static RefusedException unheard(String element) {
        return no(Reason.SUBSCRIPTION_ELEMENT, element, element);
    }

    private static RefusedException no(Reason reason, String at, String... words) {
        return Refusal.of(reason, words).at(at).exception();
    }
}
