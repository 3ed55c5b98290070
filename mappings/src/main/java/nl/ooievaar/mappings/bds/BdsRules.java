package nl.ooievaar.mappings.bds;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalInt;
import nl.ooievaar.mappings.account.Why;

/** Which element of the BDS a value of the dossier fills, if any. */
final class BdsRules {
    private static final String BSN = "http://fhir.nl/fhir/NamingSystem/bsn";
    private static final String BSN_OID = "2.16.840.1.113883.2.4.6.3";

    private BdsRules() {}

    static BdsFate fate(DossierLeaf leaf, JsonNode dossier, Contacts contacts) {
        String kind =
                leaf.name().contains(".") ? leaf.name().substring(0, leaf.name().indexOf('.')) : leaf.name();
        return switch (kind) {
            case "version" -> BdsFate.left(Why.ENVELOPE);
            case "partner" -> BdsFate.left(Why.OTHER_PERSON);
            case "person" -> person(leaf);
            case "pregnancy" -> pregnancy(leaf, dossier);
            case "contacts" -> contact(leaf, contacts);
            case "riskFactors" ->
                leaf.name().startsWith("riskFactors.value.coding.")
                        ? coded(70, leaf, OptionalInt.empty())
                        : BdsFate.left(Why.NO_PLACE);
            case "findings" -> finding(leaf, contacts);
            default -> BdsFate.left(Why.NO_PLACE);
        };
    }

    private static BdsFate person(DossierLeaf leaf) {
        boolean first = !leaf.path().startsWith("person.names[") || leaf.path().startsWith("person.names[0].");
        String text = leaf.value().asText();
        return switch (leaf.name()) {
            case "person.names.family" -> first ? BdsFate.of(2, new BdsRow.Text(text)) : BdsFate.left(Why.SECOND_VALUE);
            case "person.names.ownName" ->
                first ? BdsFate.of(4, new BdsRow.Text(text)) : BdsFate.left(Why.SECOND_VALUE);
            case "person.names.given" ->
                first && leaf.path().endsWith("given[0]")
                        ? BdsFate.of(6, new BdsRow.Text(text))
                        : BdsFate.left(Why.SECOND_VALUE);
            case "person.identifiers.value", "person.identifiers.system" -> bsn(leaf);
            case "person.birthDate" -> BdsFate.of(20, new BdsRow.Day(text));
            case "person.gender" -> BdsFate.left(Why.CODE_UNSEEN);
            default -> BdsFate.left(reach(leaf.name()) ? Why.SAFE_CONTACT : Why.NO_PLACE);
        };
    }

    private static boolean reach(String name) {
        return name.startsWith("person.telecom")
                || name.startsWith("person.safeContact")
                || name.startsWith("person.addresses");
    }

    private static BdsFate bsn(DossierLeaf leaf) {
        if (!leaf.around().path("system").asText().equals(BSN) || !leaf.around().has("value")) {
            return BdsFate.left(Why.NO_PLACE);
        }
        BdsFate made = BdsFate.of(7, new BdsRow.Id(leaf.around().path("value").asText(), BSN_OID));
        return leaf.name().endsWith("value") ? made : made.together();
    }

    private static BdsFate pregnancy(DossierLeaf leaf, JsonNode dossier) {
        String group = leaf.name().split("\\.")[1];
        if (!leaf.name().startsWith("pregnancy." + group + ".value")) {
            return BdsFate.left(Why.NO_PLACE);
        }
        if (leaf.part() != Newest.of(dossier.path("pregnancy").path(group))) {
            return BdsFate.left(Why.SECOND_VALUE);
        }
        return switch (leaf.name()) {
            case "pregnancy.gravidities.value" ->
                BdsFate.of(740, new BdsRow.Count(leaf.value().asInt()));
            case "pregnancy.parities.value" ->
                BdsFate.of(741, new BdsRow.Count(leaf.value().asInt()));
            case "pregnancy.dueDates.value" -> day(1578, leaf);
            default -> group.equals("durations") ? duration(leaf) : BdsFate.left(Why.NO_PLACE);
        };
    }

    private static BdsFate day(int element, DossierLeaf leaf) {
        String text = leaf.value().asText();
        boolean time = text.contains("T");
        return BdsFate.of(element, new BdsRow.Day(time ? text.substring(0, 10) : text))
                .losing(time ? Optional.of(Why.TIME_DROPPED) : Optional.empty());
    }

    /** The BDS counts in days. */
    private static BdsFate duration(DossierLeaf leaf) {
        String unit = leaf.around().path("code").asText();
        boolean counts =
                leaf.around().path("value").isNumber() && !leaf.around().has("comparator");
        if (!counts || !unit.equals("d") && !unit.equals("wk")) {
            return BdsFate.left(Why.UNKNOWN_UNIT);
        }
        BigDecimal days =
                leaf.around().path("value").decimalValue().multiply(BigDecimal.valueOf(unit.equals("wk") ? 7 : 1));
        BdsFate made = BdsFate.of(82, new BdsRow.Measure(days.toPlainString(), "d"));
        return leaf.name().endsWith(".value.value") ? made : made.together();
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
            case "contacts.start" -> day(724, leaf).in(at);
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
