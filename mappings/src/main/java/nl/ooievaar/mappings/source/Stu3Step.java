package nl.ooievaar.mappings.source;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A step on the way to a value in a resource of STU3, with what tells it from others of its name, as the table has it. */
final class Stu3Step {
    private static final Set<String> CODING =
            Set.of("system", "version", "code", "display", "userSelected", "extension", "id");
    private static final Set<String> WHY_NOT = Set.of("iso21090-nullFlavor", "data-absent-reason");

    private Stu3Step() {}

    /** Empty for a step that says nothing: the list of codings in a concept. */
    static String of(Node node) {
        return switch (node.name) {
            case "coding" -> "";
            case "extension", "modifierExtension" -> "extension(" + last(node) + ")" + kind(node);
            case "component" ->
                node.name
                        + bracket(node.first("code").stream()
                                .flatMap(it -> it.all("coding"))
                                .flatMap(it -> it.primitive("code").stream())
                                .findFirst());
            case "telecom" -> node.name + bracket(node.primitive("system"));
            case "identifier" ->
                node.name
                        + bracket(
                                node.primitive("system").map(Stu3Step::segment).filter(it -> it.equals("bsn")));
            case "given" ->
                node.name
                        + bracket(node.all("extension")
                                .filter(it -> last(it).equals("iso21090-EN-qualifier"))
                                .flatMap(it -> it.primitive("valueCode").stream())
                                .findFirst());
            default -> node.name;
        };
    }

    private static String bracket(Optional<String> what) {
        return what.map(it -> "[" + it + "]").orElse("");
    }

    /** Of an extension that says in a part of its own of which kind it is. */
    private static String kind(Node extension) {
        Stream<Node> type = extension.all("extension").filter(it -> last(it).equals("type"));
        return bracket(type.flatMap(it -> it.all("valueCoding"))
                .flatMap(it -> it.primitive("code").stream())
                .findFirst());
    }

    /** The last part of the address of an extension. */
    static String last(Node extension) {
        return segment(extension.attribute("url").orElse(""));
    }

    private static String segment(String address) {
        return address.substring(address.lastIndexOf('/') + 1);
    }

    /** Whether an extension is read with what it stands in: which kind of given name it is, and of which kind a skill is. */
    static boolean folded(Node extension, Node parent) {
        return parent.name.equals("given") && last(extension).equals("iso21090-EN-qualifier")
                || parent.name.equals("extension")
                        && last(parent).equals("patient-proficiency")
                        && last(extension).equals("type");
    }

    /** What says only how a resource is built. */
    static boolean built(Node node, Node parent, Stu3Resource of) {
        boolean top = parent == of.node();
        return top && node.name.equals("id")
                || node.name.equals("text") && node.first("div").isPresent()
                || node.name.equals("profile") && parent.name.equals("meta")
                || node.name.equals("code")
                        && (top && of.type().equals("Observation") || parent.name.equals("component"))
                || node.name.equals("text") && parent.first("coding").isPresent()
                || node.name.equals("system") && parent.name.equals("telecom")
                || node.name.equals("extension") && folded(node, parent);
    }

    /** Whether it is a Coding, by what stands in it. */
    static boolean coding(Node node) {
        return (node.first("code").isPresent() || node.first("display").isPresent())
                && node.children.stream().allMatch(it -> CODING.contains(it.name));
    }

    /** Whether it is a primitive that is missing, with why. */
    static boolean missing(Node node) {
        return node.children.stream().allMatch(Stu3Step::whyNot);
    }

    /** Whether it is an extension that says why a value is missing. */
    static boolean whyNot(Node extension) {
        return extension.name.equals("extension") && WHY_NOT.contains(last(extension));
    }
}
