package nl.ooievaar.mappings.source;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The datasets of Dutch birth care whose numbers are stable within each (Nictiz, perinatology). */
public enum Dataset {
    /** 2.1, 2.2 and 2.3: a number that occurs in several of them means the same. */
    PWD_2("pwd-2", List.of(4, 5, 6)),
    PWD_3("pwd-3.2", List.of(12)),
    NEONATOLOGY("neonatology-3.0", List.of(10)),
    /** Building blocks that 3.2 and neonatology share. */
    SHARED("pwd-shared", List.of(11));

    private static final String ROOT = "2.16.840.1.113883.2.4.3.11.60.90.77.2.";

    private static final Pattern ARCS = Pattern.compile("(\\d{1,3})\\.(\\d{1,9})");
    private static final Map<Integer, Dataset> BY_ARC = Arrays.stream(values())
            .flatMap(it -> it.arcs.stream().map(arc -> Map.entry(arc, it)))
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));

    private final String code;
    private final List<Integer> arcs;

    Dataset(String code, List<Integer> arcs) {
        this.code = code;
        this.arcs = arcs;
    }

    public String code() {
        return code;
    }

    /** The system under which a number of this dataset is a code: that of the newest version. */
    public String system() {
        return "urn:oid:" + ROOT + arcs.get(arcs.size() - 1);
    }

    public static Optional<Dataset> ofSystem(String system) {
        return Arrays.stream(values()).filter(it -> it.system().equals(system)).findFirst();
    }

    public static Optional<Dataset> ofCode(String code) {
        return Arrays.stream(values()).filter(it -> it.code.equals(code)).findFirst();
    }

    /** The field that a concept id names; empty for an id of elsewhere. */
    public static Optional<Element> element(String conceptId) {
        if (!conceptId.startsWith(ROOT)) {
            return Optional.empty();
        }
        Matcher arcs = ARCS.matcher(conceptId).region(ROOT.length(), conceptId.length());
        if (!arcs.matches()) {
            return Optional.empty();
        }
        Dataset of = BY_ARC.get(Integer.valueOf(arcs.group(1)));
        return of == null ? Optional.empty() : Optional.of(new Element(of, Integer.parseInt(arcs.group(2))));
    }
}
