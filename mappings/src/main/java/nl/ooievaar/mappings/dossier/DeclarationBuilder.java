package nl.ooievaar.mappings.dossier;

import java.util.ArrayList;
import java.util.List;

/** Reads the rows of the table into parts with rules, and into the tree of the forms. */
final class DeclarationBuilder {
    private final List<Row> rows;
    private final List<Part> parts = new ArrayList<>();
    private int order;

    DeclarationBuilder(List<Row> rows) {
        this.rows = rows;
    }

    Declaration build() {
        FormTree forms = new FormTree(rows);
        for (Row row : rows) {
            if (row.type().equals("part")) {
                part(row, row.path(), forms);
            } else if (row.type().equals("like")) {
                part(find(row.r4()), row.path(), forms);
            }
        }
        return new Declaration(List.copyOf(rows), List.copyOf(parts), forms.root(), forms.types());
    }

    private Row find(String path) {
        return rows.stream().filter(row -> row.path().equals(path)).findFirst().orElseThrow();
    }

    /** @param as where it stands in the dossier, its own place or that of the partner's */
    private void part(Row row, String as, FormTree forms) {
        PartBuilder made = new PartBuilder(rows, order);
        made.shared();
        for (Row one : rows) {
            if (one.path().equals(row.path()) && one.type().equals("implied")) {
                made.field(one, new Path(List.of()));
            } else if (one.path().startsWith(row.path() + ".")) {
                made.field(one, forms.pattern(one.path(), row.path()));
            }
        }
        order = made.order();
        parts.add(made.build(row, forms.pattern(as, "")));
    }
}
