package nl.ooievaar.publish;

import java.text.MessageFormat;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import nl.ooievaar.subject.referral.Mover;
import nl.ooievaar.subject.referral.TaskKind;
import nl.ooievaar.subject.referral.TaskMoves;
import nl.ooievaar.subject.referral.TaskState;

/** The states of one task as a drawing without script: the loop in the middle, what ends it below, a pause above. */
final class StateDrawing {
    private static final int WIDTH = 112;
    private static final int HEIGHT = 34;
    private static final Map<TaskState, int[]> PLACES = new EnumMap<>(Map.of(
            TaskState.REQUESTED, new int[] {70, 170},
            TaskState.RECEIVED, new int[] {230, 170},
            TaskState.ACCEPTED, new int[] {390, 170},
            TaskState.IN_PROGRESS, new int[] {550, 170},
            TaskState.COMPLETED, new int[] {710, 170},
            TaskState.ON_HOLD, new int[] {550, 40},
            TaskState.REJECTED, new int[] {230, 320},
            TaskState.CANCELLED, new int[] {430, 320},
            TaskState.FAILED, new int[] {710, 320}));

    private final TaskKind kind;
    private final Language language;

    StateDrawing(TaskKind kind, Language language) {
        this.kind = kind;
        this.language = language;
    }

    String svg() {
        String name =
                MessageFormat.format(language.word("process.drawing"), language.word("process.moves." + kind.code()));
        String arrow = "arrow-" + kind.code();
        StringBuilder svg = new StringBuilder("<div class=\"wide\" tabindex=\"0\" role=\"region\" aria-label=\"")
                .append(name)
                .append("\"><svg class=\"states\" viewBox=\"0 0 780 360\" role=\"img\" aria-label=\"")
                .append(name)
                .append("\"><defs><marker id=\"")
                .append(arrow)
                .append(
                        "\" viewBox=\"0 0 8 8\" refX=\"8\" refY=\"4\" markerWidth=\"8\" markerHeight=\"8\" orient=\"auto\">")
                .append("<path d=\"M0 0L8 4L0 8z\"/></marker></defs>\n");
        Set<TaskState> shown = new TreeSet<>();
        for (TaskState from : TaskState.values()) {
            for (TaskState to : TaskState.values()) {
                if (moves(from, to, Mover.values())) {
                    shown.add(from);
                    shown.add(to);
                    svg.append(edge(from, to, arrow));
                }
            }
        }
        shown.forEach(state -> svg.append(node(state)));
        return svg.append("</svg></div>\n").toString();
    }

    private boolean moves(TaskState from, TaskState to, Mover... movers) {
        for (Mover mover : movers) {
            if (TaskMoves.legalMoves(kind, from, mover).contains(to)) {
                return true;
            }
        }
        return false;
    }

    private String edge(TaskState from, TaskState to, String arrow) {
        int[] a = PLACES.get(from);
        int[] b = PLACES.get(to);
        double length = Math.hypot(b[0] - a[0], b[1] - a[1]);
        // A curve to the left of its direction, so that there and back are two lines, and long ones pass the states
        // between.
        double bow = a[1] == b[1] ? Math.max(0, length - 170) * 0.28 : 14;
        double mx = (a[0] + b[0]) / 2.0 + (b[1] - a[1]) / length * bow * (a[1] == b[1] ? 0 : 1);
        double my = (a[1] + b[1]) / 2.0 - (b[0] - a[0]) / length * bow;
        double[] start = rim(a, mx, my);
        double[] end = rim(b, mx, my);
        boolean people = moves(from, to, Mover.REQUESTER, Mover.FULFILLER);
        return String.format(
                Locale.ROOT,
                "<path%s d=\"M%.0f %.0fQ%.0f %.0f %.0f %.0f\" marker-end=\"url(#%s)\"/>\n",
                people ? "" : " class=\"by-server\"",
                start[0],
                start[1],
                mx,
                my,
                end[0],
                end[1],
                arrow);
    }

    /** Where the line from the middle of a state to a point leaves its box. */
    private static double[] rim(int[] middle, double x, double y) {
        double dx = x - middle[0];
        double dy = y - middle[1];
        double scale = Math.min(
                dx == 0 ? Double.MAX_VALUE : (WIDTH / 2.0 + 2) / Math.abs(dx),
                dy == 0 ? Double.MAX_VALUE : (HEIGHT / 2.0 + 2) / Math.abs(dy));
        return new double[] {middle[0] + dx * scale, middle[1] + dy * scale};
    }

    private static String node(TaskState state) {
        int[] at = PLACES.get(state);
        return String.format(
                Locale.ROOT,
                "<g%s><rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" rx=\"5\"/><text x=\"%d\" y=\"%d\">%s</text></g>\n",
                state.ended() ? " class=\"ended\"" : "",
                at[0] - WIDTH / 2,
                at[1] - HEIGHT / 2,
                WIDTH,
                HEIGHT,
                at[0],
                at[1] + 5,
                state.code());
    }
}
