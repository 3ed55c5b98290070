package nl.ooievaar.mappings.dossier;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import nl.ooievaar.mappings.account.Why;

/** One part of a dossier on its way to the resource it becomes. Used by one thread. */
final class FromPart {
    private static final Pattern LOCAL = Pattern.compile("[A-Z][A-Za-z]+/[A-Za-z0-9.-]{1,64}");
    private static final Path REFERENCE = Path.parse("reference");

    private final Part part;
    private final Path at;
    private final Set<Path> present = new HashSet<>();
    private final Labels labels = new Labels();
    private String reference = "";
    private int entry;

    FromPart(Part part, Path at) {
        this.part = part;
        this.at = at;
    }

    void see(Field field) {
        Path path = field.path().from(at.size());
        if (path.equals(REFERENCE)) {
            reference =
                    Primitive.URI.wrong(field.value()).isEmpty() ? field.value().textValue() : "";
        }
        labels.see(path, field.value().asText());
        Rule rule = part.byDossier().get(path.shape());
        if (rule != null && rule.type().wrong(field.value()).isEmpty()) {
            present.add(path);
        }
    }

    void enter(int number) {
        entry = number;
    }

    int entry() {
        return entry;
    }

    Part part() {
        return part;
    }

    String reference() {
        return reference;
    }

    /** A partner is somebody by his key alone: without him nothing of his could be told apart from hers. */
    boolean exists() {
        boolean himself = part.person() && part.ofPartner() && !reference.isEmpty();
        return (himself || !present.isEmpty()) && !marked();
    }

    boolean marked() {
        return labels.closed();
    }

    Path root() {
        return new Path(List.of(new Path.Step("entry", "", entry)));
    }

    private Path resource() {
        return root().then("resource");
    }

    Fate fate(Field field, People people, Set<Path> silent) {
        Path path = field.path().from(at.size());
        if (marked()) {
            return new Fate.Left(Why.MARKED);
        }
        if (part.ofPartner() && !people.told()) {
            return new Fate.Rejected(Why.NO_SUBJECT);
        }
        if (path.equals(REFERENCE)) {
            return named(field.value(), people);
        }
        if (otherForm(path, field.value())) {
            return new Fate.Rejected(Why.OTHER_FORM);
        }
        Rule rule = part.byDossier().get(path.shape());
        if (rule == null) {
            return new Fate.Left(part.once(path) ? Why.SECOND_VALUE : Why.UNKNOWN_ELEMENT);
        }
        Optional<Why> wrong = rule.type().wrong(field.value());
        if (wrong.isPresent()) {
            return wrong.get() == Why.EMPTY ? new Fate.Left(Why.EMPTY) : new Fate.Rejected(wrong.get());
        }
        if (Contradictions.contradicts(field.path(), silent)) {
            return new Fate.Rejected(Why.CONTRADICTION);
        }
        if (structured(rule, path)) {
            return new Fate.Left(Why.SECOND_VALUE);
        }
        Path target = resource().then(rule.r4().at(rule.dossier().places(path)));
        return new Fate.Carried(target, field.value(), Optional.empty(), rule.order());
    }

    /** Whether what it says in words stands there otherwise, in the same place of every list. */
    private boolean structured(Rule rule, Path path) {
        List<Integer> places = rule.dossier().places(path);
        return part.structured().getOrDefault(rule, List.of()).stream()
                .anyMatch(other -> present.contains(other.dossier().at(places)));
    }

    private boolean otherForm(Path path, JsonNode value) {
        return part.discriminator()
                .filter(one -> path.text().equals(one.field()) && !one.accepts(value.asText()))
                .isPresent();
    }

    private Fate named(JsonNode value, People people) {
        if (reference.isEmpty()) {
            return value.asText().isEmpty() ? new Fate.Left(Why.EMPTY) : new Fate.Rejected(Why.NOT_TEXT);
        }
        if (!exists()) {
            return people.about()
                    .filter(it -> part.person())
                    .<Fate>map(Fate.Implied::at)
                    .orElse(new Fate.Left(Why.EMPTY));
        }
        Path target = local() ? resource().then("id") : root().then("fullUrl");
        String name = local() ? reference.substring(reference.indexOf('/') + 1) : reference;
        return new Fate.Carried(target, Json.text(name), Optional.empty(), -1);
    }

    private boolean local() {
        return LOCAL.matcher(reference).matches() && reference.startsWith(part.resourceType() + "/");
    }

    /** What R4 says besides what stands in the dossier. */
    List<Fate.Carried> implied(People people, Set<Path> silent) {
        List<Fate.Carried> made = new ArrayList<>();
        made.add(said(resource().then("resourceType"), part.resourceType(), -1));
        made.add(said(resource().then("meta.profile[0]"), part.profiles().get(0), -1));
        part.discriminator().ifPresent(one -> made.add(said(resource().then(one.field()), one.canonical(), -1)));
        if (people.unnamed(this)) {
            made.add(said(root().then("fullUrl"), people.of(part), -1));
        }
        for (Rule.Implied one : part.implied()) {
            boolean there =
                    present.contains(one.anchor()) && !Contradictions.contradicts(at.then(one.anchor()), silent);
            if (one.anchor().steps().isEmpty() || there) {
                String value = one.value().equals(Rule.Implied.SUBJECT) ? people.of(part) : one.value();
                made.add(said(resource().then(one.r4()), value, one.order()));
            }
        }
        return made;
    }

    private static Fate.Carried said(Path target, String value, int order) {
        return new Fate.Carried(target, Json.text(value), Optional.empty(), order);
    }
}
