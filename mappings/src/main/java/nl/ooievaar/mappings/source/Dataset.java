package nl.ooievaar.mappings.source;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The datasets of Dutch birth care whose numbers are stable within each (Nictiz, perinatology). */
public enum Dataset {
    /** 2.1, 2.2 and 2.3: a number that occurs in several of them means the same. */
    PWD_2("pwd-2", List.of(4, 5, 6)),
    PWD_3("pwd-3.2", List.of(12)),
    NEONATOLOGY("neonatology-3.0", List.of(10)),
    /** Building blocks that 3.2 and neonatology share. */
    SHARED("pwd-shared", List.of(11));

    private static final String ROOT = "2.16.840.1.113883.2.4.3.11.60.90.77.2.";

    private static final List<Dataset> DATASETS = List.of(values());

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
        int dot = conceptId.indexOf('.', ROOT.length());
        int arc = number(conceptId, ROOT.length(), dot);
        int last = number(conceptId, dot + 1, conceptId.length());
        if (arc < 0 || last < 0) {
            return Optional.empty();
        }
        for (Dataset one : DATASETS) {
            if (one.arcs.contains(arc)) {
                return Optional.of(new Element(one, last));
            }
        }
        return Optional.empty();
    }

    /** @return -1 when there is no number of at most nine digits */
    private static int number(String text, int from, int to) {
        if (from >= to || to - from > 9) {
            return -1;
        }
        int number = 0;
        for (int i = from; i < to; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = 10 * number + digit;
        }
        return number;
    }
}
