package nl.ooievaar.mappings.dossier;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.ooievaar.mappings.account.Why;

/**
 * From the parent dossier back to R4: a Bundle of resources that claim their profiles and name each other as the dossier does. Invents
 * nothing: what the dossier does not say stays away, whatever a profile may want. Thread safe.
 */
public final class FromDossier {
    private static final Path VERSION = Path.parse("version");

    private final Map<String, Part> parts = new HashMap<>();
    private final Map<Part, Integer> ranks = new HashMap<>();

    public FromDossier(Declaration declaration) {
        for (Part part : declaration.parts()) {
            parts.put(part.dossier().shape(), part);
            ranks.put(part, ranks.size());
        }
    }

    /** @param dossier its JSON form */
    public Mapped map(JsonNode dossier) {
        return map(new DossierSource(Field.of(dossier)));
    }

    public Mapped map(DossierSource dossier) {
        List<Field> fields = dossier.fields();
        Map<Path, FromPart> made = new HashMap<>();
        List<Optional<FromPart>> of = new ArrayList<>();
        for (Field field : fields) {
            Optional<FromPart> part = part(field.path(), made);
            part.ifPresent(one -> one.see(field));
            of.add(part);
        }
        number(made);
        People people = People.of(made);
        Set<Path> silent = silent(fields);
        Closed closed = new Closed(fields, names(made));
        List<Fate> fates = new ArrayList<>();
        for (int i = 0; i < fields.size(); i++) {
            Field field = fields.get(i);
            Fate fate = of.get(i).map(one -> one.fate(field, people, silent)).orElse(alone(field));
            fates.add(closed.unless(field.path(), fate));
        }
        return written(new Fates(fields, fates), implied(made, people, silent));
    }

    private static Set<String> names(Map<Path, FromPart> made) {
        return made.values().stream()
                .filter(FromPart::marked)
                .map(FromPart::reference)
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toSet());
    }

    private Optional<FromPart> part(Path path, Map<Path, FromPart> made) {
        for (int steps = 1; steps < path.size(); steps++) {
            Path at = path.to(steps);
            Part part = parts.get(at.shape());
            if (part != null) {
                return Optional.of(made.computeIfAbsent(at, it -> new FromPart(part, at)));
            }
        }
        return Optional.empty();
    }

    /** In the order of the declaration, whatever the order of the source. */
    private void number(Map<Path, FromPart> made) {
        TreeMap<Long, FromPart> sorted = new TreeMap<>();
        made.forEach((at, part) -> sorted.put(
                ((long) ranks.get(part.part()) << 32) + Math.max(0, at.last().index()), part));
        int entry = 0;
        for (FromPart part : sorted.values()) {
            part.enter(entry++);
        }
    }

    private static Set<Path> silent(List<Field> fields) {
        Set<Path> silent = new HashSet<>();
        fields.stream()
                .filter(field -> Contradictions.silent(
                        field.path(), field.value().isBoolean() && field.value().booleanValue()))
                .forEach(field -> Contradictions.theme(field.path()).ifPresent(silent::add));
        return silent;
    }

    private static Fate alone(Field field) {
        if (!field.path().equals(VERSION)) {
            return new Fate.Left(Why.UNKNOWN_ELEMENT);
        }
        return field.value().asText().equals(Declaration.VERSION)
                ? new Fate.Carried(Path.parse("resourceType"), Json.text("Bundle"), Optional.empty(), -1)
                : new Fate.Rejected(Why.OTHER_DATASET);
    }

    private static List<Fate.Carried> implied(Map<Path, FromPart> made, People people, Set<Path> silent) {
        return made.values().stream()
                .filter(part -> part.exists() && (people.told() || !part.part().ofPartner()))
                .flatMap(part -> part.implied(people, silent).stream())
                .toList();
    }

    /** Items of a questionnaire come in its order: all that is said is written in the order of the declaration. */
    private static Mapped written(Fates fates, List<Fate.Carried> implied) {
        Tree tree = new Tree();
        tree.put(Path.parse("resourceType"), Json.text("Bundle"));
        tree.put(Path.parse("type"), Json.text("collection"));
        Stream.concat(implied.stream(), fates.carried().stream())
                .sorted(Comparator.comparingInt(Fate.Carried::order))
                .forEach(one -> tree.put(one.target(), one.value()));
        return new Mapped(tree.json(), fates.account(path -> tree.where(path).text()));
    }
}
