package nl.ooievaar.mappings.source;

import java.util.List;
import java.util.stream.Stream;

/**
 * A resource of FHIR STU3 in a bundle: what it is, by its profiles and its code, and whom it is about.
 *
 * @param names what a table may call it, the most telling first: its codes, its profiles, and nothing
 */
record Stu3Resource(Node node, String id, List<String> profiles, List<String> names, String subject) {

    static Stu3Resource of(Node node) {
        List<String> profiles = node.first("meta").stream()
                .flatMap(meta -> meta.all("profile"))
                .flatMap(it -> it.attribute("value").stream())
                .map(it -> it.substring(it.lastIndexOf('/') + 1))
                .toList();
        List<String> codes = node.first("code").stream()
                .flatMap(it -> it.all("coding"))
                .flatMap(it -> it.primitive("code").stream())
                .toList();
        String subject = Stream.of("subject", "patient")
                .flatMap(it -> node.first(it).stream())
                .flatMap(it -> it.primitive("reference").stream())
                .map(Stu3Resource::local)
                .findFirst()
                .orElse("");
        List<String> names =
                Stream.of(codes, profiles, List.of("")).flatMap(List::stream).toList();
        return new Stu3Resource(node, node.primitive("id").orElse(""), profiles, names, subject);
    }

    static List<Stu3Resource> in(Node bundle) {
        return bundle.all("entry")
                .flatMap(it -> it.all("resource"))
                .flatMap(it -> it.children.stream().limit(1))
                .map(Stu3Resource::of)
                .toList();
    }

    String type() {
        return node.name;
    }

    String self() {
        return type() + "/" + id;
    }

    boolean is(String type, String profile) {
        return type().equals(type) && profiles.contains(profile);
    }

    /** A reference by type and id, without the server before it or the version after it. */
    static String local(String reference) {
        int version = reference.indexOf("/_history/");
        String whole = version < 0 ? reference : reference.substring(0, version);
        int id = whole.lastIndexOf('/');
        return whole.substring(whole.lastIndexOf('/', id - 1) + 1);
    }

    /**
     * Whether it is a duration of the pregnancy at a contact or at the begin of a problem, which the dataset has with these: that of the
     * pregnancy itself supports nothing, or the delivery.
     */
    boolean ofPart() {
        List<String> supports = node.all("extension")
                .filter(it -> it.attribute("url").orElse("").endsWith("/workflow-supportingInfoSTU3"))
                .flatMap(it -> it.all("valueReference"))
                .flatMap(it -> it.primitive("reference").stream())
                .map(Stu3Resource::local)
                .toList();
        return profiles.contains("zib-Pregnancy-PregnancyDuration")
                && !supports.isEmpty()
                && (supports.stream().anyMatch(it -> it.startsWith("Encounter/"))
                        || supports.stream().noneMatch(it -> it.startsWith("Procedure/")));
    }
}
