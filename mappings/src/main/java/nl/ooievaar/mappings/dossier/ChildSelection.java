package nl.ooievaar.mappings.dossier;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import nl.ooievaar.mappings.account.Why;

/**
 * From R4 to the dossier of the child, after birth: of the fields of the parent dossier exactly the items that were chosen, in the
 * words the preview showed, and nothing of who she is. Thread safe.
 */
public final class ChildSelection {
    /**
     * An item that was chosen, as {@code $preview-for-child} names it.
     *
     * @param source {@code Type/id/_history/version}
     * @param part its place in the record; empty for the whole
     */
    public record Choice(String source, Optional<String> part) {}

    /**
     * @param dossier in the JSON form; empty of everything not chosen
     * @param unknown choices that no record of the source answers, in that version
     */
    public record Chosen(Mapped dossier, List<Choice> unknown) {}

    /** What of an item is its words; of an answer, what was answered, without what is asked below it. */
    private static final Map<String, Set<String>> WORDS = Map.of(
            "QuestionnaireResponse", Set.of("answer"),
            "CarePlan", Set.of("detail.code", "detail.status", "detail.description"),
            "Observation",
                    Set.of(
                            "valueCodeableConcept",
                            "valueDateTime",
                            "valueQuantity",
                            "valueInteger",
                            "effectiveDateTime",
                            "note"),
            "Goal", Set.of("description", "lifecycleStatus", "note"));

    private final ToDossier to;

    public ChildSelection(Declaration declaration) {
        this.to = new ToDossier(declaration);
    }

    public Chosen of(JsonNode source, List<Choice> choices) {
        List<Field> fields = Field.of(source);
        Set<Path> words = new HashSet<>();
        Set<Choice> known = new HashSet<>();
        for (Incoming one : Incoming.of(source)) {
            for (Choice choice : choices) {
                if (!one.marked() && !one.inError() && choice.source().equals(version(one))) {
                    place(one, choice).ifPresent(at -> {
                        known.add(choice);
                        WORDS.getOrDefault(one.type(), Set.of()).forEach(name -> words.add(at.then(name)));
                    });
                }
            }
        }
        List<Fate> all = to.fates(source, fields);
        Fates fates = new Fates(
                fields,
                IntStream.range(0, fields.size())
                        .mapToObj(i -> chosen(all.get(i), fields.get(i).path(), words))
                        .toList());
        return new Chosen(
                ToDossier.written(fates),
                choices.stream().filter(choice -> !known.contains(choice)).toList());
    }

    private static String version(Incoming one) {
        return one.type() + "/" + one.resource().path("id").asText() + "/_history/"
                + one.resource().path("meta").path("versionId").asText();
    }

    /** Where it stands; empty when there is no such place, or a place where only the whole can be chosen. */
    private static Optional<Path> place(Incoming one, Choice choice) {
        boolean parts = one.type().equals("QuestionnaireResponse") || one.type().equals("CarePlan");
        if (choice.part().isPresent() != parts) {
            return Optional.empty();
        }
        JsonNode node = one.resource();
        Path at = one.at();
        for (Path.Step step : Path.parse(choice.part().orElse("")).steps()) {
            JsonNode list = node.path(step.name());
            if (!list.path(step.index()).isObject()) {
                return Optional.empty();
            }
            at = at.then(new Path(List.of(keyed(list, step))));
            node = list.get(step.index());
        }
        return Optional.of(at);
    }

    private static Path.Step keyed(JsonNode list, Path.Step step) {
        String field = Field.key(step.name());
        if (field.isEmpty()) {
            return step;
        }
        String key = list.path(step.index()).path(field).asText();
        int before = 0;
        for (int i = 0; i < step.index(); i++) {
            before += list.path(i).path(field).asText().equals(key) ? 1 : 0;
        }
        return new Path.Step(step.name(), key, before);
    }

    private static Fate chosen(Fate fate, Path path, Set<Path> words) {
        if (fate instanceof Fate.Implied || fate instanceof Fate.Carried && !within(path, words)) {
            return new Fate.Left(Why.NOT_CHOSEN);
        }
        return fate;
    }

    private static boolean within(Path path, Set<Path> words) {
        for (int i = 1; i <= path.size(); i++) {
            Path above = path.to(i);
            Path.Step last = above.last();
            Path any = above.to(i - 1).then(new Path(List.of(new Path.Step(last.name(), last.key(), Path.NONE))));
            if (words.contains(above) || words.contains(any)) {
                return true;
            }
        }
        return false;
    }
}
