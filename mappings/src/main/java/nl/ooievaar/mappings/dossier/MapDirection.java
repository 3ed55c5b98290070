package nl.ooievaar.mappings.dossier;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One of the two ways that a StructureMap goes.
 *
 * @param whole the variable that holds the source, whole
 */
record MapDirection(MapSide from, MapSide to, String whole) {
    static final MapDirection TO_R4 = new MapDirection(MapSide.DOSSIER, MapSide.R4, "dossier");
    static final MapDirection FROM_R4 = new MapDirection(MapSide.R4, MapSide.DOSSIER, "bundle");

    private static final String SECRET_ADDRESS =
            "extension.where(url = 'http://hl7.org/fhir/StructureDefinition/iso21090-AD-use'"
                    + " and value = 'CONF').empty()";

    /** What must hold of a value with a shared type for it to go; empty when it always goes. */
    String guard(Way way) {
        String type = way.shared().orElse("");
        if (type.equals("reference")) {
            return "reference.where((replaceMatches('/_history/.*$', '') in " + closed()
                    + ") or (replaceMatches('/_history/.*$', '').replaceMatches('^.*/([^/]+/[^/]+)$', '$1') in "
                    + closed()
                    + ")).empty()";
        }
        return type.equals("address") && from == MapSide.R4 ? SECRET_ADDRESS : "";
    }

    /** Of a step on the way to a value, that it is told by the one it is about or by nobody; empty for other steps. */
    String voice(Way way, Path step) {
        if (from != MapSide.R4
                || way.voice().isEmpty()
                || !way.voice().get().under(step)
                || way.voice().get().to(step.size() + 1).equals(way.from().to(step.size() + 1))) {
            return "";
        }
        Path said = way.voice().get().from(step.size());
        return from.path(said.steps()) + ".where(($this in " + MapConditions.NAMES + ").not()).empty()";
    }

    /** The names of what is closed. */
    private String closed() {
        return from == MapSide.R4 ? MapConditions.CLOSED_ENTRIES : MapConditions.CLOSED_KEYS;
    }

    /** That one of the fields is there; empty when that is sure. */
    String any(Place place, Path above) {
        List<Way> fields = place.fields();
        if (fields.stream().anyMatch(way -> way.from().size() == above.size())) {
            return "";
        }
        return any(fields, above.size());
    }

    private String any(Collection<Way> fields, int above) {
        return fields.stream()
                .collect(Collectors.groupingBy(
                        way -> way.from().steps().get(above).text(), LinkedHashMap::new, Collectors.toList()))
                .values()
                .stream()
                .map(same -> there(same, above))
                .collect(Collectors.joining(" or "));
    }

    /** Of fields that begin alike. */
    private String there(List<Way> fields, int above) {
        Way first = fields.get(0);
        if (fields.size() == 1) {
            String guard = guard(first);
            return from.path(first.from().from(above).steps()) + (guard.isEmpty() ? "" : ".where(" + guard + ")")
                    + ".exists()";
        }
        String step = from.step(first.from().steps().get(above));
        boolean whole = fields.stream().anyMatch(way -> way.from().size() == above + 1);
        return whole ? step + ".exists()" : step + ".where(" + any(fields, above + 1) + ").exists()";
    }

    static String and(String... conditions) {
        List<String> all =
                Stream.of(conditions).filter(one -> !one.isEmpty()).distinct().toList();
        return all.size() == 1
                ? all.get(0)
                : all.stream().map(one -> "(" + one + ")").collect(Collectors.joining(" and "));
    }
}
