package nl.ooievaar.mappings.dossier;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A way from the root of a tree to one of its fields, or a pattern of such ways. {@code name} is a field, {@code name[2]} one of a
 * list, {@code name(key)[0]} one of those in a list that carry that key (an item of a questionnaire by its linkId, an extension by
 * its url), and in a pattern {@code name*} each of a list.
 */
record Path(List<Step> steps) {
    static final int NONE = -1;
    static final int EACH = -2;

    record Step(String name, String key, int index) {
        String text() {
            String at = index == NONE || index == 0 && !key.isEmpty() ? "" : index == EACH ? "*" : "[" + index + "]";
            return name + (key.isEmpty() ? "" : "(" + key + ")") + at;
        }

        private void shape(StringBuilder into) {
            into.append(name);
            if (!key.isEmpty()) {
                into.append('(').append(key).append(')');
            }
            if (index != NONE) {
                into.append("[]");
            }
        }
    }

    static Path parse(String text) {
        List<Step> steps = new ArrayList<>();
        int from = 0;
        int depth = 0;
        for (int i = 0; i <= text.length(); i++) {
            char at = i == text.length() ? '.' : text.charAt(i);
            depth += at == '(' ? 1 : at == ')' ? -1 : 0;
            if (at == '.' && depth == 0) {
                if (i > from) {
                    steps.add(step(text.substring(from, i)));
                }
                from = i + 1;
            }
        }
        return new Path(List.copyOf(steps));
    }

    private static Step step(String text) {
        int open = text.indexOf('(');
        if (open >= 0) {
            int close = text.lastIndexOf(')');
            return new Step(text.substring(0, open), text.substring(open + 1, close), text.endsWith("*") ? EACH : 0);
        }
        if (text.endsWith("*")) {
            return new Step(text.substring(0, text.length() - 1), "", EACH);
        }
        if (text.endsWith("]")) {
            int bracket = text.indexOf('[');
            int index = Integer.parseInt(text.substring(bracket + 1, text.length() - 1));
            return new Step(text.substring(0, bracket), "", index);
        }
        return new Step(text, "", NONE);
    }

    Path then(Path other) {
        List<Step> all = new ArrayList<>(steps);
        all.addAll(other.steps);
        return new Path(List.copyOf(all));
    }

    Path then(String name) {
        return then(parse(name));
    }

    /** Without its first steps. */
    Path from(int step) {
        return new Path(steps.subList(step, steps.size()));
    }

    /** Its first steps. */
    Path to(int step) {
        return new Path(steps.subList(0, step));
    }

    Step last() {
        return steps.get(steps.size() - 1);
    }

    int size() {
        return steps.size();
    }

    boolean under(Path other) {
        return size() >= other.size() && steps.subList(0, other.size()).equals(other.steps);
    }

    /** The same whatever the place in a list: what paths of one field have in common. */
    String shape() {
        StringBuilder made = new StringBuilder();
        for (Step step : steps) {
            step.shape(made.isEmpty() ? made : made.append('.'));
        }
        return made.toString();
    }

    /** Whether this pattern holds for a path of its shape: a place that is not each is that place. */
    boolean holds(Path path) {
        for (int i = 0; i < size(); i++) {
            int wanted = steps.get(i).index();
            if (wanted != EACH && wanted != path.steps.get(i).index()) {
                return false;
            }
        }
        return true;
    }

    /** The places in lists that this pattern leaves open, as they are in a path of its shape. */
    List<Integer> places(Path path) {
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < size(); i++) {
            if (steps.get(i).index() == EACH) {
                places.add(path.steps.get(i).index());
            }
        }
        return places;
    }

    /** This pattern with those places. */
    Path at(List<Integer> places) {
        List<Step> bound = new ArrayList<>();
        int next = 0;
        for (Step step : steps) {
            bound.add(step.index() == EACH ? new Step(step.name(), step.key(), places.get(next++)) : step);
        }
        return new Path(List.copyOf(bound));
    }

    String text() {
        return steps.stream().map(Step::text).collect(Collectors.joining("."));
    }
}
