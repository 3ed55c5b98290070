package nl.ooievaar.mappings.dossier;

/**
 * One value that stands both in the dossier and in R4: the same, carried whole either way.
 *
 * @param dossier from its part
 * @param r4 from its resource
 * @param order its place in the declaration
 */
record Rule(Path dossier, Path r4, Primitive type, Row row, int order) {

    /**
     * What R4 says besides, always the same or about whom it is.
     *
     * @param anchor where in the dossier a value must stand for this to be said
     * @param value itself, or {@code $subject}
     */
    record Implied(Path anchor, Path r4, String value, int order) {
        static final String SUBJECT = "$subject";
    }
}
