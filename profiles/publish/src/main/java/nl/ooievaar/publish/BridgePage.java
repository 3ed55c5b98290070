package nl.ooievaar.publish;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.ooievaar.mappings.birthcare.BirthCareTable;
import nl.ooievaar.profiles.PhbPackage;
import nl.ooievaar.profiles.PhbTerminology;
import nl.ooievaar.publish.Definition.Line;
import org.hl7.fhir.r4.model.CodeSystem;

/** The tables by which records of birth care come in, as the bridge itself goes by them. */
final class BridgePage {
    private final Language language;
    private final PhbTerminology terms;
    private final CodeSystem factors;

    BridgePage(PhbPackage phb, Language language) {
        this.language = language;
        this.terms = new PhbTerminology(phb);
        this.factors = terms.codeSystem(PhbPackage.BASE + "/CodeSystem/phb-risk-factor")
                .orElseThrow();
    }

    String html() {
        return Stream.of(fields(), factors(), left()).collect(Collectors.joining("\n"));
    }

    private String fields() {
        List<List<String>> rows = BirthCareTable.rows().stream()
                .map(row -> List.of(
                        (language == Language.NL ? row.nl() : row.en()) + "<br><code>" + row.part() + "</code>",
                        row.two(),
                        row.three(),
                        carrier(row),
                        row.snomed().stream()
                                .map(code -> "<code>" + code + "</code>")
                                .collect(Collectors.joining(" "))))
                .toList();
        return table("fields", List.of(word("field"), "PWD 2.1–2.3", "PWD 3.2", "R4", "SNOMED CT"), rows);
    }

    private static String carrier(BirthCareTable.Row row) {
        return row.profile().isEmpty() ? row.resource() : row.resource() + "<br><code>" + row.profile() + "</code>";
    }

    private String factors() {
        List<List<String>> rows = BirthCareTable.factors().stream()
                .map(one -> List.of(
                        one.dataset() + " " + one.element(), "<code>" + one.value() + "</code>", display(one.factor())))
                .toList();
        return table("factors", List.of(word("field"), word("value"), word("factor")), rows);
    }

    private String display(String code) {
        Optional<String> name =
                terms.concept(factors, code).map(concept -> concept.display(Locale.forLanguageTag(language.code())));
        return name.orElseThrow(() -> new IllegalStateException(code));
    }

    private String left() {
        List<List<String>> rows = BirthCareTable.left().stream()
                .map(one -> List.of(
                        one.dataset(),
                        "<code>" + one.part() + "</code>",
                        one.why().text(Locale.forLanguageTag(language.code()))))
                .toList();
        return table("left", List.of(word("dataset"), word("part"), word("why")), rows);
    }

    private String table(String id, List<String> heads, List<List<String>> rows) {
        List<Line> lines = rows.stream().map(row -> new Line("", "", row)).toList();
        return "<h2 id=\"" + id + "\">" + word(id) + "</h2>\n<p>" + word(id + ".intro") + "</p>\n"
                + Templates.render("table", Map.of("heading", word(id), "heads", heads, "lines", lines));
    }

    private String word(String key) {
        return language.word("bridge." + key);
    }
}
