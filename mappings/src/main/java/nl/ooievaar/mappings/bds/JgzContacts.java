package nl.ooievaar.mappings.bds;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.TreeSet;

/** Writes the contacts of a message, each with its rubrics. */
record JgzContacts(JgzMessage message, List<BdsRow> rows, Xml xml) {

    /** What belongs to no contact of its own goes with the first. */
    void write() {
        TreeSet<Integer> contacts = new TreeSet<>();
        rows.stream()
                .filter(row -> row.element() == 494)
                .forEach(row -> contacts.add(row.contact().getAsInt()));
        int number = 1;
        for (int contact : contacts) {
            boolean first = contact == contacts.first();
            List<BdsRow> here = rows.stream()
                    .filter(row -> row.contact().equals(OptionalInt.of(contact))
                            || first && row.contact().isEmpty())
                    .toList();
            contact(here, "%02d".formatted(number++));
        }
    }

    private void contact(List<BdsRow> here, String number) {
        xml.open("component7", "typeCode", "COMP").open("encounter", "classCode", "ENC", "moodCode", "EVN");
        xml.leaf(
                "id",
                "extension",
                message.care().extension() + "-" + number,
                "root",
                message.care().root());
        TreeMap<String, List<BdsRow>> rubrics = new TreeMap<>();
        for (BdsRow row : here) {
            if (row.element() == 494) {
                BdsRow.Coded kind = (BdsRow.Coded) row.value();
                xml.leaf("code", "code", kind.code(), "codeSystem", kind.system(), "displayName", kind.display());
            } else if (row.element() != 724 && !row.rubric().equals("R003")) {
                rubrics.computeIfAbsent(row.rubric(), rubric -> new ArrayList<>())
                        .add(row);
            }
        }
        xml.leaf("statusCode", "code", "completed");
        here.stream()
                .filter(row -> row.element() == 724)
                .forEach(row -> xml.leaf("effectiveTime", "value", BdsObservation.day(row.value())));
        // The activity itself comes first.
        Optional.ofNullable(rubrics.remove("R018")).ifPresent(activity -> rubric("R018", activity));
        rubrics.forEach(this::rubric);
        xml.close(2);
    }

    private void rubric(String rubric, List<BdsRow> in) {
        xml.open("pertinentInformation", "typeCode", "PERT")
                .open("rubricCluster", "classCode", "CLUSTER", "moodCode", "EVN");
        xml.leaf("templateId", "root", JgzWriter.TEMPLATE + (11000 + Integer.parseInt(rubric.substring(1))));
        xml.leaf(
                "code",
                "code",
                rubric,
                "codeSystem",
                "2.16.840.1.113883.2.4.4.40.391",
                "displayName",
                BdsTable.table().name(rubric));
        in.forEach(row -> new BdsObservation(xml, JgzWriter.TEMPLATE).write(row));
        xml.close(2);
    }
}
