package nl.ooievaar.server.notification;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CanonicalType;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.InstantType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;

/** The form in which a party is told (Subscriptions R5 Backport 1.1, R4 notification bundle and status): ids, topic and numbers. */
final class NotificationBundle {
    private static final String BACKPORT = "http://hl7.org/fhir/uv/subscriptions-backport/StructureDefinition/";

    private NotificationBundle() {}

    /**
     * @param type handshake, heartbeat, event-notification or query-event
     * @param events in the order of their numbers
     */
    static Bundle of(Subscribed to, String status, String type, List<Event> events, Instant now) {
        Bundle bundle = new Bundle().setType(Bundle.BundleType.HISTORY);
        bundle.setId(UUID.randomUUID().toString());
        bundle.getMeta().addProfile(BACKPORT + "backport-subscription-notification-r4");
        bundle.setTimestamp(Date.from(now));
        Parameters told = status(to, status, type);
        for (Event event : events) {
            told.addParameter(part(to, event));
        }
        Bundle.BundleEntryComponent entry =
                bundle.addEntry().setFullUrl("urn:uuid:" + UUID.randomUUID()).setResource(told);
        entry.getRequest().setMethod(Bundle.HTTPVerb.GET).setUrl(to.base() + "/Subscription/" + to.id() + "/$status");
        entry.getResponse().setStatus("200");
        return bundle;
    }

    /** How far a subscription is. */
    static Parameters status(Subscribed to, String status, String type) {
        Parameters told = new Parameters();
        told.getMeta().addProfile(BACKPORT + "backport-subscription-status-r4");
        told.addParameter().setName("subscription").setValue(new Reference(to.base() + "/Subscription/" + to.id()));
        told.addParameter()
                .setName("topic")
                .setValue(new CanonicalType(to.topic().canonical()));
        told.addParameter().setName("status").setValue(new CodeType(status));
        told.addParameter().setName("type").setValue(new CodeType(type));
        told.addParameter()
                .setName("events-since-subscription-start")
                .setValue(new StringType(Long.toString(to.lastNumber())));
        return told;
    }

    private static Parameters.ParametersParameterComponent part(Subscribed to, Event event) {
        Parameters.ParametersParameterComponent told =
                new Parameters.ParametersParameterComponent().setName("notification-event");
        told.addPart().setName("event-number").setValue(new StringType(Long.toString(event.number())));
        told.addPart()
                .setName("timestamp")
                .setValue(new InstantType(
                        event.at().truncatedTo(ChronoUnit.MILLIS).toString()));
        event.focus()
                .ifPresent(focus -> told.addPart().setName("focus").setValue(new Reference(to.base() + "/" + focus)));
        return told;
    }
}
