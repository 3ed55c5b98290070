package nl.ooievaar.mappings.bds;

import nl.ooievaar.mappings.account.Why;

/** Who she is, in the elements of R003. */
final class BdsPerson {
    private static final String BSN = "http://fhir.nl/fhir/NamingSystem/bsn";
    private static final String BSN_OID = "2.16.840.1.113883.2.4.6.3";

    private BdsPerson() {}

    static BdsFate fate(DossierLeaf leaf) {
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
}
