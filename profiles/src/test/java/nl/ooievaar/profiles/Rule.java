package nl.ooievaar.profiles;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.ElementDefinition;
import org.hl7.fhir.r4.model.ElementDefinition.SlicingRules;
import org.hl7.fhir.r4.model.Enumerations.BindingStrength;
import org.hl7.fhir.r4.model.MetadataResource;
import org.hl7.fhir.r4.model.StructureDefinition;

/**
 * One thing a profile or extension of ours asks beyond its base, or a questionnaire of an answer, with the way to take it out of
 * the package again.
 */
record Rule(String owner, String place, String kind, Consumer<Map<String, MetadataResource>> out) {
    /** Rules whose breach another rule tells too, of ours or of the base, in a sentence of its own: they are taken out together. */
    private static final Map<String, String> TOLD_TWICE = Map.of(
            "Patient.identifier:bsn.value at least 1", "phb-bsn-1",
            "RelatedPerson.identifier:bsn.value at least 1", "phb-bsn-1",
            "Organization.identifier at least 1", "phb-org-1",
            "Appointment phb-app-2", "app-3");

    @Override
    public String toString() {
        return owner + " " + place + " " + kind;
    }

    /** Id of the profile, extension or questionnaire. */
    String id() {
        return owner.substring(owner.indexOf('/') + 1);
    }

    /** An edit that may break it, as the tables write edits; where elements repeat, their numbers are still to be filled in. */
    String breach() {
        String pointer =
                place.replaceFirst("^[^.]*", "").replaceAll(":[^.]*", "").replace('.', '/');
        if (owner.startsWith("Questionnaire/")) {
            return "/item/<n>/answer/0=<value>";
        }
        if (kind.startsWith("at least")) {
            return "-" + pointer;
        }
        if (kind.startsWith("binding")) {
            return pointer + "={\"coding\":[{\"system\":\"" + PhbPackage.BASE
                    + "/CodeSystem/phb-route\",\"code\":\"self\"}]}";
        }
        return pointer
                + (kind.matches("of type [A-Z].*") ? "={\"reference\":\"Group/1\",\"type\":\"Group\"}" : "=<value>");
    }

    /** The rules in the differential of a profile or extension; the base tells which types there were before. */
    static List<Rule> of(StructureDefinition profile, StructureDefinition base) {
        List<Rule> rules = new ArrayList<>();
        Slices slices = new Slices(profile);
        for (ElementDefinition element : profile.getDifferential().getElement()) {
            ElementDefinition whole = Slices.element(profile, element.getId());
            int min = whole.getBase().getMin();
            String max = whole.getBase().getMax();
            element.getConstraint().stream()
                    .map(ElementDefinition.ElementDefinitionConstraintComponent::getKey)
                    .filter(key -> key.startsWith("phb-"))
                    .forEach(key -> rules.add(Answers.bounded(rule(profile, element, key, one -> one.getConstraint()
                            .removeIf(other -> other.getKey().equals(key))))));
            if (element.getBinding().getStrength() == BindingStrength.REQUIRED && !slices.listed(element)) {
                rules.add(rule(
                        profile,
                        element,
                        "binding to " + tail(element.getBinding().getValueSet()),
                        one -> one.setBinding(null)));
            }
            if (element.getMin() > min && !slices.settles(element)) {
                rules.add(slices.needed(profile, element, min));
            }
            if (element.hasMax() && !element.getMax().equals(max) && !slices.noParts(element)) {
                rules.add(rule(profile, element, "at most " + element.getMax(), one -> one.setMax(max)));
            }
            if ((element.hasFixed() || element.hasPattern()) && !slices.names(element)) {
                rules.add(rule(
                        profile, element, "value", one -> one.setFixed(null).setPattern(null)));
            }
            if (element.getSlicing().getRules() == SlicingRules.CLOSED) {
                rules.add(
                        rule(profile, element, "closed", one -> one.getSlicing().setRules(SlicingRules.OPEN)));
            }
            if (element.hasType() && !element.hasSliceName()) {
                ElementDefinition before = Slices.element(base, whole.getBase().getPath());
                if (!types(element).equals(types(before))) {
                    rules.add(type(profile, element, before));
                }
            }
        }
        return rules.stream().map(Rule::toldTwice).toList();
    }

    private Rule toldTwice() {
        String other = TOLD_TWICE.getOrDefault(place + " " + kind, "");
        return new Rule(owner, place, kind, all -> {
            out.accept(all);
            ((StructureDefinition) all.get(owner)).getSnapshot().getElement().forEach(element -> element.getConstraint()
                    .removeIf(one -> one.getKey().equals(other)));
        });
    }

    static Rule rule(
            StructureDefinition profile, ElementDefinition element, String kind, Consumer<ElementDefinition> weaken) {
        String owner = "StructureDefinition/" + profile.getIdElement().getIdPart();
        return new Rule(
                owner,
                element.getId(),
                kind,
                all -> weaken.accept(Slices.element((StructureDefinition) all.get(owner), element.getId())));
    }

    /** What is said of the value of one type falls with the restriction to that type. */
    private static Rule type(StructureDefinition profile, ElementDefinition element, ElementDefinition before) {
        Rule rule = rule(profile, element, "of type " + String.join(" or ", types(element)), one -> {
            one.setType(before.getType());
            if (one.getPath().endsWith("[x]")) {
                one.setBinding(null);
            }
        });
        return new Rule(rule.owner, rule.place, rule.kind, all -> {
            rule.out.accept(all);
            StructureDefinition copy = (StructureDefinition) all.get(rule.owner);
            if (element.getPath().endsWith("[x]")) {
                copy.getSnapshot().getElement().removeIf(one -> one.getId().startsWith(element.getId() + "."));
            }
        });
    }

    private static Set<String> types(ElementDefinition element) {
        return element.getType().stream()
                .flatMap(type -> type.getTargetProfile().isEmpty()
                        ? List.of(tail(type.getCode())).stream()
                        : type.getTargetProfile().stream().map(target -> tail(target.getValue())))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    static String tail(String canonical) {
        return canonical.substring(canonical.lastIndexOf('/') + 1);
    }
}
