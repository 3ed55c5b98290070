package nl.ooievaar.mappings.bds;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Optional;
import nl.ooievaar.mappings.account.Why;

/** The pregnancy, in the elements of R014 and R019. */
final class BdsPregnancy {
    private BdsPregnancy() {}

    static BdsFate fate(DossierLeaf leaf, JsonNode dossier) {
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

    static BdsFate day(int element, DossierLeaf leaf) {
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
}
