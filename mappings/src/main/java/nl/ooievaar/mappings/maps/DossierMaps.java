package nl.ooievaar.mappings.maps;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import nl.ooievaar.mappings.bds.BdsTable;
import nl.ooievaar.mappings.dossier.Declaration;
import nl.ooievaar.mappings.dossier.DossierWriter;
import nl.ooievaar.mappings.dossier.Row;
import nl.ooievaar.mappings.maps.CodeMap.Entry;
import nl.ooievaar.mappings.maps.CodeMap.Group;
import nl.ooievaar.mappings.maps.CodeMap.Target;
import nl.ooievaar.mappings.maps.CodeMap.Words;

/** What fields of the parent dossier are in the BDS JGZ: those that are filled, then those that only relate. */
final class DossierMaps {
    private static final String BDS = "urn:oid:2.16.840.1.113883.2.4.4.40.267";

    private DossierMaps() {}

    static CodeMap bds() {
        Map<String, List<Target>> fields = new LinkedHashMap<>();
        BdsTable.table().filled().forEach(one -> one.fields().stream()
                .flatMap(DossierMaps::paths)
                .forEach(path -> put(fields, path, filled(one))));
        Declaration.table().rows().stream()
                .filter(row -> !row.path().startsWith(":") && !row.bds().isEmpty())
                .forEach(row -> related(fields, row));
        List<Entry> entries = fields.entrySet().stream()
                .map(one -> new Entry(one.getKey(), one.getValue()))
                .toList();
        return new CodeMap(
                "phb-dossier-field-to-bds",
                new Words("Velden van het ouderdossier naar BDS", "Fields of the parent dossier to BDS"),
                new Words(
                        "Velden van het ouderdossier, met hun pad, naar elementen van de BDS JGZ 4.2.0, voor zover hun bron openbaar is.",
                        "Fields of the parent dossier, by their path, to elements of the BDS JGZ 4.2.0, where their source is public."),
                List.of(new Group(DossierWriter.NAMESPACE, BDS, entries)));
    }

    private static Stream<String> paths(String field) {
        if (!field.contains("*")) {
            return Stream.of(field);
        }
        return Declaration.table().rows().stream()
                .filter(row -> row.type().equals("theme"))
                .map(row -> field.replace("*", row.path().substring(row.path().lastIndexOf('.') + 1)));
    }

    private static Target filled(BdsTable.Filled one) {
        String note = one.note().isEmpty() ? "" : " " + sentence(one.note());
        String lost = one.loss().map(why -> " " + why.text(Locale.ENGLISH)).orElse("");
        return Target.of(
                Integer.toString(one.element().number()),
                equivalence(one),
                one.element().name() + ". Source: BDS JGZ 4.2.0." + lost + note);
    }

    /** What is coarser is wider; what goes with a restriction covers less. */
    private static String equivalence(BdsTable.Filled one) {
        if (one.loss().isPresent()) {
            return "wider";
        }
        return one.note().contains("only") ? "narrower" : "equivalent";
    }

    private static String sentence(String note) {
        return Character.toUpperCase(note.charAt(0)) + note.substring(1) + ".";
    }

    /** An element that the table names and nothing fills. */
    private static void related(Map<String, List<Target>> fields, Row row) {
        for (String number : row.bds().split(" ")) {
            boolean known = BdsTable.table().filled().stream()
                    .anyMatch(one -> Integer.toString(one.element().number()).equals(number));
            if (!known) {
                put(
                        fields,
                        row.path(),
                        Target.of(
                                number,
                                "relatedto",
                                row.nl()
                                        + ". Source: BDS JGZ 4.2.0. It relates to this element and does not go along."));
            }
        }
    }

    private static void put(Map<String, List<Target>> fields, String path, Target target) {
        fields.computeIfAbsent(path, it -> new ArrayList<>()).add(target);
    }
}
