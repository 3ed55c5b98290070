package nl.ooievaar.mappings.birthcare;

import java.util.List;
import java.util.Locale;
import nl.ooievaar.mappings.account.Why;
import nl.ooievaar.mappings.source.Dataset;
import nl.ooievaar.mappings.source.Rows;

/** The declarations of this bridge for those who publish them: what is told is what is done. */
public final class BirthCareTable {
    private BirthCareTable() {}

    /**
     * A field.
     *
     * @param form in which it is written
     * @param two its number in PWD 2.1 to 2.3, empty when it is not there
     * @param three its number in PWD 3.2, empty when it is not there
     * @param resource the type of R4 that carries it; "-" when it only dates others
     * @param profile of ours, empty when base R4 is enough
     * @param snomed the codes that say what it is
     */
    public record Row(
            String fact,
            String nl,
            String en,
            String part,
            String form,
            String two,
            String three,
            String resource,
            String profile,
            List<String> snomed) {}

    /**
     * A value that names a risk factor of the guideline.
     *
     * @param system of the value, empty for yes
     * @param equivalence how near the factor comes (FHIR R4, ConceptMapEquivalence)
     * @param comment why it comes no nearer, empty for the same
     */
    public record Factor(
            String dataset,
            String element,
            String value,
            String factor,
            String system,
            String equivalence,
            String comment) {}

    /** A part of a record that is left where it is, and why. */
    public record Left(String dataset, String part, Why why) {}

    /** In the order in which they are put. */
    public static List<Row> rows() {
        return Declarations.all().fields().stream()
                .map(field -> new Row(
                        field.fact().name(),
                        field.fact().nl(),
                        field.fact().en(),
                        field.part(),
                        field.form().name().toLowerCase(Locale.ROOT),
                        number(field, Dataset.PWD_2),
                        number(field, Dataset.PWD_3),
                        field.fact().resource(),
                        field.fact().profile(),
                        field.fact().snomed()))
                .toList();
    }

    private static String number(Field field, Dataset dataset) {
        return field.number(dataset).map(it -> Integer.toString(it)).orElse("");
    }

    public static List<Factor> factors() {
        return Rows.of("factors.csv").stream()
                .map(row -> new Factor(
                        row.get(0),
                        row.get(1),
                        row.get(2),
                        row.get(3),
                        row.get(4).isEmpty() ? "" : Systems.address(row.get(4)),
                        row.get(5),
                        row.get(6)))
                .toList();
    }

    public static List<Left> left() {
        return Rows.of("left.csv").stream()
                .map(row -> new Left(row.get(0), row.get(1), Why.valueOf(row.get(2))))
                .toList();
    }
}
