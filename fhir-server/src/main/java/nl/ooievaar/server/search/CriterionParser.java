package nl.ooievaar.server.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import nl.ooievaar.server.search.Criterion.Keyed;
import nl.ooievaar.server.search.Criterion.Match;
import nl.ooievaar.server.search.Criterion.Moment;
import nl.ooievaar.server.search.Criterion.Prefix;
import nl.ooievaar.server.search.Parameter.Kind;
import nl.ooievaar.server.store.Keys;

/** Reads the condition a declared parameter states. */
final class CriterionParser {
    private static final String NO_MODIFIER = "";

    private final Parameters parameters;
    private final Keys keys;
    private final ReferenceParser references;

    CriterionParser(Parameters parameters, Keys keys, List<String> ownBases) {
        this.parameters = parameters;
        this.keys = keys;
        this.references = new ReferenceParser(parameters, keys, ownBases);
    }

    /**
     * @param name with its modifier or chain, as sent
     * @param value with its commas and backslashes, as sent
     */
    Criterion parse(String type, String name, String value) {
        int dot = name.indexOf('.');
        return dot < 0 ? plain(type, name, name, value) : chained(type, name, dot, value);
    }

    /** @param sent the whole name, for refusals */
    private Criterion plain(String type, String sent, String name, String value) {
        int colon = name.indexOf(':');
        String modifier = colon < 0 ? NO_MODIFIER : name.substring(colon + 1);
        Parameter parameter = parameters
                .find(type, colon < 0 ? name : name.substring(0, colon))
                .orElseThrow(() -> Refusals.undeclared(sent, Declared.names(parameters, type)));
        if (modifier.equals("missing")) {
            return missing(parameter, sent, value);
        }
        if (!Declared.modifiers(parameter).contains(modifier) && colon >= 0) {
            throw Refusals.undeclared(sent, Declared.withModifiers(parameter));
        }
        return switch (parameter.kind()) {
            case TOKEN ->
                new Keyed(
                        each(sent, value, one -> Stream.of(token(parameter, sent, one))),
                        !modifier.isEmpty(),
                        modifier.isEmpty()
                                && parameter.name().equals("identifier")
                                && !value.contains("|,")
                                && !value.endsWith("|"));
            case URI ->
                new Keyed(
                        each(sent, value, one -> Stream.of(keys.uri(type, parameter.name(), Escaped.plain(one)))),
                        false,
                        false);
            case REFERENCE -> references.parse(parameter, sent, modifier, each(sent, value, one -> Stream.of(one)));
            case DATE ->
                new Criterion.Timed(
                        Optional.of(parameter.name()), each(sent, value, one -> Stream.of(moment(sent, one))));
            case STRING -> text(parameter, sent, modifier, value);
        };
    }

    Criterion updated(String name, String value) {
        return new Criterion.Timed(Optional.empty(), each(name, value, one -> Stream.of(moment(name, one))));
    }

    Criterion id(String name, String value) {
        return new Criterion.Id(each(name, value, Stream::of));
    }

    /** One level: {@code subject.identifier}, {@code subject:Patient.identifier}. */
    private Criterion chained(String type, String name, int dot, String value) {
        String head = name.substring(0, dot);
        String tail = name.substring(dot + 1);
        int colon = head.indexOf(':');
        Parameter parameter = parameters
                .find(type, colon < 0 ? head : head.substring(0, colon))
                .filter(one -> one.kind() == Kind.REFERENCE)
                .orElseThrow(() -> Refusals.undeclared(name, Declared.names(parameters, type)));
        List<String> targets = parameter.targets();
        if (colon >= 0) {
            String only = head.substring(colon + 1);
            if (!targets.contains(only)) {
                throw Refusals.undeclared(name, Declared.withModifiers(parameter));
            }
            targets = List.of(only);
        }
        String bare = tail.indexOf(':') < 0 ? tail : tail.substring(0, tail.indexOf(':'));
        List<Criterion.Target> found = targets.stream()
                .filter(target -> parameters.find(target, bare).isPresent())
                .map(target -> new Criterion.Target(target, plain(target, name, tail, value)))
                .toList();
        if (found.isEmpty()) {
            throw Refusals.undeclared(
                    name,
                    targets.stream()
                            .flatMap(target -> parameters.of(target).stream())
                            .map(one -> head + '.' + one.name())
                            .distinct()
                            .toList());
        }
        return new Criterion.Chained(name, parameter.name(), found);
    }

    private Criterion missing(Parameter parameter, String name, String value) {
        boolean missing =
                switch (value) {
                    case "true" -> true;
                    case "false" -> false;
                    default -> throw Refusals.value(name, "true | false");
                };
        return new Keyed(List.of(keys.present(parameter.type(), parameter.name())), missing, false);
    }

    private long token(Parameter parameter, String name, String value) {
        List<String> parts = Escaped.split(value, '|');
        String type = parameter.type();
        if (parts.size() == 1) {
            return keys.code(type, parameter.name(), Escaped.plain(value));
        }
        String system = Escaped.plain(parts.get(0));
        String code = Escaped.plain(parts.get(1));
        if (parts.size() > 2 || (system.isEmpty() && code.isEmpty())) {
            throw Refusals.value(name, "code | system|code | |code | system|");
        }
        return code.isEmpty()
                ? keys.system(type, parameter.name(), system)
                : keys.token(type, parameter.name(), system, code);
    }

    private static Criterion text(Parameter parameter, String name, String modifier, String value) {
        Match match =
                switch (modifier) {
                    case "exact" -> Match.EXACT;
                    case "contains" -> Match.CONTAINS;
                    default -> Match.START;
                };
        Function<String, String> form = match == Match.EXACT ? Folding::cut : Folding::fold;
        return new Criterion.Text(
                parameter.name(), match, each(name, value, one -> Stream.of(form.apply(Escaped.plain(one)))));
    }

    private static Moment moment(String name, String value) {
        Prefix prefix = Prefix.EQ;
        String rest = value;
        if (value.length() > 2 && Character.isLetter(value.charAt(0))) {
            String letters = value.substring(0, 2);
            prefix = Stream.of(Prefix.values())
                    .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(letters))
                    .findFirst()
                    .orElseThrow(() -> date(name));
            rest = value.substring(2);
        }
        return new Moment(prefix, Span.of(rest).orElseThrow(() -> date(name)));
    }

    private static RuntimeException date(String name) {
        return Refusals.value(
                name, "[eq|ne|gt|lt|ge|le|sa|eb]YYYY[-MM[-DD[Thh:mm[:ss[.sss]][Z|+hh:mm]]]], with + sent as %2B");
    }

    private static <T> List<T> each(String name, String value, Function<String, Stream<T>> read) {
        List<T> found = new ArrayList<>();
        for (String one : Escaped.split(value, ',')) {
            if (one.isBlank()) {
                throw Refusals.value(name, "one or more values with a comma between them, none empty");
            }
            read.apply(one).forEach(found::add);
        }
        return List.copyOf(found);
    }
}
