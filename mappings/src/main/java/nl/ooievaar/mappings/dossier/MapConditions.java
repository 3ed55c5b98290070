package nl.ooievaar.mappings.dossier;

/** What a StructureMap asks of what it reads, in FHIRPath. */
final class MapConditions {
    static final String PROFILES = Definitions.BASE + "StructureDefinition/";

    /** Of a part of a dossier: that no label closes it ({@link Marks}). */
    static final String OPEN = "security.where(" + Marks.expression() + ").empty()";

    /** The keys of the parts of a dossier that are closed. */
    static final String CLOSED_KEYS =
            "%dossier.children().combine(%dossier.pregnancy.children()).combine(%dossier.partner.children()).where(security.where("
                    + Marks.expression() + ").exists()).reference";

    /** Of an entry of a Bundle: that no label closes it. */
    static final String OPEN_ENTRY = "resource.meta.security.where(" + Marks.expression() + ").empty()";

    /** The first profile of ours that an entry claims, without a version. */
    static final String PROFILE =
            "resource.meta.profile.where(startsWith('" + PROFILES + "')).first().replaceMatches('[|].*$', '')";

    /** How others name an entry of a Bundle ({@link Incoming#key}). */
    static final String KEY = "iif((fullUrl.empty() or fullUrl.startsWith('http')) and resource.id.exists(),"
            + " resource.type().name & '/' & resource.id, fullUrl)";

    /** All names of the entries of a Bundle that are closed. */
    static final String CLOSED_ENTRIES = "%bundle.entry.where(resource.meta.security.where(" + Marks.expression()
            + ").exists() or " + PROFILE + " = '" + PROFILES + "phb-withheld-address').select(fullUrl | " + KEY + ")";

    /** How the one is named whose records are read: by an entry of his own, or as one of the records names her. */
    static final String NAMES = "iif(%about.resource is Patient, %about.select(fullUrl | " + KEY
            + "), %about.resource.subject.reference | %about.resource.patient.reference)";

    private MapConditions() {}
}
