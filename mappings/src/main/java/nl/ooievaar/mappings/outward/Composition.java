package nl.ooievaar.mappings.outward;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The first part of a document: what it is, of whom, and a section for each kind of record, in words where the record has them. */
final class Composition {
    private static final String AT = "entry[0].resource.";

    private enum Section {
        COMMUNICATION("Communication", "Terugkoppeling", "Feedback"),
        PLAN("CarePlan", "Plan van aanpak", "Plan"),
        GOAL("Goal", "Doelen", "Goals"),
        TEAM("CareTeam", "Betrokkenen rond het gezin", "Who is around the family");

        private final String type;
        private final String nl;
        private final String en;

        Section(String type, String nl, String en) {
            this.type = type;
            this.nl = nl;
            this.en = en;
        }
    }

    private final Source source;
    private final CareDocument.Head head;
    private int sections;

    Composition(Source source, CareDocument.Head head) {
        this.source = source;
        this.head = head;
    }

    void into(Tree bundle) {
        bundle.put("entry[0].fullUrl", head.base() + "/Composition/" + head.id());
        bundle.put(AT + "resourceType", "Composition");
        bundle.put(AT + "id", head.id().toString());
        bundle.put(AT + "language", dutch() ? "nl" : "en");
        bundle.put(AT + "status", "final");
        kind(bundle);
        bundle.put(AT + "date", head.moment());
        bundle.put(AT + "author[0].display", head.author());
        bundle.put(
                AT + "title",
                dutch() ? "Prenataal huisbezoek door de JGZ" : "Prenatal home visit by youth health care");
        for (Section section : Section.values()) {
            section(bundle, section);
        }
        for (int i = 0; i < source.all().size(); i++) {
            Outgoing one = source.all().get(i);
            if (source.stays(one).isEmpty()) {
                String url = CareDocument.address(one, i, head);
                bundle.put(Sending.entry(i).then("fullUrl").text(), url);
                subject(bundle, one, url);
            }
        }
    }

    /** Her own Patient where it is part of the document, else as the records name her. */
    private void subject(Tree bundle, Outgoing one, String url) {
        boolean herself = one.type().equals("Patient");
        if (herself || source.woman().isEmpty()) {
            String named = one.resource().at("/subject/reference").asText();
            bundle.put(AT + "subject.reference", herself ? url : named);
        }
    }

    private boolean dutch() {
        return head.language().getLanguage().equals("nl");
    }

    /** LOINC 18776-5 is a plan of care; feedback has a code of ours. */
    private void kind(Tree bundle) {
        boolean feedback = source.all().stream()
                .anyMatch(one ->
                        one.type().equals("Communication") && source.stays(one).isEmpty());
        String ours = "http://ooievaar.example/fhir/CodeSystem/phb-document";
        bundle.put(AT + "type.coding[0].system", feedback ? ours : "http://loinc.org");
        bundle.put(AT + "type.coding[0].code", feedback ? "feedback" : "18776-5");
    }

    private void section(Tree bundle, Section section) {
        List<String> words = new ArrayList<>();
        List<String> entries = new ArrayList<>();
        for (int i = 0; i < source.all().size(); i++) {
            Outgoing one = source.all().get(i);
            if (one.type().equals(section.type) && source.stays(one).isEmpty()) {
                words.addAll(words(section, one.resource()));
                entries.add(CareDocument.address(one, i, head));
            }
        }
        if (entries.isEmpty()) {
            return;
        }
        String at = AT + "section[" + sections++ + "].";
        bundle.put(at + "title", dutch() ? section.nl : section.en);
        if (!words.isEmpty()) {
            bundle.put(at + "text.status", "generated");
            bundle.put(at + "text.div", div(words));
        }
        for (int i = 0; i < entries.size(); i++) {
            bundle.put(at + "entry[" + i + "].reference", entries.get(i));
        }
    }

    private List<String> words(Section section, JsonNode resource) {
        List<String> words = new ArrayList<>();
        switch (section) {
            case COMMUNICATION ->
                resource.path("payload")
                        .forEach(one -> text(one.path("contentString")).ifPresent(words::add));
            case PLAN ->
                resource.path("activity").forEach(one -> text(one.at("/detail/description"))
                        .or(() -> text(one.at("/detail/scheduledString")))
                        .ifPresent(words::add));
            case GOAL -> text(resource.at("/description/text")).ifPresent(words::add);
            case TEAM ->
                resource.path("participant").forEach(one -> Optional.of(one.path("member"))
                        .filter(member -> source.stays(member).isEmpty())
                        .flatMap(member -> text(member.path("display")))
                        .ifPresent(words::add));
        }
        return words;
    }

    private static Optional<String> text(JsonNode node) {
        return Optional.of(node.asText()).filter(it -> !it.isBlank());
    }

    private static String div(List<String> words) {
        StringBuilder div = new StringBuilder("<div xmlns=\"http://www.w3.org/1999/xhtml\"><ul>");
        words.forEach(one -> div.append("<li>").append(escaped(one)).append("</li>"));
        return div.append("</ul></div>").toString();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
