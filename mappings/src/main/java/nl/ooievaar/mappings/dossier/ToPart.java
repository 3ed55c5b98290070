package nl.ooievaar.mappings.dossier;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.ooievaar.mappings.account.Why;

/** What becomes of the values of one resource on their way to the dossier. */
final class ToPart {
    private static final Path ROOT = new Path(List.of());

    private final Incoming incoming;
    private final Part part;
    private final Path at;
    private final Why whole;
    private final Subjects subjects;
    private final Subjects.Whom whom;

    private ToPart(Incoming incoming, Part part, Path at, Why whole, Subjects subjects, Subjects.Whom whom) {
        this.incoming = incoming;
        this.part = part;
        this.at = at;
        this.whole = whole;
        this.subjects = subjects;
        this.whom = whom;
    }

    /**
     * @param counts how many of each part came before
     */
    static ToPart of(Incoming one, Declaration declaration, Subjects subjects, Map<Part, Integer> counts) {
        List<Part> fitting = declaration.parts().stream().filter(one::fits).toList();
        if (one.marked() || fitting.isEmpty()) {
            Why whole = one.marked() ? Why.MARKED : Elsewhere.why(one);
            return new ToPart(one, null, ROOT, whole, subjects, Subjects.Whom.NOBODY);
        }
        Subjects.Whom whom = fitting.get(0)
                .subject()
                .map(subject -> subjects.whom(one.text(subject)))
                .orElse(fitting.get(0).ofPartner() ? Subjects.Whom.PARTNER : Subjects.Whom.WOMAN);
        Optional<Part> part = fitting.stream()
                .filter(it -> whom != Subjects.Whom.NOBODY && it.ofPartner() == (whom == Subjects.Whom.PARTNER))
                .findFirst();
        if (part.isEmpty()) {
            Why why = subjects.woman().isEmpty() ? Why.NO_SUBJECT : Why.OTHER_PERSON;
            return new ToPart(one, null, ROOT, why, subjects, whom);
        }
        int index = counts.merge(part.get(), 1, Integer::sum) - 1;
        if (index > 0 && !part.get().repeats()) {
            return new ToPart(one, null, ROOT, Why.SECOND_VALUE, subjects, whom);
        }
        Path at = part.get().repeats()
                ? part.get().dossier().at(List.of(index))
                : part.get().dossier();
        return new ToPart(one, part.get(), at, Why.NO_PLACE, subjects, whom);
    }

    Fate fullUrl() {
        if (part == null) {
            return new Fate.Left(whole);
        }
        return incoming.key().equals(incoming.fullUrl()) ? reference() : new Fate.Left(Why.ENVELOPE);
    }

    private Fate reference() {
        return new Fate.Carried(at.then("reference"), Json.text(incoming.key()), Optional.empty(), -1);
    }

    /** @param path from the resource */
    Fate fate(Path path, JsonNode value) {
        if (part == null) {
            return new Fate.Left(whole);
        }
        String name = path.last().name();
        String first = path.steps().get(0).name();
        if (path.size() == 1 && name.equals("resourceType")) {
            return Fate.Implied.at(at);
        }
        if (path.size() == 1 && name.equals("id")) {
            boolean key = !incoming.key().equals(incoming.fullUrl());
            return key ? reference() : new Fate.Left(Why.ENVELOPE);
        }
        if (first.equals("meta")
                && !path.steps().get(path.size() > 1 ? 1 : 0).name().equals("security")) {
            return name.equals("profile") ? profile(value.asText()) : new Fate.Left(Why.ENVELOPE);
        }
        if (first.equals("text") || name.equals("text") && path.size() > 1 && item(path, 2)) {
            return new Fate.Left(Why.REPEATED);
        }
        boolean keyed = name.equals("linkId") && item(path, 2) || name.equals("url") && extension(path);
        return keyed ? new Fate.Structure() : ruled(path, value);
    }

    private static boolean item(Path path, int back) {
        return path.size() >= back
                && path.steps().get(path.size() - back).name().equals("item");
    }

    private static boolean extension(Path path) {
        return path.size() > 1 && path.steps().get(path.size() - 2).name().equals("extension");
    }

    private Fate profile(String claimed) {
        if (claimed.equals(part.profiles().get(0))) {
            return Fate.Implied.at(at);
        }
        return part.profiles().contains(Incoming.bare(claimed))
                ? new Fate.Implied(at, Optional.of(Why.PROFILE))
                : new Fate.Left(Why.NO_PLACE);
    }

    private Fate ruled(Path path, JsonNode value) {
        String shape = path.shape();
        Rule rule = part.byR4().get(shape);
        if (rule != null) {
            if (!rule.r4().holds(path)) {
                return new Fate.Left(Why.SECOND_VALUE);
            }
            Path target = at.then(rule.dossier().at(rule.r4().places(path)));
            return rule.type()
                    .wrong(value)
                    .<Fate>map(why -> why == Why.EMPTY ? new Fate.Left(why) : new Fate.Rejected(why))
                    .orElse(new Fate.Carried(target, value, Optional.empty(), rule.order()));
        }
        Rule.Implied implied = part.impliedByR4().get(shape);
        return implied == null || !implied.r4().holds(path)
                ? new Fate.Left(Why.NO_PLACE)
                : implied(implied, value.asText());
    }

    private Fate implied(Rule.Implied implied, String value) {
        if (!implied.value().equals(Rule.Implied.SUBJECT)) {
            return value.equals(implied.value()) ? Fate.Implied.at(at) : new Fate.Left(Why.NO_PLACE);
        }
        if (subjects.whom(value) != whom) {
            return new Fate.Foreign(at.then(implied.anchor()));
        }
        Path anchor = at.then(implied.anchor());
        if (!implied.anchor().steps().isEmpty()) {
            return Fate.Implied.at(anchor);
        }
        String key = subjects.key(whom);
        Path person = Path.parse(whom == Subjects.Whom.PARTNER ? "partner.person.reference" : "person.reference");
        Optional<Why> loss = value.equals(key) ? Optional.empty() : Optional.of(Why.SHORT_REFERENCE);
        return new Fate.Carried(person, Json.text(key), loss, -1);
    }
}
