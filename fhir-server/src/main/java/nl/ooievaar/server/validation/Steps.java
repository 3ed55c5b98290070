package nl.ooievaar.server.validation;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A FHIRPath of the validator as the steps a body has: each with its index, a choice by the name of its element. */
final class Steps {
    private static final Pattern STEP = Pattern.compile("([A-Za-z]+)(?:\\[(\\d+)])?(?:\\.ofType\\(([A-Za-z0-9]+)\\))?");

    private Steps() {}

    /** Below the type that the expression begins with, and down to the element that is none. */
    static List<String> of(Issue issue) {
        List<String> steps = new ArrayList<>();
        int dot = issue.expression().indexOf('.');
        Matcher step = STEP.matcher(dot < 0 ? "" : issue.expression().substring(dot + 1));
        while (step.find()) {
            String name = step.group(1) + (step.group(3) == null ? "" : capital(step.group(3)));
            steps.add(step(name, step.group(2) == null ? 0 : Integer.parseInt(step.group(2))));
        }
        issue.unknown().ifPresent(name -> steps.add(step(name, 0)));
        return steps;
    }

    static String step(String name, int index) {
        return name + '[' + index + ']';
    }

    private static String capital(String type) {
        return Character.toUpperCase(type.charAt(0)) + type.substring(1);
    }
}
