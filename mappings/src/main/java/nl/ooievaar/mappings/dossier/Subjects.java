package nl.ooievaar.mappings.dossier;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Whom the records of a source are about: the woman, and the partner as another subject. Without her Patient she is the only person
 * that the records name; when they name several there is no telling, and nothing is.
 */
final class Subjects {
    enum Whom {
        WOMAN,
        PARTNER,
        NOBODY
    }

    private final Optional<Incoming> woman;
    private final Optional<Incoming> partner;
    private final String told;

    Subjects(List<Incoming> all, List<Part> parts) {
        woman = person(all, parts, false);
        partner = person(all, parts, true);
        Set<String> named = all.stream()
                .flatMap(one -> parts.stream()
                        .filter(one::fits)
                        .flatMap(part -> part.subject().stream())
                        .map(one::text))
                .filter(text ->
                        !text.isEmpty() && partner.filter(it -> it.named(text)).isEmpty())
                .collect(Collectors.toSet());
        told = woman.map(Incoming::key).orElse("").isEmpty()
                ? named.size() == 1 ? named.iterator().next() : ""
                : woman.get().key();
    }

    private static Optional<Incoming> person(List<Incoming> all, List<Part> parts, boolean ofPartner) {
        return all.stream()
                .filter(one -> !one.marked()
                        && parts.stream().anyMatch(p -> p.person() && p.ofPartner() == ofPartner && one.fits(p)))
                .findFirst();
    }

    /** How records name the woman; empty when none does. */
    String woman() {
        return told;
    }

    Whom whom(String reference) {
        if (partner.filter(one -> one.named(reference)).isPresent()) {
            return Whom.PARTNER;
        }
        boolean hers = reference.equals(told) && !told.isEmpty()
                || woman.filter(one -> one.named(reference)).isPresent();
        return hers ? Whom.WOMAN : Whom.NOBODY;
    }

    String key(Whom whom) {
        return whom == Whom.PARTNER ? partner.map(Incoming::key).orElse("") : told;
    }
}
