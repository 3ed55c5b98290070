package nl.ooievaar.mappings.dossier;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** What a StructureMap asks of the dossier, in FHIRPath. */
final class MapConditions {
    /** Of a part: that no label closes it ({@link Marks}). */
    static final String OPEN = "security.where(" + Marks.expression() + ").empty()";

    /** Of a theme: that it is not said that it was not discussed. */
    static final String DISCUSSED = "notDiscussed.where($this = true).empty()";

    private static final String CLOSED_KEYS =
            "%dossier.children().combine(%dossier.pregnancy.children()).combine(%dossier.partner.children()).where(security.where("
                    + Marks.expression() + ").exists()).reference";

    /** Of a reference: that it names no part that is closed, by its key, an address that ends in it, or one of its versions. */
    static final String NAMES_NO_CLOSED_PART = "reference.where((replaceMatches('/_history/.*$', '') in " + CLOSED_KEYS
            + ") or (replaceMatches('/_history/.*$', '').replaceMatches('^.*/([^/]+/[^/]+)$', '$1') in " + CLOSED_KEYS
            + ")).empty()";

    private MapConditions() {}

    /** That one of the fields is there; empty when that is sure. */
    static String any(Collection<Way> fields, Path above) {
        boolean sure = fields.stream().anyMatch(one -> one.dossier().size() == above.size());
        return sure
                ? ""
                : fields.stream()
                        .map(one -> names(one.dossier().from(above.size()).steps())
                                + (one.reference() ? ".where(" + NAMES_NO_CLOSED_PART + ")" : "") + ".exists()")
                        .distinct()
                        .collect(Collectors.joining(" or "));
    }

    static String names(List<Path.Step> steps) {
        return steps.stream().map(Path.Step::name).collect(Collectors.joining("."));
    }
}
