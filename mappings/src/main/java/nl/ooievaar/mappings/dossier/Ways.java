package nl.ooievaar.mappings.dossier;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The ways of each part and of each shared type, as the declaration has them; a theme is taken apart, for its linkIds are its own. */
final class Ways {
    private static final String THEME = "theme";
    private static final Path ROOT = new Path(List.of());

    private final List<Row> rows;
    private final FormTree forms;

    Ways(Declaration table) {
        this.rows = table.rows();
        this.forms = new FormTree(rows);
    }

    /** @param path of the row that declares the part */
    List<Way> part(String path) {
        List<Way> ways = new ArrayList<>();
        shared("part", ROOT, ROOT, ways);
        for (Row row : rows) {
            if (row.path().equals(path) && row.type().equals("implied")) {
                said(row, ROOT, ROOT, false, ways);
            } else if (row.path().startsWith(path + ".")) {
                field(row, forms.pattern(row.path(), path), Path.parse(PartBuilder.address(row.r4())), false, ways);
            }
        }
        return ways;
    }

    /** By its name; the fields that every part has, and themes, are none. */
    Map<String, List<Way>> types() {
        Map<String, List<Way>> types = new TreeMap<>();
        forms.types().keySet().stream()
                .filter(name -> !name.equals("part") && !name.equals(THEME))
                .forEach(name -> {
                    List<Way> ways = new ArrayList<>();
                    shared(name, ROOT, ROOT, ways);
                    types.put(name, ways);
                });
        return types;
    }

    private void field(Row row, Path dossier, Path r4, boolean discussed, List<Way> into) {
        Optional<Primitive> value = Primitive.of(row.type());
        if (row.type().equals(THEME)) {
            shared(THEME, dossier, r4, into);
        } else if (value.isPresent()) {
            into.add(Way.field(dossier, r4, value, Optional.empty(), discussed));
        } else if (!row.type().equals("group") && !row.type().equals("implied")) {
            into.add(Way.field(dossier, r4, value, Optional.of(row.type()), discussed));
        }
    }

    private void shared(String type, Path dossier, Path r4, List<Way> into) {
        boolean theme = type.equals(THEME);
        for (Row row : rows) {
            if (row.path().startsWith(":" + type + ".")) {
                String name = row.path().substring(type.length() + 2);
                Path at = dossier.then(name + (row.repeats() ? "*" : ""));
                Row one = theme
                        ? row.standing(row.r4().replace("{theme}", r4.last().key()))
                        : row;
                boolean discussed = theme && !name.equals("notDiscussed");
                if (row.type().equals("implied")) {
                    said(one, at, r4, discussed, into);
                } else {
                    field(one, at, r4.then(PartBuilder.address(one.r4())), discussed, into);
                }
            }
        }
    }

    /** Beside a field, whose voice it must be told in: the field knows where that stands. */
    private static void said(Row row, Path anchor, Path under, boolean discussed, List<Way> into) {
        String[] said = PartBuilder.address(row.r4()).split("=", 2);
        Way way = Way.said(anchor, under.then(said[0]), said[1], discussed);
        if (way.subject()) {
            into.replaceAll(one -> one.field() && one.from().equals(anchor) ? one.voiced(way.to()) : one);
        }
        into.add(way);
    }
}
