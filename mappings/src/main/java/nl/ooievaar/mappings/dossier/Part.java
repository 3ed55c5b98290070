package nl.ooievaar.mappings.dossier;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What of the dossier is one resource of R4.
 *
 * @param dossier from the root
 * @param profiles what the resource claims, the first when it is made
 * @param discriminator a canonical that a resource of this part names, where its type does not say enough
 * @param structured of a field in words, those that say the same in R4 otherwise than in words: it has one value there
 */
record Part(
        Path dossier,
        String resourceType,
        List<String> profiles,
        Optional<Discriminator> discriminator,
        List<Rule> rules,
        List<Rule.Implied> implied,
        Map<String, Rule> byR4,
        Map<String, Rule> byDossier,
        Map<String, Rule.Implied> impliedByR4,
        Map<Rule, List<Rule>> structured) {
    private static final String IN_WORDS = "String";

    record Discriminator(String field, String canonical) {
        boolean accepts(String value) {
            return value.equals(canonical) || value.startsWith(canonical + "|");
        }
    }

    static Part of(
            Path dossier,
            String resourceType,
            List<String> profiles,
            Optional<Discriminator> discriminator,
            List<Rule> rules,
            List<Rule.Implied> implied) {
        Map<String, Rule> byR4 = new HashMap<>();
        Map<String, Rule> byDossier = new HashMap<>();
        Map<String, Rule.Implied> impliedByR4 = new HashMap<>();
        for (Rule rule : rules) {
            if (byR4.put(rule.r4().shape(), rule) != null
                    || byDossier.put(rule.dossier().shape(), rule) != null) {
                throw new IllegalStateException("Declared twice: " + rule);
            }
        }
        implied.forEach(one -> impliedByR4.put(one.r4().shape(), one));
        return new Part(
                dossier,
                resourceType,
                profiles,
                discriminator,
                List.copyOf(rules),
                List.copyOf(implied),
                Map.copyOf(byR4),
                Map.copyOf(byDossier),
                Map.copyOf(impliedByR4),
                structured(rules));
    }

    private static Map<Rule, List<Rule>> structured(List<Rule> rules) {
        Map<Rule, List<Rule>> all = new HashMap<>();
        for (Rule rule : rules) {
            List<Rule> others =
                    rules.stream().filter(other -> saysOtherwise(other, rule)).toList();
            if (!others.isEmpty()) {
                all.put(rule, others);
            }
        }
        return Map.copyOf(all);
    }

    private static boolean saysOtherwise(Rule other, Rule words) {
        int last = words.r4().size() - 1;
        return other != words
                && choice(words.r4().last())
                        .filter(name -> other.r4().size() > last
                                && other.r4().to(last).equals(words.r4().to(last))
                                && other.r4().steps().get(last).name().startsWith(name))
                        .isPresent();
    }

    /** Of a step that says it in words, the name of the element of which that is one type (FHIR R4, choice of data types). */
    static Optional<String> choice(Path.Step step) {
        return Optional.of(step.name())
                .filter(name -> name.endsWith(IN_WORDS))
                .map(name -> name.substring(0, name.length() - IN_WORDS.length()));
    }

    boolean repeats() {
        return dossier.last().index() == Path.EACH;
    }

    /** Whether a path of the dossier would have been a field had it stood in no list. */
    boolean once(Path path) {
        String flat = flat(path);
        return byDossier.values().stream().anyMatch(rule -> flat(rule.dossier()).equals(flat));
    }

    private static String flat(Path path) {
        return path.steps().stream().map(Path.Step::name).collect(Collectors.joining("."));
    }

    /** Whether it is about what the partner tells of himself. */
    boolean ofPartner() {
        return dossier.steps().get(0).name().equals("partner");
    }

    /** Where R4 says whom it is about; empty for a person himself, and for professionals. */
    Optional<Path> subject() {
        return implied.stream()
                .filter(one -> one.value().equals(Rule.Implied.SUBJECT)
                        && one.anchor().steps().isEmpty())
                .map(Rule.Implied::r4)
                .findFirst();
    }

    boolean person() {
        return resourceType.equals("Patient");
    }
}
