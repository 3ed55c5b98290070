package nl.ooievaar.mappings.dossier;

import java.util.Arrays;
import java.util.List;

/** The declaration of the parent dossier for those who publish it: what is told is what is done. */
public final class DossierTable {
    private DossierTable() {}

    /**
     * A field of the forms.
     *
     * @param path from the root, or of a kind of value that fields share: {@code :type.field}
     * @param cardinality as in FHIR
     * @param type the kind of its value; of a part it is {@code part}
     * @param r4 where it stands in its resource; of a part the type and profile, of a part like another that other
     * @param bds numbers of elements of the BDS JGZ
     * @param icf codes of the ICF that it relates to
     */
    public record Field(
            String path,
            String cardinality,
            String type,
            String r4,
            String nl,
            String en,
            List<String> bds,
            List<String> icf) {

        /** The part of the dossier in which it stands, the first of its path. */
        public String part() {
            return path.contains(".") ? path.substring(0, path.indexOf('.')) : path;
        }
    }

    /** In the order of the forms; what only stands in R4 is none. */
    public static List<Field> fields() {
        return Declaration.table().rows().stream()
                .filter(row -> !row.cardinality().isEmpty())
                .map(row -> new Field(
                        row.path(),
                        row.cardinality(),
                        row.type(),
                        row.r4(),
                        row.nl(),
                        row.en(),
                        several(row.bds()),
                        several(row.icf())))
                .toList();
    }

    private static List<String> several(String cell) {
        return cell.isEmpty() ? List.of() : Arrays.asList(cell.split(" "));
    }
}
