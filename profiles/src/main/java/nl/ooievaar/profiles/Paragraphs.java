package nl.ooievaar.profiles;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.ElementDefinition;
import org.hl7.fhir.r4.model.MetadataResource;
import org.hl7.fhir.r4.model.Questionnaire;
import org.hl7.fhir.r4.model.StructureDefinition;

/**
 * Where the rule behind a message is written: on the page of a profile or extension of ours, at the key of the invariant or the
 * row of the element; else on the page of a questionnaire of ours, or in the published FHIR R4.
 */
final class Paragraphs {
    private static final String R4 = "http://hl7.org/fhir/R4/";
    private static final Pattern OURS =
            Pattern.compile(Pattern.quote(PhbPackage.BASE) + "/(StructureDefinition|Questionnaire)/([A-Za-z0-9-]+)");
    private static final Pattern INNER_EXTENSION = Pattern.compile("^.*\\.(?:modifierE|e)xtension(?=\\.|$)");
    /** Of every resource: told on other pages than that of its type. */
    private static final Set<String> COMMON =
            Set.of("id", "meta", "implicitRules", "language", "text", "contained", "extension", "modifierExtension");

    private final PhbPackage phb;

    Paragraphs(PhbPackage phb) {
        this.phb = phb;
    }

    /** Of an invariant, by the address of its profile and its key. */
    Optional<String> ofRule(String profile, String key, Sent.Place at) {
        return find(StructureDefinition.class, profile)
                .filter(structure -> structure.getSnapshot().getElement().stream()
                        .flatMap(element -> element.getConstraint().stream())
                        .anyMatch(rule -> key.equals(rule.getKey())))
                .map(structure -> page(structure) + '#' + key)
                .or(() -> base(at))
                .or(() -> of("", at));
    }

    /** Of any other message, by what it says and where. */
    Optional<String> of(String text, Sent.Place at) {
        String path = Expressions.element(at.expression());
        for (MetadataResource named : named(text)) {
            if (named instanceof StructureDefinition structure) {
                boolean extension = structure.getType().equals("Extension");
                String within = extension ? INNER_EXTENSION.matcher(path).replaceFirst("Extension") : path;
                // An extension that is missing or one too many is a rule of the profile that names it.
                if (!extension || !within.equals(path)) {
                    return Optional.of(row(structure, within, text));
                }
            }
        }
        return claimed(at.profiles())
                .filter(structure -> path.startsWith(structure.getType()))
                .map(structure -> row(structure, path, text))
                .findFirst()
                .or(() -> named(text).stream()
                        .filter(Questionnaire.class::isInstance)
                        .map(Paragraphs::page)
                        .findFirst())
                .or(() -> base(at));
    }

    private List<MetadataResource> named(String text) {
        Matcher address = OURS.matcher(text);
        return address.results()
                .flatMap(one -> find(MetadataResource.class, one.group()).stream())
                .toList();
    }

    private Stream<StructureDefinition> claimed(List<String> profiles) {
        return profiles.stream().flatMap(one -> find(StructureDefinition.class, one).stream());
    }

    private <T extends MetadataResource> Optional<T> find(Class<T> type, String canonical) {
        return canonical == null ? Optional.empty() : phb.find(type, canonical);
    }

    private static String page(MetadataResource definition) {
        String folder = definition instanceof Questionnaire ? "questionnaires" : "profiles";
        return folder + '/' + definition.getIdElement().getIdPart() + ".html";
    }

    /** The row of the element that the text names, else of that with the path; the nearest above it that has a row. */
    private static String row(StructureDefinition structure, String path, String text) {
        List<ElementDefinition> elements = structure.getSnapshot().getElement();
        Optional<ElementDefinition> told = elements.stream()
                .filter(one -> names(text, one.getId())
                        && one.getId().contains(".")
                        && one.getPath().startsWith(path))
                .max(Comparator.comparingInt(one -> one.getId().length()));
        String at = path;
        while (told.isEmpty() && at.contains(".")) {
            told = at(elements, at, text);
            at = at.substring(0, at.lastIndexOf('.'));
        }
        return page(structure)
                + '#'
                + told.map(ElementDefinition::getId).orElse(elements.get(0).getId());
    }

    /** Of several sorts of values that of whose value set the text speaks; else all of them together. */
    private static Optional<ElementDefinition> at(List<ElementDefinition> elements, String path, String text) {
        List<ElementDefinition> same =
                elements.stream().filter(one -> path.equals(one.getPath())).toList();
        return same.stream()
                .filter(one -> one.getBinding().hasValueSet()
                        && text.contains(one.getBinding().getValueSet()))
                .findFirst()
                .or(() -> same.stream().findFirst());
    }

    /** The whole id, and not the beginning of a longer one; of a sort of values the longer id is the one meant. */
    private static boolean names(String text, String id) {
        int end = text.indexOf(id) + id.length();
        return end >= id.length() && (end == text.length() || "':, )]".indexOf(text.charAt(end)) >= 0);
    }

    private static Optional<String> base(Sent.Place at) {
        String path = Expressions.element(at.expression());
        String[] steps = path.split("\\.");
        if (!(BaseDefinitions.r4().fetchStructureDefinition(steps[0]) instanceof StructureDefinition structure)) {
            return Optional.empty();
        }
        if (structure.getKind() != StructureDefinition.StructureDefinitionKind.RESOURCE
                || structure.getAbstract()
                || steps.length > 1 && COMMON.contains(steps[1])) {
            return Optional.empty();
        }
        String page = R4 + steps[0].toLowerCase(Locale.ROOT);
        for (int i = steps.length; i > 1; i--) {
            String row = String.join(".", List.of(steps).subList(0, i));
            if (structure.getSnapshot().getElement().stream().anyMatch(one -> row.equals(one.getPath()))) {
                return Optional.of(page + "-definitions.html#" + row);
            }
        }
        return Optional.of(page + ".html");
    }
}
