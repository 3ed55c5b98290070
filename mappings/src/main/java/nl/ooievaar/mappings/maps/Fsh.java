package nl.ooievaar.mappings.maps;

import java.util.List;

/** A map as the source of its definition (FHIR Shorthand). */
final class Fsh {
    private final StringBuilder text = new StringBuilder();

    private Fsh() {}

    static String of(CodeMap map) {
        Fsh fsh = new Fsh();
        fsh.head(map);
        for (int i = 0; i < map.groups().size(); i++) {
            fsh.group("group[" + i + "]", map.groups().get(i));
        }
        fsh.line("insert InstanceTitleEn([[\"" + map.title().en() + "\"]])");
        fsh.line("insert InstanceDescriptionNl([[\"" + map.about().nl() + "\"]])");
        return fsh.text.toString();
    }

    private void head(CodeMap map) {
        text.append("// Made from the tables of mappings, see mappings/README.md.\n");
        text.append("Instance: ").append(map.id()).append("\nInstanceOf: ConceptMap\nUsage: #definition\n");
        text.append("Title: \"").append(map.title().nl()).append("\"\n");
        string("url", "http://ooievaar.example/fhir/ConceptMap/" + map.id());
        string("version", "0.1.0");
        string("name", map.name());
        string("title", map.title().nl());
        line("status = #active");
        string("publisher", "Ooievaar");
        string("description", map.about().en());
        string("date", "2026-11-26");
    }

    private void group(String at, CodeMap.Group group) {
        string(at + ".source", group.source());
        string(at + ".target", group.target());
        for (int i = 0; i < group.entries().size(); i++) {
            CodeMap.Entry entry = group.entries().get(i);
            String element = at + ".element[" + i + "]";
            line(element + ".code = #" + entry.code());
            targets(element + ".target", entry.targets());
        }
    }

    private void targets(String at, List<CodeMap.Target> targets) {
        for (int i = 0; i < targets.size(); i++) {
            CodeMap.Target target = targets.get(i);
            String one = at + "[" + i + "]";
            target.code().ifPresent(code -> line(one + ".code = #" + code));
            line(one + ".equivalence = #" + target.equivalence());
            string(one + ".comment", target.comment());
        }
    }

    private void string(String element, String value) {
        line(element + " = \"" + value.replace("\\", "\\\\").replace("\"", "\\\"") + "\"");
    }

    private void line(String rule) {
        text.append("* ").append(rule).append('\n');
    }
}
