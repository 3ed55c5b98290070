package nl.ooievaar.server.search;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import nl.ooievaar.server.search.Parameter.Kind;
import nl.ooievaar.server.search.SearchRequest.Include;
import nl.ooievaar.server.types.ResourceType;

/** Reads {@code _include} and {@code _revinclude} (FHIR R4 search, section 3.1.1.5.4); a chain of includes is not offered. */
final class IncludeParser {
    private final Parameters parameters;

    IncludeParser(Parameters parameters) {
        this.parameters = parameters;
    }

    /** {@code Type:param[:Target]}, where Type is what is searched. */
    Include forwards(String type, String value) {
        Include found = read("_include", value, List.of(type));
        if (!found.type().equals(type)) {
            throw refused("_include", List.of(type));
        }
        return found;
    }

    /** {@code Type:param}, where param can point at what is searched. */
    Include backwards(String type, String value) {
        List<String> offered =
                parameters.types().all().stream().map(ResourceType::name).toList();
        Include found = read("_revinclude", value, offered);
        boolean points = parameters.find(found.type(), found.param()).stream()
                .anyMatch(one -> one.targets().contains(type));
        if (!points || found.target().filter(target -> !target.equals(type)).isPresent()) {
            throw Refusals.value("_revinclude", "Type:parameter, where the parameter can refer to " + type);
        }
        return found;
    }

    private Include read(String name, String value, Collection<String> types) {
        String[] parts = value.split(":", -1);
        if (parts.length < 2 || parts.length > 3) {
            throw refused(name, types);
        }
        Parameter parameter = parameters
                .find(parts[0], parts[1])
                .filter(one -> one.kind() == Kind.REFERENCE)
                .orElseThrow(() -> refused(name, types));
        Optional<String> target = parts.length == 3 ? Optional.of(parts[2]) : Optional.empty();
        if (target.filter(one -> !parameter.targets().contains(one)).isPresent()) {
            throw Refusals.value(name, "a target that is one of " + String.join(", ", parameter.targets()));
        }
        return new Include(parts[0], parts[1], target);
    }

    private RuntimeException refused(String name, Collection<String> types) {
        List<String> possible = types.stream()
                .flatMap(type -> parameters.of(type).stream())
                .filter(one -> one.kind() == Kind.REFERENCE)
                .map(one -> one.type() + ':' + one.name())
                .toList();
        return Refusals.value(name, "Type:parameter[:Target], one of " + String.join(", ", possible));
    }
}
