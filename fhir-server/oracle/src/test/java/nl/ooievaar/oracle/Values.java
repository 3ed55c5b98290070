package nl.ooievaar.oracle;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.RuntimeSearchParam;
import ca.uhn.fhir.fhirpath.IFhirPath;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Address;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.BaseDateTimeType;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Enumeration;
import org.hl7.fhir.r4.model.HumanName;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.PrimitiveType;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.StringType;

/** What resources hold where a search parameter looks, each value once. */
final class Values {

    /** @param system empty when there is none, or when it is only implied */
    record Token(String system, String code) {
        String full() {
            return escaped(system) + '|' + escaped(code);
        }

        String bare() {
            return escaped(code);
        }
    }

    private final IFhirPath paths;
    private final List<Resource> resources;

    Values(FhirContext fhir, List<Resource> resources) {
        this.paths = fhir.newFhirPath();
        this.resources = resources;
    }

    List<Token> tokens(String type, RuntimeSearchParam param) {
        return found(type, param).flatMap(Values::token).distinct().toList();
    }

    List<String> strings(String type, RuntimeSearchParam param) {
        return found(type, param).flatMap(Values::text).distinct().toList();
    }

    List<String> dates(String type, RuntimeSearchParam param) {
        return found(type, param)
                .flatMap(value -> value instanceof Period period
                        ? Stream.of(period.getStartElement(), period.getEndElement())
                        : Stream.of(value))
                .filter(value -> value instanceof BaseDateTimeType && value.hasPrimitiveValue())
                .map(Base::primitiveValue)
                .distinct()
                .toList();
    }

    List<String> uris(String type, RuntimeSearchParam param) {
        return found(type, param)
                .filter(PrimitiveType.class::isInstance)
                .map(Base::primitiveValue)
                .distinct()
                .toList();
    }

    /** {@code Type/id}. */
    List<String> references(String type, RuntimeSearchParam param) {
        return found(type, param)
                .filter(value -> value instanceof Reference reference && reference.hasReference())
                .map(value -> ((Reference) value).getReference())
                .distinct()
                .toList();
    }

    List<Token> identified(String type, RuntimeSearchParam param) {
        return found(type, param)
                .filter(value -> value instanceof Reference reference && reference.hasIdentifier())
                .flatMap(value -> token(((Reference) value).getIdentifier()))
                .distinct()
                .toList();
    }

    List<String> ids(String type) {
        return resources.stream()
                .filter(resource -> resource.fhirType().equals(type))
                .map(resource -> resource.getIdElement().getIdPart())
                .toList();
    }

    /** As a value of a search is written. */
    static String escaped(String value) {
        return value.replaceAll("[\\\\$,|]", "\\\\$0");
    }

    private Stream<Base> found(String type, RuntimeSearchParam param) {
        Set<Base> found = new LinkedHashSet<>();
        for (String path : param.getPathsSplitForResourceType(type)) {
            // What stands behind a reference is not known here.
            String plain = path.replaceAll("\\.where\\(resolve\\(\\) is \\w+\\)", "");
            resources.stream()
                    .filter(resource -> resource.fhirType().equals(type))
                    .forEach(resource -> found.addAll(paths.evaluate(resource, plain, Base.class)));
        }
        return found.stream();
    }

    private static Stream<Token> token(Base value) {
        if (value instanceof CodeableConcept concept) {
            return concept.getCoding().stream().flatMap(Values::token);
        }
        if (value instanceof Coding coding) {
            return token(coding.getSystem(), coding.getCode());
        }
        if (value instanceof Identifier identifier) {
            return token(identifier.getSystem(), identifier.getValue());
        }
        if (value instanceof Enumeration<?> code) {
            return token(code.getSystem(), code.getCode());
        }
        return value instanceof BooleanType bool ? token(null, bool.primitiveValue()) : Stream.empty();
    }

    private static Stream<Token> token(String system, String code) {
        return code == null ? Stream.empty() : Stream.of(new Token(system == null ? "" : system, code));
    }

    private static Stream<String> text(Base value) {
        if (value instanceof HumanName name) {
            Stream<StringType> parts =
                    Stream.concat(Stream.of(name.getFamilyElement(), name.getTextElement()), name.getGiven().stream());
            return parts.filter(StringType::hasValue).map(StringType::getValue);
        }
        if (value instanceof Address address) {
            return Stream.of(address.getPostalCode(), address.getCity()).filter(part -> part != null);
        }
        return value instanceof StringType text && text.hasValue() ? Stream.of(text.getValue()) : Stream.empty();
    }
}
