package nl.ooievaar.mappings.bds;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import nl.ooievaar.mappings.account.Account;
import nl.ooievaar.mappings.account.Line;
import nl.ooievaar.mappings.account.Why;
import nl.ooievaar.mappings.dossier.Declaration;

/**
 * From the parent dossier to elements of the BDS JGZ: only where the element and the code are known. A score is never converted, a
 * code never guessed, and what the partner tells of himself never stands with hers.
 *
 * @param rows in the order of the BDS, each once
 * @param account one line for each value of the dossier
 */
public record BdsExport(List<BdsRow> rows, Account account) {

    /** @param dossier in its JSON form */
    public static BdsExport of(JsonNode dossier) {
        return new Export(dossier).made();
    }

    private static final class Export {
        private final JsonNode dossier;
        private final Contacts contacts;
        private final Set<BdsRow> rows = new LinkedHashSet<>();
        private final Account account = new Account();

        Export(JsonNode dossier) {
            this.dossier = dossier;
            this.contacts = new Contacts(dossier.path("contacts"));
        }

        BdsExport made() {
            for (int i = 0; i < contacts.size(); i++) {
                if (contacts.open(i)) {
                    BdsTable.Answer kind =
                            BdsTable.table().answer(494, "", "contact").orElseThrow();
                    rows.add(row(494, kind.value().orElseThrow(), OptionalInt.of(i)));
                }
            }
            for (DossierLeaf leaf : DossierLeaf.of(dossier)) {
                account.add(line(leaf));
            }
            List<BdsRow> sorted = new ArrayList<>(rows);
            sorted.sort((one, other) -> one.rubric().compareTo(other.rubric()));
            return new BdsExport(List.copyOf(sorted), account);
        }

        private Line line(DossierLeaf leaf) {
            Line.Place place = new Line.Place(leaf.path(), 0, 0);
            if (leaf.marked()) {
                return Line.notMapped(place, Optional.empty(), Why.MARKED);
            }
            if (leaf.inError()) {
                return Line.notMapped(place, Optional.empty(), Why.IN_ERROR);
            }
            Optional<Why> wrong = Declaration.table().wrong(leaf.name(), leaf.value());
            if (wrong.isPresent()) {
                return wrong.get() == Why.EMPTY || wrong.get() == Why.UNKNOWN_ELEMENT
                        ? Line.notMapped(place, Optional.empty(), wrong.get())
                        : Line.rejected(place, Optional.empty(), wrong.get());
            }
            BdsFate fate = BdsRules.fate(leaf, dossier, contacts);
            fate.value().ifPresent(value -> rows.add(row(fate.element(), value, fate.contact())));
            if (fate.element() == 0) {
                return Line.notMapped(place, Optional.empty(), fate.loss().orElse(Why.NO_PLACE));
            }
            Optional<String> element = Optional.of(String.valueOf(fate.element()));
            String target = BdsTable.table().element(fate.element()).rubric() + "/" + fate.element();
            return fate.loss()
                    .map(why -> Line.lossy(place, element, target, why))
                    .orElse(Line.mapped(place, element, target));
        }

        private static BdsRow row(int element, BdsRow.Value value, OptionalInt contact) {
            BdsTable.Element known = BdsTable.table().element(element);
            return new BdsRow(known.rubric(), known.group(), element, known.name(), value, contact);
        }
    }
}
