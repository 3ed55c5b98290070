package nl.ooievaar.profiles.sure;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.hl7.fhir.r4.model.ElementDefinition.ConstraintSeverity;
import org.hl7.fhir.r4.model.ElementDefinition.ElementDefinitionConstraintComponent;

/**
 * Conditions under which an invariant surely holds, each tied to the key and the exact words of its expression, so that a rule
 * that is changed is no longer known here. A condition may be narrower than its rule, never wider.
 */
final class Rules {
    static final String ROUTE = "http://ooievaar.example/fhir/CodeSystem/phb-route";
    static final String PHASE = "http://ooievaar.example/fhir/StructureDefinition/phb-phase";
    private static final String CARE_ROLE = "http://ooievaar.example/fhir/CodeSystem/phb-care-role";
    private static final String INCAPACITY = "http://ooievaar.example/fhir/StructureDefinition/phb-incapacity";
    private static final String ADDRESS_USE = "http://hl7.org/fhir/StructureDefinition/iso21090-AD-use";
    private static final String SERVICE = "http://ooievaar.example/fhir/NamingSystem/service";
    static final String URA = "http://fhir.nl/fhir/NamingSystem/ura";
    static final String KVK = "http://fhir.nl/fhir/NamingSystem/kvk";
    private static final Predicate<JsonNode> ALWAYS = value -> true;
    private static final Predicate<JsonNode> NEVER = value -> false;

    private record Rule(String expression, Predicate<JsonNode> holds) {}

    private static final Map<String, Rule> KNOWN = Map.ofEntries(
            // Empty objects, lists and texts are never sure, so what is there has content.
            rule("ele-1", "hasValue() or (children().count() > id.count())", ALWAYS),
            rule("ext-1", "extension.exists() != value.exists()", Conditions::oneContent),
            // Contained resources are never sure.
            rule("dom-2", "contained.contained.empty()", ALWAYS),
            rule("dom-4", "contained.meta.versionId.empty() and contained.meta.lastUpdated.empty()", ALWAYS),
            rule("dom-5", "contained.meta.security.empty()", ALWAYS),
            rule("cpl-3", "detail.empty() or reference.empty()", Conditions.notBoth("detail", "reference")),
            rule(
                    "phb-pro-1",
                    "reference.exists() and (reference.startsWith('urn:uuid:')"
                            + " or reference.matches('^(.*/)?Consent[/?].+$'))",
                    Conditions.to("Consent")),
            rule("ppc-1", "policy.exists() or policyRule.exists()", Conditions.any("policy", "policyRule")),
            rule("ppc-2", researchScope("patient-privacy"), Conditions.any("patient")),
            rule("ppc-3", researchScope("research"), Conditions.any("patient")),
            rule("ppc-4", researchScope("adr"), Conditions.any("patient")),
            rule("ppc-5", researchScope("treatment"), Conditions.any("patient")),
            rule("phb-con-1", "status = 'active' or status = 'inactive'", consent -> List.of("active", "inactive")
                    .contains(consent.path("status").asText())),
            rule("phb-con-2", "meaning = 'instance' or meaning = 'dependents'", data -> List.of(
                            "instance", "dependents")
                    .contains(data.path("meaning").asText())),
            rule(
                    "phb-con-3",
                    "extension.where(url = '" + INCAPACITY + "').empty() or performer.where(type = 'RelatedPerson'"
                            + " or reference.matches('^(.*/)?RelatedPerson/.+$')).exists()",
                    consent -> Conditions.of(consent, "extension")
                            .noneMatch(it -> INCAPACITY.equals(it.path("url").asText()))),
            rule(
                    "phb-rcp-1",
                    "reference.empty() and identifier.where((system = '" + SERVICE + "' or system = '" + CARE_ROLE
                            + "') and value.exists()).exists()",
                    actor -> !actor.has("reference")
                            && List.of(SERVICE, CARE_ROLE)
                                    .contains(actor.path("identifier")
                                            .path("system")
                                            .asText())
                            && actor.path("identifier").has("value")),
            rule(
                    "phb-svc-2",
                    "reference.empty() and identifier.where(system = '" + SERVICE + "' and value.exists()).exists()",
                    actor -> !actor.has("reference")
                            && SERVICE.equals(
                                    actor.path("identifier").path("system").asText())
                            && actor.path("identifier").has("value")),
            rule(
                    "pat-1",
                    "name.exists() or telecom.exists() or address.exists() or organization.exists()",
                    Conditions.any("name", "telecom", "address", "organization")),
            rule(
                    "obs-6",
                    "dataAbsentReason.empty() or value.empty()",
                    observation -> !observation.has("dataAbsentReason")),
            rule(
                    "obs-7",
                    "value.empty() or component.code.where(coding.intersect(%resource.code.coding).exists()).empty()",
                    observation -> !observation.has("component")),
            rule("obs-3", "low.exists() or high.exists() or text.exists()", Conditions.any("low", "high", "text")),
            rule("qrs-1", "(answer.exists() and item.exists()).not()", Conditions.notBoth("answer", "item")),
            rule(
                    "gol-1",
                    "(detail.exists() and measure.exists()) or detail.exists().not()",
                    target -> target.has("measure")
                            || target.properties().stream()
                                    .noneMatch(p -> p.getKey().startsWith("detail"))),
            rule("org-1", "(identifier.count() + name.count()) > 0", Conditions.any("identifier", "name")),
            rule(
                    "phb-org-1",
                    "identifier.where(system = '" + URA + "' or system = '" + KVK + "').exists()",
                    Conditions::isNumbered),
            rule(
                    "phb-sfc-1",
                    "extension.where(url = 'write' and value = false).empty() or extension.where(url = 'way')"
                            + ".extension.where(url = 'channel' and value in"
                            + " ('text-message' | 'email' | 'letter' | 'app')).empty()",
                    Conditions::writesOnlyWhereItMay),
            rule(
                    "phb-adr-1",
                    "extension.where(url = '" + ADDRESS_USE + "' and value = 'CONF').empty()",
                    address -> Conditions.of(address, "extension")
                            .noneMatch(it -> ADDRESS_USE.equals(it.path("url").asText()))),
            rule("org-2", "where(use = 'home').empty()", Conditions.notHome()),
            rule("org-3", "where(use = 'home').empty()", Conditions.notHome()),
            rule(
                    "phb-fac-1",
                    "value.ofType(CodeableConcept).coding.where(code = 'other').empty()"
                            + " or value.ofType(CodeableConcept).text.exists() or note.exists()",
                    Conditions::otherIsNamed),
            rule(
                    "inv-1",
                    "lastModified.exists().not() or authoredOn.exists().not() or lastModified >= authoredOn",
                    task -> Conditions.inOrder(task.get("authoredOn"), task.get("lastModified"))),
            rule(
                    "phb-emn-1",
                    "status != 'on-hold' or (statusReason.text.exists() and restriction.period.end.exists())",
                    notice -> !notice.path("status").asText().equals("on-hold")
                            || notice.path("statusReason").has("text")
                                    && notice.path("restriction").path("period").has("end")),
            rule(
                    "phb-svc-1",
                    "reference.exists() and (reference.startsWith('urn:uuid:')"
                            + " or reference.matches('^(.*/)?HealthcareService[/?].+$'))",
                    Conditions.to("HealthcareService")),
            rule("prr-1", "orderDetail.empty() or code.exists()", Conditions.any("code")),
            rule(
                    "phb-ref-1",
                    reasonUnlessContactDetails(),
                    request -> Conditions.contactDetailsOnly(request) || Conditions.hasReason(request)),
            rule(
                    "phb-ref-2",
                    noReasonForContactDetails(),
                    request -> !Conditions.contactDetailsOnly(request) || Conditions.bare(request)),
            rule(
                    "phb-rft-1",
                    "statusReason.empty() or status = 'rejected'",
                    task -> !task.has("statusReason")
                            || task.path("status").asText().equals("rejected")),
            rule("phb-bsn-1", bsnExpression(), Conditions::bsn),
            rule(
                    "phb-app-1",
                    "participant.where(actor.reference.startsWith('urn:uuid:')"
                            + " or actor.reference.matches('^(.*/)?Patient/.+$')).exists()",
                    appointment -> Conditions.of(appointment, "participant")
                            .anyMatch(one -> Conditions.to("Patient").test(one.path("actor")))),
            rule(
                    "phb-app-2",
                    "start.exists() or status in"
                            + " ('proposed' | 'pending' | 'waitlist' | 'cancelled' | 'entered-in-error')",
                    appointment -> appointment.has("start")),
            rule(
                    "phb-team-1",
                    "participant.where(role.coding.where(system = '" + CARE_ROLE
                            + "' and code = 'lead').exists()).count() <= 1",
                    team -> Conditions.of(team, "participant")
                                    .filter(one -> Conditions.of(one, "role")
                                            .anyMatch(role -> Conditions.isCoded(role, "lead")))
                                    .count()
                            <= 1),
            rule(
                    "phb-team-2",
                    "coding.where(system = '" + CARE_ROLE + "' and code = 'other').exists() implies text.exists()",
                    role -> role.has("text") || !Conditions.isCoded(role, "other")),
            rule(
                    "phb-vst-1",
                    "status = 'finished' implies period.end.exists()",
                    contact -> !contact.path("status").asText().equals("finished")
                            || contact.path("period").has("end")),
            rule(
                    "phb-vst-2",
                    "length.empty() or (length.system = 'http://unitsofmeasure.org' and length.code in ('min' | 'h')"
                            + " and length.value >= 0)",
                    contact -> !contact.has("length")),
            rule(
                    "phb-pln-1",
                    "coding.where(system = 'http://ooievaar.example/fhir/CodeSystem/phb-activity-reason'"
                            + " and code = 'waiting-list').exists() implies text.exists()",
                    reason -> reason.has("text") || !Conditions.isCoded(reason, "waiting-list")),
            // Data types.
            rule(
                    "per-1",
                    "start.hasValue().not() or end.hasValue().not() or (start <= end)",
                    period -> Conditions.inOrder(period.get("start"), period.get("end"))),
            rule(
                    "qty-3",
                    "code.empty() or system.exists()",
                    quantity -> !quantity.has("code") || quantity.has("system")),
            rule("sqty-1", "comparator.empty()", quantity -> !quantity.has("comparator")),
            rule(
                    "cpt-2",
                    "value.empty() or system.exists()",
                    contact -> !contact.has("value") || contact.has("system")),
            // References into the resource itself are never sure.
            rule(
                    "ref-1",
                    "reference.startsWith('#').not() or (reference.substring(1).trace('url') in"
                            + " %rootResource.contained.id.trace('ids'))",
                    ALWAYS));

    private Rules() {}

    /** The condition that stands for all constraints of an element; never met when one of them is unknown here. */
    static Predicate<JsonNode> of(List<ElementDefinitionConstraintComponent> constraints) {
        List<Predicate<JsonNode>> conditions = new ArrayList<>();
        for (var constraint : constraints) {
            // The resource is judged, not its best practice; references within it are never sure, so dom-3 speaks of
            // nothing.
            boolean matters =
                    constraint.getSeverity() != ConstraintSeverity.WARNING && !"dom-3".equals(constraint.getKey());
            if (matters) {
                Rule known = KNOWN.get(constraint.getKey());
                boolean same = known != null && known.expression().equals(constraint.getExpression());
                Predicate<JsonNode> condition = same ? known.holds() : NEVER;
                if (condition != ALWAYS) {
                    conditions.add(condition);
                }
            }
        }
        return conditions.isEmpty() ? ALWAYS : value -> conditions.stream().allMatch(c -> c.test(value));
    }

    /** True when every constraint has a condition here. */
    static boolean knows(ElementDefinitionConstraintComponent constraint) {
        Rule known = KNOWN.get(constraint.getKey());
        return known != null && known.expression().equals(constraint.getExpression());
    }

    private static Map.Entry<String, Rule> rule(String key, String expression, Predicate<JsonNode> holds) {
        return Map.entry(key, new Rule(expression, holds));
    }

    private static String researchScope(String code) {
        return "patient.exists() or scope.coding.where(system='something' and code='" + code + "').exists().not()";
    }

    private static String contactDetails() {
        return "category.coding.where(system = '" + ROUTE + "' and code = 'contact-details')";
    }

    private static String reasonUnlessContactDetails() {
        return contactDetails() + ".exists() or reasonCode.exists() or reasonReference.exists() or note.exists()";
    }

    private static String noReasonForContactDetails() {
        return contactDetails() + ".empty() or (reasonCode.empty() and reasonReference.empty() and note.empty()"
                + " and text.empty() and contained.empty() and bodySite.empty() and orderDetail.empty()"
                + " and patientInstruction.empty() and encounter.empty() and relevantHistory.empty()"
                + " and extension.where(url = '" + PHASE + "').empty()"
                + " and supportingInfo.all(type = 'Consent' or reference.matches('^(.*/)?Consent[/?].+$')))";
    }

    private static String bsnExpression() {
        StringBuilder sum = new StringBuilder();
        for (int i = 0; i < 8; i++) {
            sum.append(i == 0 ? "" : " + ").append("value.substring(" + i + ",1).toInteger()*" + (9 - i));
        }
        return "value.matches('^[0-9]{9}$') and ((" + sum + " - value.substring(8,1).toInteger()) mod 11 = 0)";
    }
}
