package nl.ooievaar.server.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.ooievaar.server.search.Criterion.Keyed;
import nl.ooievaar.server.store.Keys;
import nl.ooievaar.server.types.TypeClass;

/** Reads the values of a reference parameter (FHIR R4 search, section 3.1.1.4.13). */
final class ReferenceParser {
    private static final Pattern RELATIVE =
            Pattern.compile("([A-Z][A-Za-z]+)/([A-Za-z0-9\\-.]{1,64})(?:/_history/[A-Za-z0-9\\-.]{1,64})?");
    private static final Pattern BARE = Pattern.compile("[A-Za-z0-9\\-.]{1,64}");
    private static final Pattern ABSOLUTE = Pattern.compile("[a-z][a-z0-9+.\\-]*:.+");

    private final Parameters parameters;
    private final Keys keys;
    private final List<String> ownBases;

    /** @param ownBases the addresses of this server: a reference that starts with one is a relative one */
    ReferenceParser(Parameters parameters, Keys keys, List<String> ownBases) {
        this.parameters = parameters;
        this.keys = keys;
        this.ownBases = ownBases.stream()
                .map(base -> base.endsWith("/") ? base : base + '/')
                .toList();
    }

    /** @param modifier empty, {@code identifier} or a target type */
    Criterion parse(Parameter parameter, String name, String modifier, List<String> values) {
        if (modifier.equals("identifier")) {
            return new Keyed(
                    values.stream().map(one -> identifier(parameter, name, one)).toList(), false, false);
        }
        List<String> types = modifier.isEmpty() ? parameter.targets() : List.of(modifier);
        List<String> targets = values.stream()
                .flatMap(one -> targets(name, Escaped.plain(one), types).stream())
                .toList();
        Optional<Parameter> main = targets.size() == 1 ? mainOf(parameter) : Optional.empty();
        if (main.isPresent()) {
            return new Criterion.Main(
                    parameter.type(),
                    keys.reference(parameter.type(), main.get().name(), targets.get(0)),
                    few(targets));
        }
        List<Long> any = new ArrayList<>();
        for (String target : targets) {
            any.add(keys.reference(parameter.type(), parameter.name(), target));
            if (ABSOLUTE.matcher(target).matches()) {
                // A canonical, as of a questionnaire, is kept as uri.
                any.add(keys.uri(parameter.type(), parameter.name(), target));
            }
        }
        return new Keyed(List.copyOf(any), false, few(targets));
    }

    /** A record of a person is referred to a handful of times; a desk or a practice without end. */
    private boolean few(List<String> targets) {
        return targets.stream()
                .allMatch(target -> RELATIVE.matcher(target).matches()
                        && parameters
                                        .types()
                                        .get(target.substring(0, target.indexOf('/')))
                                        .typeClass()
                                == TypeClass.PERSON);
    }

    /** {@code patient} asks for the same reference as {@code subject} where that is the principal one. */
    private Optional<Parameter> mainOf(Parameter parameter) {
        return parameters.principal(parameter.type()).filter(principal -> base(principal)
                .equals(base(parameter)));
    }

    private static List<String> base(Parameter parameter) {
        return parameter.paths().stream()
                .map(path -> ReferencePath.of(path).path())
                .toList();
    }

    private long identifier(Parameter parameter, String name, String value) {
        List<String> parts = Escaped.split(value, '|');
        if (parts.size() != 2 || parts.get(1).isEmpty()) {
            throw Refusals.value(name, "system|value");
        }
        return keys.referenceIdentifier(
                parameter.type(), parameter.name(), Escaped.plain(parts.get(0)), Escaped.plain(parts.get(1)));
    }

    private List<String> targets(String name, String value, List<String> types) {
        String own = ownBases.stream()
                .filter(value::startsWith)
                .findFirst()
                .map(base -> value.substring(base.length()))
                .orElse(value);
        Matcher relative = RELATIVE.matcher(own);
        if (relative.matches()) {
            if (!types.contains(relative.group(1))) {
                throw Refusals.value(name, form(types));
            }
            return List.of(relative.group(1) + '/' + relative.group(2));
        }
        if (BARE.matcher(own).matches()) {
            return types.stream().map(type -> type + '/' + own).toList();
        }
        if (ABSOLUTE.matcher(own).matches()) {
            return List.of(own);
        }
        throw Refusals.value(name, form(types));
    }

    private static String form(List<String> types) {
        return "an id, an absolute URL or Type/id, where Type is one of " + String.join(", ", types);
    }
}
