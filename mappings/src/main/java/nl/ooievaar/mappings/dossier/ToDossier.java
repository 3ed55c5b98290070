package nl.ooievaar.mappings.dossier;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.ooievaar.mappings.account.Why;

/**
 * From R4 to the parent dossier: a Bundle, or one resource, becomes its JSON form. What is marked as withheld stays out, references
 * to it as well; what the partner tells of himself stands apart. Thread safe.
 */
public final class ToDossier {
    private final Declaration declaration;

    public ToDossier(Declaration declaration) {
        this.declaration = declaration;
    }

    public Mapped map(JsonNode source) {
        List<Field> fields = Field.of(source);
        return written(new Fates(fields, fates(source, fields)));
    }

    List<Fate> fates(JsonNode source, List<Field> fields) {
        List<Incoming> all = Incoming.of(source);
        Subjects subjects = new Subjects(all, declaration.parts());
        Map<Path, ToPart> parts = new HashMap<>();
        Map<Part, Integer> counts = new HashMap<>();
        Set<String> names = new HashSet<>();
        all.stream().filter(Incoming::marked).forEach(one -> names.addAll(List.of(one.key(), one.fullUrl())));
        names.remove("");
        Closed closed = new Closed(fields, names);
        for (Incoming one : all) {
            parts.put(one.at(), ToPart.of(one, declaration, subjects, counts));
        }
        return Contradictions.rejected(fields.stream()
                .map(field -> closed.unless(field.path(), fate(field, parts)))
                .toList());
    }

    private static Fate fate(Field field, Map<Path, ToPart> parts) {
        Path path = field.path();
        ToPart alone = parts.get(new Path(List.of()));
        if (alone != null) {
            return alone.fate(path, field.value());
        }
        ToPart part = path.size() > 2 ? parts.get(path.to(2)) : null;
        if (part != null) {
            return part.fate(path.from(2), field.value());
        }
        boolean name = path.size() == 2 && path.last().name().equals("fullUrl");
        Path resource = name ? path.to(1).then("resource") : path;
        return Optional.ofNullable(parts.get(resource)).map(ToPart::fullUrl).orElse(new Fate.Left(Why.ENVELOPE));
    }

    static Mapped written(Fates fates) {
        Tree tree = new Tree();
        tree.put(Path.parse("version"), Json.text(Declaration.VERSION));
        fates.carried().forEach(one -> tree.put(one.target(), one.value()));
        return new Mapped(tree.json(), fates.account(path -> tree.where(path).text()));
    }
}
