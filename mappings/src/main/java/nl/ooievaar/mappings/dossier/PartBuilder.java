package nl.ooievaar.mappings.dossier;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Collects the rules of one part. */
final class PartBuilder {
    private static final String PROFILE = "http://ooievaar.example/fhir/StructureDefinition/";
    private static final String CORE = "http://hl7.org/fhir/StructureDefinition/";
    private static final Path ROOT = new Path(List.of());

    private final List<Row> rows;
    private final List<Rule> rules = new ArrayList<>();
    private final List<Rule.Implied> implied = new ArrayList<>();
    private int order;

    /** @param order of its first rule */
    PartBuilder(List<Row> rows, int order) {
        this.rows = rows;
        this.order = order;
    }

    /** Of the rule that comes next. */
    int order() {
        return order;
    }

    /** What every part has. */
    void shared() {
        expand(":part", ROOT, ROOT);
    }

    /** @param dossier from the part */
    void field(Row row, Path dossier) {
        if (row.type().equals("implied")) {
            implied.add(implied(row, dossier, ROOT));
        } else {
            fill(row, dossier, Path.parse(address(row.r4())));
        }
    }

    Part build(Row row, Path dossier) {
        String[] words = row.r4().split(" ");
        List<String> profiles = Arrays.stream(words)
                .skip(1)
                .filter(word -> !word.contains("="))
                .map(PROFILE::concat)
                .toList();
        return Part.of(dossier, words[0], profiles, discriminator(row), rules, implied);
    }

    static String profile(String name) {
        return PROFILE + name;
    }

    static Optional<Part.Discriminator> discriminator(Row row) {
        return Arrays.stream(row.r4().split(" "))
                .filter(word -> word.contains("="))
                .map(word -> new Part.Discriminator(
                        word.substring(0, word.indexOf('=')), word.substring(word.indexOf('=') + 1)))
                .findFirst();
    }

    private void fill(Row row, Path dossier, Path r4) {
        Optional<Primitive> value = Primitive.of(row.type());
        if (value.isPresent()) {
            rules.add(new Rule(dossier, r4, value.get(), row, order++));
        } else if (!row.type().equals("group")) {
            expand(":" + row.type(), dossier, r4);
        }
    }

    private void expand(String type, Path dossier, Path r4) {
        Path group = type.equals(":theme") ? new Path(List.of(r4.last())) : r4;
        String theme = type.equals(":theme") ? r4.last().key() : "";
        for (Row row : rows) {
            if (row.path().startsWith(type + ".")) {
                Row one = row.standing(row.r4().replace("{theme}", theme));
                String name = row.path().substring(type.length() + 1) + (row.repeats() ? "*" : "");
                Path at = dossier.then(name);
                if (one.type().equals("implied")) {
                    implied.add(implied(one, at, group));
                } else {
                    fill(one, at, group.then(address(one.r4())));
                }
            }
        }
    }

    private Rule.Implied implied(Row row, Path anchor, Path under) {
        String[] said = address(row.r4()).split("=", 2);
        return new Rule.Implied(anchor, under.then(said[0]), said[1], order++);
    }

    static String address(String r4) {
        return r4.replace("{hl7}", CORE).replace("{phb}", PROFILE);
    }
}
