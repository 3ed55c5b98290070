package nl.ooievaar.server.notification;

import java.time.Instant;
import java.util.Date;
import java.util.Locale;
import org.hl7.fhir.r4.model.Subscription;
import org.hl7.fhir.r4.model.Subscription.SubscriptionStatus;

/** A Subscription as its owner is answered: what it asked, with what the server says of it, and without its secrets. */
final class SubscriptionAnswer {
    private SubscriptionAnswer() {}

    static Subscription of(Subscribed one, Subscription content, Instant now, Locale locale) {
        Subscription told = withoutHeader(content);
        told.setId("Subscription/" + one.id() + "/_history/" + one.version());
        told.getMeta().setVersionId(Integer.toString(one.version())).setLastUpdated(Date.from(one.lastUpdated()));
        told.setStatus(SubscriptionStatus.fromCode(one.statusAt(now)));
        one.failure().ifPresent(failure -> told.setError(FailureWords.of(failure, locale)));
        return told;
    }

    /** What the party asked, without what the server says of it. */
    static Subscription plain(Subscription sent) {
        Subscription plain = sent.copy();
        plain.setId((String) null);
        plain.getMeta().setVersionId(null).setLastUpdated(null);
        if (plain.getMeta().isEmpty()) {
            plain.setMeta(null);
        }
        plain.setText(null);
        plain.setStatus(SubscriptionStatus.REQUESTED);
        plain.setError(null);
        return plain;
    }

    /** Whether both ask the same; a header is not answered, and so need not be sent again. */
    static boolean sameWish(Subscription one, Subscription other) {
        return plain(withoutHeader(one)).equalsDeep(plain(withoutHeader(other)));
    }

    private static Subscription withoutHeader(Subscription one) {
        Subscription made = one.copy();
        made.getChannel().setHeader(null);
        return made;
    }
}
