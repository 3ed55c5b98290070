package nl.ooievaar.subject.consent;

import java.util.Set;

/**
 * To which data a statement applies, within what its purpose opens. What is left empty narrows nothing; what is filled in
 * narrows together (FHIR R4, Consent.provision: all its elements must fit).
 *
 * @param classes the classes it names
 * @param named ids of exactly these resources (Consent.provision.data, meaning instance)
 * @param contexts ids of resources of which each, and what refers to it, is meant (meaning dependents)
 */
public record Scope(Set<DataClass> classes, Set<String> named, Set<String> contexts) {

    /** All that the purpose opens. */
    public static final Scope ALL = new Scope(Set.of(), Set.of(), Set.of());

    public Scope {
        classes = Set.copyOf(classes);
        named = Set.copyOf(named);
        contexts = Set.copyOf(contexts);
    }

    /** These classes, wherever they stand. */
    public static Scope of(DataClass... classes) {
        return new Scope(Set.of(classes), Set.of(), Set.of());
    }

    boolean fits(StoredRecord record) {
        return (classes.isEmpty() || classes.contains(record.dataClass()))
                && (named.isEmpty() || named.contains(record.id()))
                && (contexts.isEmpty() || contexts.stream().anyMatch(record::standsIn));
    }
}
