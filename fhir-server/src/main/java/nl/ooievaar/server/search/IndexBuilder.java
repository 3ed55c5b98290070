package nl.ooievaar.server.search;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import nl.ooievaar.server.search.Indexed.DateValue;
import nl.ooievaar.server.search.Indexed.StringValue;
import nl.ooievaar.server.store.Keys;
import nl.ooievaar.server.types.ResourceType;
import org.hl7.fhir.instance.model.api.IBase;
import org.hl7.fhir.instance.model.api.IIdType;
import org.hl7.fhir.r4.model.CanonicalType;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.UriType;

/** Gathers the index values of one resource; forgets repeats. */
final class IndexBuilder {
    private record Target(String param, UUID id) {}

    private final String type;
    private final Keys keys;
    private final Optional<String> principalReference;
    private final Optional<String> principalDate;
    private final Set<Long> values = new TreeSet<>();
    private final Set<Target> targets = new LinkedHashSet<>();
    private final Set<DateValue> dates = new LinkedHashSet<>();
    private final Set<StringValue> strings = new LinkedHashSet<>();
    private Long mainKey;
    private Instant mainAt;

    IndexBuilder(String type, Parameters parameters, Keys keys) {
        this.type = type;
        this.keys = keys;
        Optional<ResourceType> row = parameters.types().find(type);
        this.principalReference = row.flatMap(ResourceType::principalReference);
        this.principalDate = row.flatMap(ResourceType::principalDate);
    }

    void token(String param, String system, String code) {
        boolean coded = code != null && !code.isEmpty();
        boolean named = system != null && !system.isEmpty();
        if (coded) {
            values.add(keys.token(type, param, system, code));
            values.add(keys.code(type, param, code));
        }
        if (named) {
            values.add(keys.system(type, param, system));
        }
        if (coded || named) {
            present(param);
        }
    }

    void date(String param, Span span) {
        dates.add(new DateValue(param, span.low(), span.high()));
        present(param);
        if (isPrincipal(principalDate, param) && (mainAt == null || span.low().isBefore(mainAt))) {
            mainAt = span.low();
        }
    }

    void string(String param, String text) {
        if (text != null && !text.isBlank()) {
            String exact = Folding.cut(text);
            strings.add(new StringValue(param, Folding.fold(exact), exact));
            present(param);
        }
    }

    void uri(String param, String uri) {
        if (uri != null && !uri.isEmpty()) {
            values.add(keys.uri(type, param, uri));
            present(param);
        }
    }

    /** @param only when given, references to other types do not count */
    void reference(String param, IBase value, Optional<String> only) {
        if (value instanceof Reference reference) {
            literal(param, reference, only);
            logical(param, reference, only);
        } else if (value instanceof CanonicalType || value instanceof UriType) {
            canonical(param, ((UriType) value).getValue());
        }
    }

    Indexed done() {
        List<String> params = new ArrayList<>();
        List<UUID> ids = new ArrayList<>();
        for (Target target : targets) {
            params.add(target.param());
            ids.add(target.id());
        }
        return new Indexed(
                values.stream().mapToLong(Long::longValue).toArray(),
                List.copyOf(params),
                List.copyOf(ids),
                List.copyOf(dates),
                List.copyOf(strings),
                mainKey,
                mainAt);
    }

    private void literal(String param, Reference reference, Optional<String> only) {
        String text = reference.getReference();
        if (text == null || text.isEmpty() || text.startsWith("#")) {
            return;
        }
        IIdType parts = reference.getReferenceElement();
        boolean typed = parts.hasResourceType() && parts.hasIdPart();
        if (only.isPresent() && !(typed && only.get().equals(parts.getResourceType()))) {
            return;
        }
        boolean ours = typed && !parts.isAbsolute();
        long key = keys.reference(type, param, ours ? parts.getResourceType() + '/' + parts.getIdPart() : text);
        values.add(key);
        present(param);
        if (ours) {
            ServerId.of(parts.getIdPart()).ifPresent(id -> targets.add(new Target(param, id)));
        }
        if (mainKey == null && isPrincipal(principalReference, param)) {
            mainKey = key;
        }
    }

    /** Without a type in the reference nobody knows what it points at, so it counts only where any type does. */
    private void logical(String param, Reference reference, Optional<String> only) {
        Identifier identifier = reference.getIdentifier();
        boolean fits = only.isEmpty()
                || only.get().equals(reference.getReferenceElement().getResourceType())
                || only.get().equals(reference.getType());
        if (identifier.hasValue() && fits) {
            values.add(keys.referenceIdentifier(type, param, identifier.getSystem(), identifier.getValue()));
            present(param);
        }
    }

    /** Findable with and without its version. */
    private void canonical(String param, String url) {
        uri(param, url);
        if (url != null && url.indexOf('|') > 0) {
            uri(param, url.substring(0, url.indexOf('|')));
        }
    }

    private void present(String param) {
        values.add(keys.present(type, param));
    }

    private static boolean isPrincipal(Optional<String> principal, String param) {
        return principal.isPresent() && principal.get().equals(param);
    }
}
