package nl.ooievaar.server.search;

import ca.uhn.fhir.context.BaseRuntimeChildDefinition;
import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.RuntimeResourceDefinition;
import ca.uhn.fhir.context.RuntimeSearchParam;
import ca.uhn.fhir.rest.api.RestSearchParameterTypeEnum;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.ooievaar.profiles.PhbPackage;
import nl.ooievaar.server.types.ResourceType;
import nl.ooievaar.server.types.ResourceTypes;
import org.hl7.fhir.r4.model.SearchParameter;

/** The declared search parameters of every type, joined with their definitions in FHIR R4 or in the package. */
public final class Parameters {
    private final Map<String, Map<String, Parameter>> byType = new LinkedHashMap<>();
    private final ResourceTypes types;
    private final List<SearchParameter> own;

    /** @param phb whose search parameters stand beside those of FHIR R4 */
    public Parameters(FhirContext fhir, ResourceTypes types, PhbPackage phb) {
        this.types = types;
        this.own = phb.definitions().stream()
                .filter(SearchParameter.class::isInstance)
                .map(SearchParameter.class::cast)
                .toList();
        for (ResourceType type : types.all()) {
            Map<String, Parameter> declared = new LinkedHashMap<>();
            RuntimeResourceDefinition definition = fhir.getResourceDefinition(type.name());
            type.parameters().forEach(name -> declared.put(name, read(definition, name)));
            byType.put(type.name(), Collections.unmodifiableMap(declared));
        }
    }

    public ResourceTypes types() {
        return types;
    }

    /** In the order of the page of types. */
    public Collection<Parameter> of(String type) {
        return declared(type).values();
    }

    public Optional<Parameter> find(String type, String name) {
        return Optional.ofNullable(declared(type).get(name));
    }

    /** The reference by which a list of this type is usually read, if it can hold one value only. */
    Optional<Parameter> principal(String type) {
        return types.get(type)
                .principalReference()
                .flatMap(name -> find(type, name))
                .filter(Parameter::single);
    }

    private Map<String, Parameter> declared(String type) {
        return byType.getOrDefault(type, Map.of());
    }

    private Parameter read(RuntimeResourceDefinition definition, String name) {
        RuntimeSearchParam found = Optional.ofNullable(definition.getSearchParam(name))
                .or(() -> ours(definition.getName(), name))
                .orElseThrow(() -> new IllegalStateException(
                        "No search parameter is defined for " + definition.getName() + "." + name));
        Parameter.Kind kind =
                switch (found.getParamType()) {
                    case TOKEN -> Parameter.Kind.TOKEN;
                    case STRING -> Parameter.Kind.STRING;
                    case DATE -> Parameter.Kind.DATE;
                    case REFERENCE -> Parameter.Kind.REFERENCE;
                    case URI -> Parameter.Kind.URI;
                    default ->
                        throw new IllegalStateException(
                                definition.getName() + "." + name + " is of a kind this server does not index");
                };
        return new Parameter(definition.getName(), name, kind, targets(found), single(definition, found), found);
    }

    private Optional<RuntimeSearchParam> ours(String type, String name) {
        return own.stream()
                .filter(one -> one.getCode().equals(name) && one.hasBase(type))
                .findFirst()
                .map(one -> new RuntimeSearchParam(
                        one.getIdElement(),
                        one.getUrl(),
                        one.getCode(),
                        one.getDescription(),
                        one.getExpression(),
                        RestSearchParameterTypeEnum.forCode(one.getType().toCode()),
                        Set.of(),
                        Set.of(),
                        RuntimeSearchParam.RuntimeSearchParamStatusEnum.ACTIVE,
                        Set.of(type)));
    }

    private List<String> targets(RuntimeSearchParam found) {
        // A reference to anything names no targets.
        boolean any = found.getParamType() == RestSearchParameterTypeEnum.REFERENCE && !found.hasTargets();
        return types.all().stream()
                .map(ResourceType::name)
                .filter(name -> any || found.getTargets().contains(name))
                .toList();
    }

    /** Only the first step of a path can repeat in what we declare as principal; a path of its own kind counts as many. */
    private static boolean single(RuntimeResourceDefinition definition, RuntimeSearchParam found) {
        List<String> paths = found.getPathsSplitForResourceType(definition.getName());
        if (paths.size() != 1) {
            return false;
        }
        String[] steps = paths.get(0).split("\\.");
        BaseRuntimeChildDefinition child = steps.length < 2 ? null : definition.getChildByName(steps[1]);
        return child != null && child.getMax() == 1;
    }
}
