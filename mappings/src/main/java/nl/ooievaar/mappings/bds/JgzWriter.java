package nl.ooievaar.mappings.bds;

import java.util.List;
import java.util.Optional;

/** Writes the message: the person in its header, a contact for each activity, and the rubrics within. */
final class JgzWriter {
    static final String TEMPLATE = "2.16.840.1.113883.2.4.6.10.100.";
    private static final String APPLICATION = "2.16.840.1.113883.2.4.6.6";
    private static final String URA = "2.16.528.1.1007.3.3";
    private static final String ACT = "2.16.840.1.113883.5.4";

    private final JgzMessage message;
    private final List<BdsRow> rows;
    private final Xml xml = new Xml();

    JgzWriter(JgzMessage message, List<BdsRow> rows) {
        this.message = message;
        this.rows = rows;
    }

    byte[] bytes() {
        xml.root("REPC_IN902120NL04");
        id("id", message.id());
        xml.leaf("creationTime", "value", message.moment());
        xml.leaf("versionCode", "code", "NICTIZEd2005-Okt");
        xml.leaf("interactionId", "extension", "REPC_IN902120NL04", "root", "2.16.840.1.113883.1.6");
        xml.leaf("profileId", "extension", "810", "root", "2.16.840.1.113883.2.4.3.11.1");
        xml.leaf("processingCode", "code", "P")
                .leaf("processingModeCode", "code", "T")
                .leaf("acceptAckCode", "code", "AL");
        bsn().ifPresent(one -> xml.open("attentionLine")
                .text("keyWordText", "Patient.id", "code", "PATID", "codeSystem", "2.16.840.1.113883.2.4.15.1")
                .leaf("value", "xsi:type", "II", "extension", one.extension(), "root", one.root())
                .close(1));
        xml.open("receiver")
                .open("device")
                .leaf("id", "extension", message.receiver(), "root", APPLICATION)
                .close(2);
        xml.open("sender")
                .open("device")
                .leaf("id", "extension", message.application(), "root", APPLICATION)
                .close(2);
        xml.open("ControlActProcess", "classCode", "CACT", "moodCode", "EVN");
        sender();
        xml.open("subject");
        request();
        return xml.close(3).bytes();
    }

    private void id(String name, JgzMessage.Id id) {
        xml.leaf(name, "extension", id.extension(), "root", id.root());
    }

    private Optional<BdsRow.Id> bsn() {
        return rows.stream()
                .filter(row -> row.element() == 7)
                .map(row -> (BdsRow.Id) row.value())
                .findFirst();
    }

    private Optional<String> text(int element) {
        return rows.stream()
                .filter(row -> row.element() == element)
                .map(row -> ((BdsRow.Text) row.value()).text())
                .findFirst();
    }

    private void sender() {
        xml.open("authorOrPerformer", "typeCode", "AUT").open("participant").open("AssignedDevice");
        id("id", message.device());
        xml.open("Organization").leaf("id", "extension", message.organization(), "root", URA);
        xml.text("name", message.organizationName()).close(4);
    }

    private void request() {
        xml.open("CareProvisionRequest").leaf("templateId", "root", TEMPLATE + "10000");
        id("id", message.care());
        care();
        xml.leaf("statusCode", "code", "active");
        xml.open("author")
                .leaf("time", "value", message.moment().substring(0, 8))
                .open("assignedEntity", "classCode", "ASSIGNED");
        xml.leaf("templateId", "root", TEMPLATE + "122")
                .leaf("id", "extension", message.organization(), "root", URA)
                .close(2);
        xml.open("sequelTo").open("careProvisionEvent", "moodCode", "EVN");
        id("id", message.care());
        care();
        xml.leaf("statusCode", "code", "completed");
        xml.open("effectiveTime").leaf("high", "value", message.moment()).close(1);
        patient();
        author();
        new JgzContacts(message, rows, xml).write();
        xml.close(3);
    }

    private void care() {
        xml.leaf("code", "code", "CPHC", "codeSystem", ACT);
    }

    private void author() {
        xml.open("author", "typeCode", "AUT")
                .leaf("time", "nullFlavor", "UNK")
                .open("assignedEntity", "classCode", "ASSIGNED");
        xml.leaf("templateId", "root", TEMPLATE + "122").leaf("id", "extension", message.organization(), "root", URA);
        xml.open("assignedOrganization", "classCode", "ORG", "determinerCode", "INSTANCE");
        xml.text("name", message.organizationName()).close(3);
    }

    private void patient() {
        xml.open("subject", "typeCode", "SBJ")
                .open("patient", "classCode", "PAT")
                .leaf("templateId", "root", TEMPLATE + "131");
        bsn().ifPresentOrElse(
                        one -> xml.leaf("id", "extension", one.extension(), "root", one.root()),
                        () -> xml.leaf("id", "nullFlavor", "NI"));
        xml.leaf("statusCode", "code", "active").open("patientPerson").open("name");
        text(6).ifPresent(given -> xml.text("given", given));
        text(4).ifPresentOrElse(own -> xml.text("family", own, "qualifier", "BR"), () -> text(2).ifPresent(
                        family -> xml.text("family", family)));
        xml.close(1);
        rows.stream()
                .filter(row -> row.element() == 20)
                .forEach(row -> xml.leaf("birthTime", "value", BdsObservation.day(row.value())));
        xml.close(3);
    }
}
