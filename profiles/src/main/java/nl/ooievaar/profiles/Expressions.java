package nl.ooievaar.profiles;

import java.util.regex.Pattern;

/** The places of the validator as plain FHIRPath. */
final class Expressions {
    private static final Pattern REMARK = Pattern.compile("/\\*.*?\\*/");
    private static final Pattern XPATH_STEP = Pattern.compile("/(?:f|h):([A-Za-z]+)(?:\\[(\\d+)])?");
    private static final Pattern FILTER = Pattern.compile("\\[[a-z]+='[^']*']");
    private static final Pattern CHOICE = Pattern.compile("\\.ofType\\([A-Za-z0-9]+\\)");
    private static final Pattern INDEX = Pattern.compile("\\[\\d+]");

    private Expressions() {}

    /** Without remarks and filters; an XPath, as an XML parser tells it, counts from 0 and has no step for a resource. */
    static String plain(String location) {
        if (location == null) {
            return "";
        }
        String path = FILTER.matcher(REMARK.matcher(location).replaceAll("")).replaceAll("");
        if (!path.startsWith("/")) {
            return path;
        }
        StringBuilder plain = new StringBuilder();
        var step = XPATH_STEP.matcher(path);
        while (step.find()) {
            String name = step.group(1);
            if (plain.isEmpty()) {
                plain.append(name);
            } else if (Character.isLowerCase(name.charAt(0))) {
                plain.append('.').append(name);
                if (step.group(2) != null) {
                    plain.append('[')
                            .append(Integer.parseInt(step.group(2)) - 1)
                            .append(']');
                }
            }
        }
        return plain.toString();
    }

    /** The path of the element in its definition: without indexes, a choice as {@code value[x]}. */
    static String element(String expression) {
        return CHOICE.matcher(INDEX.matcher(expression).replaceAll("")).replaceAll("[x]");
    }
}
