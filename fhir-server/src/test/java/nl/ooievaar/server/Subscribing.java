package nl.ooievaar.server;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** A Subscription as a vendor sends it. */
public final class Subscribing {
    private Subscribing() {}

    /** To one topic, at this address. */
    public static ObjectNode to(String topic, String address) {
        return (ObjectNode) Referral.read(
                """
                {"resourceType":"Subscription","status":"requested","reason":"De werklijst bijhouden",
                 "criteria":"http://ooievaar.example/fhir/SubscriptionTopic/%s",
                 "channel":{"type":"rest-hook","endpoint":"%s","payload":"application/fhir+json","_payload":{"extension":[
                  {"url":"http://hl7.org/fhir/uv/subscriptions-backport/StructureDefinition/backport-payload-content",
                   "valueCode":"id-only"}]},"header":["Authorization: Bearer geheim-van-de-partij"]}}
                """
                        .formatted(topic, address));
    }
}
