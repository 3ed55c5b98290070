package nl.ooievaar.server.promise;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.ooievaar.server.Referral;
import nl.ooievaar.server.identity.DemoParty;
import nl.ooievaar.subject.consent.ConsentStatement;
import nl.ooievaar.subject.consent.ConsentStatement.Effect;
import nl.ooievaar.subject.consent.DataClass;
import nl.ooievaar.subject.consent.Giver;
import nl.ooievaar.subject.consent.Period;
import nl.ooievaar.subject.consent.Purpose;
import nl.ooievaar.subject.consent.Recipient;
import nl.ooievaar.subject.consent.Scope;

/**
 * What somebody says about her data, in both shapes: as the Consent that is sent, and as the statement the rule decides on.
 *
 * @param named types of the records that it is about alone: the first of each in the referral; empty when it is about all
 * @param byParent whether who has authority over her gave it, and not she
 * @param firstDay in days from today
 * @param lastDay in days from today, itself included
 * @param withdrawn whether she took it back after
 */
record LeakSaying(
        Effect effect,
        Purpose purpose,
        DemoParty source,
        DemoParty recipient,
        Set<DataClass> classes,
        Set<String> named,
        boolean byParent,
        int firstDay,
        int lastDay,
        boolean withdrawn) {
    private static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");
    private static final String CODES = "http://ooievaar.example/fhir/CodeSystem/";

    /** Under which the place of the RelatedPerson stands who gives a consent for her. */
    static final String PARENT = "her parent";

    static LeakSaying permit(Purpose purpose, DemoParty source, DemoParty recipient, DataClass... classes) {
        return new LeakSaying(
                Effect.PERMIT, purpose, source, recipient, Set.of(classes), Set.of(), false, -3, 100, false);
    }

    static LeakSaying deny(Purpose purpose, DemoParty source, DemoParty recipient, DataClass... classes) {
        return new LeakSaying(Effect.DENY, purpose, source, recipient, Set.of(classes), Set.of(), false, -2, 90, false);
    }

    LeakSaying during(int first, int last) {
        return new LeakSaying(effect, purpose, source, recipient, classes, named, byParent, first, last, withdrawn);
    }

    LeakSaying takenBack() {
        return new LeakSaying(effect, purpose, source, recipient, classes, named, byParent, firstDay, lastDay, true);
    }

    LeakSaying ofOnly(String... types) {
        return new LeakSaying(
                effect, purpose, source, recipient, classes, Set.of(types), byParent, firstDay, lastDay, withdrawn);
    }

    LeakSaying fromParent() {
        return new LeakSaying(effect, purpose, source, recipient, classes, named, true, firstDay, lastDay, withdrawn);
    }

    /**
     * As the rule reads it.
     *
     * @param sent places of what it was sent with
     */
    ConsentStatement statement(String id, DemoParty recorder, List<String> sent) {
        LocalDate today = LocalDate.now(AMSTERDAM);
        return new ConsentStatement(
                id,
                withdrawn ? 2 : 1,
                !withdrawn,
                effect,
                purpose,
                recorder.party(),
                Optional.of(source.party()),
                Set.of(new Recipient.Named(recipient.party())),
                new Scope(classes, named.stream().map(type -> first(type, sent)).collect(Collectors.toSet()), Set.of()),
                byParent ? Giver.AUTHORITY_HOLDER : Giver.HERSELF,
                false,
                new Period(
                        today.plusDays(firstDay).atStartOfDay(AMSTERDAM).toInstant(),
                        today.plusDays(lastDay + 1L).atStartOfDay(AMSTERDAM).toInstant()));
    }

    private static String first(String type, List<String> sent) {
        return sent.stream()
                .filter(place -> place.startsWith(type + "/"))
                .findFirst()
                .orElseThrow()
                .substring(type.length() + 1);
    }

    /**
     * As it is sent.
     *
     * @param urls of what it is sent with, by type: the Patient, what it names, and who gives it for her
     */
    ObjectNode consent(Map<String, String> urls) {
        LocalDate today = LocalDate.now(AMSTERDAM);
        ObjectNode made = Referral.example("case-1-referral.json").findParents("policyRule").stream()
                .map(node -> ((ObjectNode) node).deepCopy())
                .filter(node -> node.at("/provision/class").isArray())
                .findFirst()
                .orElseThrow();
        ((ObjectNode) made.get("patient")).put("reference", urls.get("Patient"));
        ((ObjectNode) made.at("/performer/0")).put("reference", urls.get(byParent ? PARENT : "Patient"));
        ObjectNode provision = (ObjectNode) made.get("provision");
        provision.put("type", effect.name().toLowerCase(java.util.Locale.ROOT));
        provision
                .putObject("period")
                .put("start", today.plusDays(firstDay).toString())
                .put("end", today.plusDays(lastDay).toString());
        ((ObjectNode) provision.at("/actor/0/reference/identifier"))
                .put("value", recipient.party().service());
        ((ObjectNode) provision.at("/actor/1/reference/identifier"))
                .put("value", source.party().service());
        ((ObjectNode) provision.at("/purpose/0")).put("code", purpose.code());
        named.forEach(type -> provision
                .withArray("data")
                .addObject()
                .put("meaning", "instance")
                .putObject("reference")
                .put("reference", urls.get(type)));
        provision.remove("class");
        if (!classes.isEmpty()) {
            List<String> codes = classes.stream().map(DataClass::code).sorted().collect(Collectors.toList());
            codes.forEach(code -> provision
                    .withArray("class")
                    .addObject()
                    .put("system", CODES + "phb-data-class")
                    .put("code", code));
        }
        return made;
    }
}
