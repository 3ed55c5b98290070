package nl.ooievaar.mappings.outward;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Where a value stands in a tree of FHIR: names, with a place where there is a list. */
record Path(List<Step> steps) {
    static final int NONE = -1;
    static final Path ROOT = new Path(List.of());

    record Step(String name, int index) {
        String text() {
            return index == NONE ? name : name + "[" + index + "]";
        }
    }

    /** @param text as {@link #text} gives it */
    static Path of(String text) {
        List<Step> steps = new ArrayList<>();
        for (String one : text.split("\\.")) {
            int at = one.indexOf('[');
            steps.add(
                    at < 0
                            ? new Step(one, NONE)
                            : new Step(
                                    one.substring(0, at), Integer.parseInt(one.substring(at + 1, one.length() - 1))));
        }
        return new Path(List.copyOf(steps));
    }

    Path then(String name) {
        return then(new Step(name, NONE));
    }

    Path then(Step step) {
        List<Step> all = new ArrayList<>(steps);
        all.add(step);
        return new Path(all);
    }

    Path then(Path rest) {
        List<Step> all = new ArrayList<>(steps);
        all.addAll(rest.steps);
        return new Path(all);
    }

    int size() {
        return steps.size();
    }

    Path from(int start) {
        return new Path(steps.subList(start, steps.size()));
    }

    Path to(int end) {
        return new Path(steps.subList(0, end));
    }

    String name(int at) {
        return steps.get(at).name();
    }

    String text() {
        return steps.stream().map(Step::text).collect(Collectors.joining("."));
    }
}
