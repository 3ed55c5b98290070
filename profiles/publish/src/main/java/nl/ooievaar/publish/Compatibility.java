package nl.ooievaar.publish;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import nl.ooievaar.profiles.PhbPackage;
import nl.ooievaar.publish.Definition.Line;

/** How each profile stands to the Dutch base, as the judge of it wrote it down in {@code nl-core.csv}. */
final class Compatibility {
    private record Row(String profile, String base, String verdict, String why) {}

    private Compatibility() {}

    /** The table, as HTML; what the validator said stands under each reason. */
    static String html(Path csv, PhbPackage phb, Language language) throws IOException {
        Map<Row, List<String>> rows = new LinkedHashMap<>();
        for (String line : Files.readAllLines(csv)) {
            if (!line.startsWith("#") && !line.isBlank()) {
                String[] cells = line.split(";", -1);
                Row row = new Row(
                        cells[0].strip(),
                        cells[1].strip(),
                        cells[2].strip(),
                        cells[language == Language.NL ? 5 : 6].strip());
                rows.computeIfAbsent(row, ignored -> new ArrayList<>()).add(cells[4].strip());
            }
        }
        List<Line> lines = rows.entrySet().stream()
                .map(one -> line(one.getKey(), one.getValue(), phb, language))
                .toList();
        return Templates.render(
                "table",
                Map.of(
                        "heading",
                        language.word("compatibility"),
                        "heads",
                        List.of(language.word("profile"), "nl-core", language.word("verdict"), language.word("why")),
                        "lines",
                        lines));
    }

    private static Line line(Row row, List<String> said, PhbPackage phb, Language language) {
        boolean ours = phb.definitions().stream()
                .anyMatch(one -> one.getIdElement().getIdPart().equals(row.profile()));
        String messages = said.stream()
                .filter(one -> !one.isEmpty())
                .map(one -> "<li lang=\"en\">" + Colours.escaped(one) + "</li>")
                .collect(Collectors.joining());
        return new Line(
                "",
                "",
                List.of(
                        ours
                                ? Links.anchor("profiles/" + row.profile() + ".html", row.profile())
                                : Colours.escaped(row.profile()),
                        Colours.escaped(row.base()),
                        language.word("verdict." + row.verdict()),
                        Colours.escaped(row.why()) + (messages.isEmpty() ? "" : "<ul>" + messages + "</ul>")));
    }
}
