package nl.ooievaar.mappings.source;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Who is who in a bundle of FHIR STU3, by type and id.
 *
 * @param woman whom it is about; empty when it does not say
 * @param children each of hers that it holds
 */
record Stu3People(String woman, Set<String> children) {

    static Stu3People in(List<Stu3Resource> all) {
        return new Stu3People(
                woman(all),
                all.stream()
                        .filter(it -> it.is("Patient", "bc-Child"))
                        .map(Stu3Resource::self)
                        .collect(Collectors.toSet()));
    }

    boolean hers(Stu3Resource one) {
        String about = about(one);
        return !about.isEmpty() && about.equals(woman) && !one.ofPart();
    }

    boolean child(Stu3Resource one) {
        return children.contains(about(one));
    }

    /** Whether it is, or is told of, someone who is neither the woman nor nobody. */
    boolean another(Stu3Resource one) {
        String about = about(one);
        return !about.isEmpty() && !about.equals(woman) && !one.type().equals("RelatedPerson");
    }

    String about(Stu3Resource one) {
        return one.type().equals("Patient") ? one.self() : one.subject();
    }

    /** Whom a bundle is about: who its profile says is the woman, else of whom the record is, else of whom the pregnancy is. */
    private static String woman(List<Stu3Resource> all) {
        Optional<String> woman = all.stream()
                .filter(it -> it.is("Patient", "bc-Woman"))
                .map(it -> it.self())
                .findFirst();
        return woman.or(() -> subject(all, "EpisodeOfCare", "bc-MaternalRecord"))
                .or(() -> subject(all, "Condition", "zib-Pregnancy"))
                .or(() -> all.stream()
                        .filter(it ->
                                it.type().equals("Patient") && !it.profiles().contains("bc-Child"))
                        .map(it -> it.self())
                        .findFirst())
                .orElse("");
    }

    private static Optional<String> subject(List<Stu3Resource> all, String type, String profile) {
        return all.stream()
                .filter(it -> it.is(type, profile) && !it.subject().isEmpty())
                .map(Stu3Resource::subject)
                .findFirst();
    }
}
