package nl.ooievaar.mappings.outward;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import nl.ooievaar.mappings.account.Why;

/** What a caller may see, and which of it goes: of her, of the kinds that a receiver knows, neither marked nor withdrawn. */
final class Source {
    /** Who works where is public in the directory; a reference to it tells nothing of her. */
    private static final Set<String> DIRECTORY =
            Set.of("Organization", "Practitioner", "PractitionerRole", "HealthcareService", "Location");

    private final List<Outgoing> all;
    private final Predicate<Outgoing> kinds;
    private final Set<String> hers;

    /**
     * @param kinds those that the receiver knows
     * @param hers how the records name her, where the caller knows; else she is the only person that they name, and when they name
     *     several there is no telling
     */
    Source(JsonNode source, Predicate<Outgoing> kinds, Set<String> hers) {
        this.all = Outgoing.of(source);
        this.kinds = kinds;
        Set<String> named = all.stream()
                .filter(kinds)
                .map(Source::subject)
                .filter(one -> !one.isEmpty())
                .collect(Collectors.toSet());
        this.hers = !hers.isEmpty() ? Set.copyOf(hers) : named.size() == 1 ? named : Set.of();
    }

    private static String subject(Outgoing one) {
        return one.resource().at("/subject/reference").asText();
    }

    private boolean hers(Outgoing one) {
        return one.type().equals("Patient") ? hers.stream().anyMatch(one::named) : hers.contains(subject(one));
    }

    List<Outgoing> all() {
        return all;
    }

    /** Her own Patient, when it is there and open. */
    Optional<Outgoing> woman() {
        return all.stream()
                .filter(one -> one.type().equals("Patient") && !one.marked() && hers(one))
                .findFirst();
    }

    /** Why a resource stays whole; empty for what goes. */
    Optional<Why> stays(Outgoing one) {
        if (one.marked()) {
            return Optional.of(Why.MARKED);
        }
        if (!kinds.test(one)) {
            return Optional.of(elsewhere(one));
        }
        if (one.inError()) {
            return Optional.of(Why.IN_ERROR);
        }
        if (!hers(one)) {
            return Optional.of(Why.OTHER_PERSON);
        }
        if (one.type().equals("Patient") && woman().filter(one::equals).isEmpty()) {
            return Optional.of(Why.REPEATED);
        }
        return one.modified() ? Optional.of(Why.NO_PLACE) : Optional.empty();
    }

    private static Why elsewhere(Outgoing one) {
        return switch (one.type()) {
            case "Consent" -> Why.CONSENT;
            case "Task", "Appointment" -> Why.WORK;
            case "RelatedPerson" -> Why.OTHER_PERSON;
            case "Provenance", "Composition" -> Why.ENVELOPE;
            default -> Why.NO_PLACE;
        };
    }

    /** Why a reference does not go; empty for one that does. */
    Optional<Why> stays(JsonNode reference) {
        String to = reference.path("reference").asText();
        if (to.isEmpty() || hers.contains(to)) {
            return Optional.empty();
        }
        Optional<Outgoing> there = all.stream().filter(one -> one.named(to)).findFirst();
        if (there.filter(Outgoing::marked).isPresent()) {
            return Optional.of(Why.MARKED);
        }
        boolean goes = there.map(one -> stays(one).isEmpty()).orElse(DIRECTORY.contains(type(to)));
        return goes ? Optional.empty() : Optional.of(Why.OUTSIDE);
    }

    /** The type in a reference to a place on a server; empty in any other. */
    static String type(String reference) {
        String[] parts = reference.split("/_history/")[0].split("/");
        return parts.length < 2 ? "" : parts[parts.length - 2];
    }
}
