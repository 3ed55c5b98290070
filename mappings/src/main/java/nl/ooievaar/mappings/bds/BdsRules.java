package nl.ooievaar.mappings.bds;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.OptionalInt;
import nl.ooievaar.mappings.account.Why;

/** Which element of the BDS a value of the dossier fills, if any. */
final class BdsRules {
    private BdsRules() {}

    static BdsFate fate(DossierLeaf leaf, JsonNode dossier, Contacts contacts) {
        String kind =
                leaf.name().contains(".") ? leaf.name().substring(0, leaf.name().indexOf('.')) : leaf.name();
        return switch (kind) {
            case "version" -> BdsFate.left(Why.ENVELOPE);
            case "partner" -> BdsFate.left(Why.OTHER_PERSON);
            case "person" -> BdsPerson.fate(leaf);
            case "pregnancy" -> BdsPregnancy.fate(leaf, dossier);
            case "contacts" -> contact(leaf, contacts);
            case "riskFactors" ->
                leaf.name().startsWith("riskFactors.value.coding.")
                        ? coded(70, leaf, OptionalInt.empty())
                        : BdsFate.left(Why.NO_PLACE);
            case "findings" -> finding(leaf, contacts);
            default -> BdsFate.left(Why.NO_PLACE);
        };
    }

    private static BdsFate contact(DossierLeaf leaf, Contacts contacts) {
        OptionalInt at = OptionalInt.of(leaf.index());
        if (!contacts.open(leaf.index())) {
            Why why = leaf.name().equals("contacts.status")
                    ? BdsTable.table()
                            .answer(1605, "", leaf.value().asText())
                            .flatMap(BdsTable.Answer::loss)
                            .orElse(Why.NO_PLACE)
                    : Why.NO_PLACE;
            return BdsFate.left(why);
        }
        return switch (leaf.name()) {
            case "contacts.status" -> answered(1605, "", leaf.value().asText(), at);
            case "contacts.methods" -> answered(1341, "", leaf.value().asText(), at);
            case "contacts.start" -> BdsPregnancy.day(724, leaf).in(at);
            default ->
                leaf.name().startsWith("contacts.form.coding.") ? coded(1577, leaf, at) : BdsFate.left(Why.NO_PLACE);
        };
    }

    private static BdsFate finding(DossierLeaf leaf, Contacts contacts) {
        OptionalInt at = contacts.of(leaf.part());
        if (leaf.name().endsWith(".score")) {
            return BdsFate.left(Why.SCALE);
        }
        if (leaf.name().matches("findings\\.themes\\.[A-Za-z]+\\.factors\\.[a-z]+")) {
            return coded(70, leaf, OptionalInt.empty());
        }
        boolean silent = leaf.name().equals("findings.themes.informalSupport.notDiscussed")
                && leaf.value().asBoolean()
                && contacts.uses(at, "samenstarten");
        return silent ? answered(1628, "", "not-discussed", at) : BdsFate.left(Why.NO_PLACE);
    }

    /** A code goes with its system; its display says the same. */
    private static BdsFate coded(int element, DossierLeaf leaf, OptionalInt contact) {
        String field = leaf.name().substring(leaf.name().lastIndexOf('.') + 1);
        if (field.equals("display")) {
            return BdsFate.left(Why.REPEATED);
        }
        JsonNode code = leaf.around();
        BdsFate made = answered(
                element, code.path("system").asText(), code.path("code").asText(), contact);
        return field.equals("code") ? made : field.equals("system") ? made.together() : BdsFate.left(Why.NO_PLACE);
    }

    private static BdsFate answered(int element, String system, String code, OptionalInt contact) {
        Optional<BdsTable.Answer> answer = BdsTable.table().answer(element, system, code);
        if (answer.isEmpty() || answer.get().value().isEmpty()) {
            return BdsFate.left(answer.flatMap(BdsTable.Answer::loss).orElse(Why.NO_PLACE));
        }
        return BdsFate.of(element, answer.get().value().get())
                .in(contact)
                .losing(answer.get().loss());
    }
}
