package nl.ooievaar.profiles;

import java.util.HashSet;
import java.util.Set;
import org.hl7.fhir.r4.model.ElementDefinition;
import org.hl7.fhir.r4.model.StructureDefinition;

/**
 * What in a profile makes a slice the slice it is, and so is no rule of its own: without it there is another slice, or none. The
 * same holds of an extension: with another address it is another extension, and with parts it has no value.
 */
final class Slices {
    private final StructureDefinition profile;
    /** Ids of the elements by whose value a slice is known. */
    private final Set<String> discriminators = new HashSet<>();

    Slices(StructureDefinition profile) {
        this.profile = profile;
        for (ElementDefinition sliced : profile.getSnapshot().getElement()) {
            for (ElementDefinition slice : profile.getSnapshot().getElement()) {
                if (sliced.hasSlicing() && isSliceOf(slice, sliced)) {
                    sliced.getSlicing()
                            .getDiscriminator()
                            .forEach(one -> discriminators.add(
                                    one.getPath().equals("$this")
                                            ? slice.getId()
                                            : slice.getId() + "." + one.getPath()));
                }
            }
        }
    }

    /** Whether the value of the element names the slice (or the extension) it is in. */
    boolean names(ElementDefinition element) {
        return discriminators.contains(element.getId()) || element.getPath().equals("Extension.url");
    }

    /**
     * Whether nothing can lack this element: without it no slice is met, or a slice of it is asked for anyway, or it is the value
     * of an extension, which has that or parts by the base (ext-1).
     */
    boolean settles(ElementDefinition element) {
        boolean onTheWay = discriminators.stream()
                .anyMatch(path -> path.equals(element.getId()) && inside(path, element)
                        || path.startsWith(element.getId() + ".") && inside(path, element));
        int asked = profile.getSnapshot().getElement().stream()
                .filter(slice -> isSliceOf(slice, element))
                .mapToInt(ElementDefinition::getMin)
                .sum();
        return onTheWay
                || listed(element) && !element.hasSliceName()
                || asked >= element.getMin()
                || element.getPath().endsWith("xtension.value[x]");
    }

    /** Whether the slice, or that of the code, is known by its code system: it has one of the codes of that system, asked or not. */
    boolean listed(ElementDefinition element) {
        String id = element.getId();
        String slice = id.endsWith(".coding.code") ? id.substring(0, id.length() - ".coding.code".length()) : id;
        return discriminators.contains(slice + ".coding.system");
    }

    /**
     * Whether this is how an extension with a value says that it has no parts, or one with parts that it has no value (ext-1
     * says both too).
     */
    boolean noParts(ElementDefinition element) {
        String id = element.getId();
        if (!"0".equals(element.getMax()) || !element.getPath().startsWith("Extension.")) {
            return false;
        }
        if (element.getPath().endsWith("xtension.extension")) {
            return element(profile, id.replaceAll("extension$", "value[x]")).getMin() > 0;
        }
        return id.endsWith(".value[x]")
                && element(profile, id.replace(".value[x]", ".extension")).getMin() > 0;
    }

    /**
     * The rule that an element or slice is there; with a slice goes the count of all that is sliced, with a code the list it must be
     * of.
     */
    Rule needed(StructureDefinition owner, ElementDefinition element, int before) {
        Rule rule = Rule.rule(owner, element, "at least " + element.getMin(), one -> one.setMin(before));
        return new Rule(rule.owner(), rule.place(), rule.kind(), all -> {
            rule.out().accept(all);
            StructureDefinition copy = (StructureDefinition) all.get(rule.owner());
            for (ElementDefinition one : copy.getSnapshot().getElement()) {
                if (isSliceOf(element, one)) {
                    one.setMin(one.getBase().getMin());
                } else if (element.getPath().contains(".coding")
                        && element.getId().startsWith(one.getId() + ".coding")) {
                    one.setBinding(null);
                }
            }
        });
    }

    private static boolean isSliceOf(ElementDefinition slice, ElementDefinition sliced) {
        return slice.hasSliceName() && slice.getId().equals(sliced.getId() + ":" + slice.getSliceName());
    }

    private static boolean inside(String discriminator, ElementDefinition element) {
        int slice = discriminator.lastIndexOf(':');
        return element.getId().indexOf('.', slice) > 0;
    }

    /** The element of the snapshot with an id. */
    static ElementDefinition element(StructureDefinition structure, String id) {
        return structure.getSnapshot().getElement().stream()
                .filter(one -> one.getId().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(structure.getUrl() + " has no element " + id));
    }
}
