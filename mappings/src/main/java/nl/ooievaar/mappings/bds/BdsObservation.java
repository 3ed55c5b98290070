package nl.ooievaar.mappings.bds;

/** Writes one element as an observation, in its group where it has one. */
record BdsObservation(Xml xml, String template) {
    private static final String ROLES = "2.16.840.1.113883.5.111";
    /** What was seen with an instrument; the instrument itself stands there as its method. */
    private static final int REMARKS = 1345;

    void write(BdsRow row) {
        xml.open("component");
        row.group().ifPresent(group -> xml.open("groupCluster")
                .leaf(
                        "code",
                        "code",
                        group,
                        "codeSystem",
                        "2.16.840.1.113883.2.4.4.40.393",
                        "displayName",
                        BdsTable.table().name(group))
                .open("component"));
        if (row.element() == 1341) {
            instrument((BdsRow.Coded) row.value());
        } else {
            open(row.element(), row.name());
            value(row.value());
            if (row.element() == 70) {
                mother();
            }
            xml.close(1);
        }
        xml.close(row.group().isPresent() ? 3 : 1);
    }

    private void open(int element, String name) {
        xml.open("observation", "classCode", "OBS", "moodCode", "EVN", "negationInd", "false");
        xml.leaf("templateId", "root", template + (40000 + element));
        xml.leaf("code", "code", String.valueOf(element), "codeSystem", BdsTable.ELEMENTS, "displayName", name);
    }

    private void instrument(BdsRow.Coded method) {
        open(REMARKS, "Bijzonderheden SPP");
        xml.leaf("value", "xsi:type", "ST", "nullFlavor", "NI");
        xml.leaf("methodCode", "code", method.code(), "codeSystem", method.system(), "displayName", method.display())
                .close(1);
    }

    private void value(BdsRow.Value value) {
        if (value instanceof BdsRow.Coded coded) {
            xml.leaf(
                    "value",
                    "xsi:type",
                    "CV",
                    "code",
                    coded.code(),
                    "codeSystem",
                    coded.system(),
                    "displayName",
                    coded.display());
        } else if (value instanceof BdsRow.Count count) {
            xml.leaf("value", "xsi:type", "INT", "value", String.valueOf(count.value()));
        } else if (value instanceof BdsRow.Measure measure) {
            xml.leaf("value", "xsi:type", "PQ", "value", measure.value(), "unit", measure.unit());
        } else if (value instanceof BdsRow.Day) {
            xml.leaf("value", "xsi:type", "TS", "value", day(value));
        } else if (value instanceof BdsRow.Text text) {
            xml.text("value", text.text(), "xsi:type", "ST");
        } else if (value instanceof BdsRow.Id id) {
            xml.leaf("value", "xsi:type", "II", "extension", id.extension(), "root", id.root());
        }
    }

    /** As precise as it is, and no more. */
    static String day(BdsRow.Value value) {
        return ((BdsRow.Day) value).value().replace("-", "");
    }

    private void mother() {
        xml.open("subject", "typeCode", "SBJ").open("personalRelationship", "classCode", "PRS");
        xml.leaf("code", "code", "MTH", "codeSystem", ROLES, "displayName", "Moeder");
        xml.leaf("relationshipHolder", "classCode", "PSN", "determinerCode", "INSTANCE", "nullFlavor", "NI")
                .close(2);
    }
}
