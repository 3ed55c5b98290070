package nl.ooievaar.mappings.dossier;

/**
 * One row of the declaration: a field of the parent dossier.
 *
 * @param path its names from the root, or {@code :type.field} of a type that several fields share
 * @param cardinality as in FHIR; empty for what only stands in R4
 * @param r4 where it stands in the resource
 * @param main the main item of guideline 8.3
 * @param bds element numbers of the BDS, where their source is known
 * @param icf codes of the ICF that it relates to
 */
public record Row(
        String path,
        String cardinality,
        String type,
        String r4,
        String nl,
        String en,
        String main,
        String bds,
        String icf,
        String note) {

    static Row of(String line) {
        String[] cells = line.split(";", -1);
        if (cells.length != 10) {
            throw new IllegalStateException("A row has 10 cells: " + line);
        }
        return new Row(
                cells[0], cells[1], cells[2], cells[3], cells[4], cells[5], cells[6], cells[7], cells[8], cells[9]);
    }

    /** The same field in another place. */
    Row standing(String where) {
        return new Row(path, cardinality, type, where, nl, en, main, bds, icf, note);
    }

    boolean repeats() {
        return cardinality.endsWith("*");
    }

    boolean required() {
        return cardinality.startsWith("1");
    }
}
