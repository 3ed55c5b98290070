package nl.ooievaar.mappings.maps;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import nl.ooievaar.mappings.birthcare.BirthCareTable;
import nl.ooievaar.mappings.birthcare.BirthCareTable.Factor;
import nl.ooievaar.mappings.birthcare.BirthCareTable.Row;
import nl.ooievaar.mappings.maps.CodeMap.Entry;
import nl.ooievaar.mappings.maps.CodeMap.Group;
import nl.ooievaar.mappings.maps.CodeMap.Target;
import nl.ooievaar.mappings.maps.CodeMap.Words;
import nl.ooievaar.mappings.source.Dataset;

/** What the fields and values of birth care are in other systems, as the bridge itself goes by them. */
final class BirthCareMaps {
    static final String SNOMED = "http://snomed.info/sct";
    static final String FACTORS = "http://ooievaar.example/fhir/CodeSystem/phb-risk-factor";
    private static final String TWO = "PWD 2.1 to 2.3";
    private static final String THREE = "PWD 3.2";

    private BirthCareMaps() {}

    static CodeMap fields() {
        return new CodeMap(
                "phb-birth-care-field-to-snomed",
                new Words("Velden van de geboortezorg naar SNOMED CT", "Fields of birth care to SNOMED CT"),
                new Words(
                        "Elementnummers van de perinatologiedatasets 2.1 tot en met 2.3 en 3.2 (Nictiz) naar de code die zegt wat"
                                + " het veld is; alleen velden die een waarde dragen.",
                        "Element numbers of the perinatology datasets 2.1 to 2.3 and 3.2 (Nictiz) to the code that says what the"
                                + " field is; only fields that carry a value. No code was checked against a terminology server."),
                List.of(
                        new Group(Dataset.PWD_2.system(), SNOMED, fields(Row::two, BirthCareMaps::two)),
                        new Group(Dataset.PWD_3.system(), SNOMED, fields(Row::three, BirthCareMaps::three))));
    }

    private static List<Entry> fields(Function<Row, String> number, Function<Row, List<Target>> targets) {
        return BirthCareTable.rows().stream()
                .filter(row -> row.part().equals("value"))
                .filter(row -> !number.apply(row).isEmpty())
                .sorted(Comparator.comparing(row -> Integer.valueOf(number.apply(row))))
                .map(row -> new Entry(number.apply(row), targets.apply(row)))
                .toList();
    }

    private static List<Target> two(Row row) {
        if (row.three().isEmpty()) {
            return coded(
                    row,
                    TWO,
                    "inexact",
                    "2.x names no code; this is that of a field of PWD 3.2 and its building blocks (zib) that asks in another form.");
        }
        return coded(
                row,
                TWO,
                "equivalent",
                "2.x names no code; source: field " + row.three() + " of PWD 3.2 and its building blocks (zib).");
    }

    private static List<Target> three(Row row) {
        return coded(row, THREE, "equivalent", "Source: PWD 3.2 and its building blocks (zib).");
    }

    /** Where several codes say it, the last says it whole. */
    private static List<Target> coded(Row row, String dataset, String equivalence, String source) {
        String what = row.nl() + ". ";
        if (row.snomed().isEmpty()) {
            return List.of(Target.none(what + "No code is used for it; keep the number of " + dataset + "."));
        }
        List<Target> targets = new ArrayList<>();
        for (int i = 0; i < row.snomed().size(); i++) {
            boolean whole = i == row.snomed().size() - 1;
            targets.add(Target.of(
                    row.snomed().get(i), whole ? equivalence : "wider", what + (whole ? "" : "Says less. ") + source));
        }
        return targets;
    }

    static CodeMap factors() {
        Map<String, Map<String, Entry>> systems = new LinkedHashMap<>();
        BirthCareTable.factors().forEach(one -> {
            boolean coded = !one.system().isEmpty();
            String system = coded
                    ? one.system()
                    : Dataset.ofCode(one.dataset()).orElseThrow().system();
            String code = coded ? one.value() : one.element();
            systems.computeIfAbsent(system, it -> new LinkedHashMap<>())
                    .put(code, new Entry(code, List.of(Target.of(one.factor(), one.equivalence(), comment(one)))));
        });
        return new CodeMap(
                "phb-birth-care-value-to-risk-factor",
                new Words("Waarden van de geboortezorg naar risicofactoren", "Values of birth care to risk factors"),
                new Words(
                        "Waarden in een geboortezorgdossier die een risicofactor van de handreiking (5.2.1) noemen. Een veld met ja of"
                                + " nee staat er met zijn elementnummer.",
                        "Values in a record of birth care that name a risk factor of the guideline (5.2.1). A field of yes or no stands"
                                + " with its element number."),
                systems.entrySet().stream()
                        .map(one -> new Group(
                                one.getKey(),
                                FACTORS,
                                List.copyOf(one.getValue().values())))
                        .toList());
    }

    private static String comment(Factor one) {
        String why = one.comment().isEmpty() ? "" : one.comment() + ". ";
        String dataset = one.dataset().equals(Dataset.PWD_2.code()) ? TWO : THREE;
        return why + "Source: " + dataset + ", field " + one.element() + ".";
    }
}
