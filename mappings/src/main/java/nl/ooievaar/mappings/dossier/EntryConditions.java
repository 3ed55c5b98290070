package nl.ooievaar.mappings.dossier;

import java.util.List;
import java.util.stream.Collectors;

/** What a StructureMap asks of the entries of a Bundle, in FHIRPath: which part of the dossier each is, and whose. */
final class EntryConditions {
    /** How an entry names the person it is about. */
    static final String SUBJECT = "(resource.subject | resource.patient).reference";

    private EntryConditions() {}

    /** Of an entry, that it is about the one whose records are read. */
    static String about(Part part) {
        return "(resource." + MapSide.R4.path(part.subject().orElseThrow().steps()) + " in " + MapConditions.NAMES
                + ")";
    }

    /** Of an entry, that it is this part and no label closes it ({@link Incoming#fits}). */
    static String fits(Part part) {
        String claimed = part.profiles().stream()
                .map(profile -> MapConditions.PROFILE + " = '" + profile + "'")
                .collect(Collectors.joining(" or "));
        String profile = Incoming.CLAIMED.contains(part.resourceType())
                ? claimed
                : MapConditions.PROFILE + ".empty() or " + claimed;
        String form = part.discriminator()
                .map(one -> "resource." + one.field() + " = '" + one.canonical() + "' or resource." + one.field()
                        + ".startsWith('" + one.canonical() + "|')")
                .orElse("");
        String said = part.implied().stream()
                .filter(one -> one.anchor().steps().isEmpty() && !one.value().equals(Rule.Implied.SUBJECT))
                .map(one -> "resource." + MapSide.R4.path(one.r4().steps()) + " = '" + one.value() + "'")
                .collect(Collectors.joining(" and "));
        return MapDirection.and("resource is " + part.resourceType(), MapConditions.OPEN_ENTRY, profile, form, said);
    }

    /** Of an entry, that it names her without an entry of her own, and no other woman is named by any record. */
    static String names(Part person, Part partner, List<Part> hers) {
        String others = "%bundle.entry.where(" + fits(partner) + ").select(fullUrl | " + MapConditions.KEY + ")";
        String records = hers.stream()
                .map(EntryConditions::fits)
                .distinct()
                .map(one -> "(" + one + ")")
                .collect(Collectors.joining(" or "));
        String named = SUBJECT + ".where(($this in " + others + ").not())";
        return "%bundle.entry.where(" + fits(person) + ").empty() and " + named + ".exists() and (" + records
                + ") and %bundle.entry.where(" + records + ").select(" + named + ").distinct().count() = 1";
    }
}
