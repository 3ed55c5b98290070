package nl.ooievaar.publish;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.ooievaar.mappings.dossier.DossierTable;
import nl.ooievaar.mappings.dossier.DossierTable.Field;
import nl.ooievaar.publish.Definition.Line;

/** The fields of the parent dossier, a table for each part, as the bridge itself goes by them. */
final class DossierPage {
    private final Language language;

    DossierPage(Language language) {
        this.language = language;
    }

    String html() {
        Map<String, List<Field>> parts = DossierTable.fields().stream()
                .collect(Collectors.groupingBy(Field::part, LinkedHashMap::new, Collectors.toList()));
        // First the dossier, then what its parts are made of.
        return Stream.of(false, true)
                .flatMap(shared -> parts.entrySet().stream()
                        .filter(part -> shared(part.getKey()) == shared)
                        .map(part -> part(part.getKey(), part.getValue())))
                .collect(Collectors.joining());
    }

    /** What several fields have alike has no name of its own. */
    private String part(String part, List<Field> fields) {
        String heading = shared(part) ? word("shared") + " " + part.substring(1) : name(fields.get(0));
        List<Line> lines =
                fields.stream().map(one -> new Line("", "", cells(one))).toList();
        return "<h2 id=\"" + part.replace(":", "type-") + "\">" + Colours.escaped(heading) + "</h2>\n"
                + Templates.render(
                        "table",
                        Map.of(
                                "heading",
                                heading,
                                "heads",
                                List.of(word("field"), word("times"), word("kind"), "R4", "BDS", "ICF"),
                                "lines",
                                lines));
    }

    private static boolean shared(String part) {
        return part.startsWith(":");
    }

    private List<String> cells(Field one) {
        return List.of(
                Colours.escaped(name(one)) + "<br>" + code(one.path()),
                code(one.cardinality()),
                code(one.type()),
                one.r4().isEmpty() ? "" : code(one.r4()),
                codes(one.bds()),
                codes(one.icf()));
    }

    private static String codes(List<String> all) {
        return all.stream().map(DossierPage::code).collect(Collectors.joining(" "));
    }

    private static String code(String text) {
        return "<code>" + Colours.escaped(text) + "</code>";
    }

    private String name(Field one) {
        return language == Language.NL ? one.nl() : one.en();
    }

    private String word(String key) {
        return language.word("dossier." + key);
    }
}
