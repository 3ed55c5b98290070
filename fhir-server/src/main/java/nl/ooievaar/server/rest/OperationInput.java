package nl.ooievaar.server.rest;

import ca.uhn.fhir.parser.DataFormatException;
import ca.uhn.fhir.rest.api.RequestTypeEnum;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nl.ooievaar.subject.Reason;
import nl.ooievaar.subject.Refusal;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.OperationDefinition;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Type;

/**
 * What an operation is asked, in the address or in a body of Parameters, where a value stands before the same in the address
 * (FHIR R4 operations, section 3.2.0.2). A parameter that the operation does not declare is refused, never ignored.
 */
record OperationInput(Map<String, Type> values, Map<String, List<byte[]>> resources, List<Part> parts) {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    /** Of the protocol, not of the operation. */
    private static final Set<String> PROTOCOL = Set.of("_format", "_pretty");

    private static final Pattern PATIENT = Pattern.compile("Patient/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    /**
     * One parameter of the body, with its place.
     *
     * @param at FHIRPath of it
     */
    record Part(String at, Parameters.ParametersParameterComponent sent) {
        Optional<String> text(String name) {
            return sent.getPart().stream()
                    .filter(one -> name.equals(one.getName()))
                    .map(Parameters.ParametersParameterComponent::getValue)
                    .filter(value -> value != null && value.isPrimitive() && value.hasPrimitiveValue())
                    .map(Type::primitiveValue)
                    .findFirst();
        }

        Optional<String> reference(String name) {
            return sent.getPart().stream()
                    .filter(one -> name.equals(one.getName()) && one.getValue() instanceof Reference)
                    .map(one -> ((Reference) one.getValue()).getReference())
                    .filter(Objects::nonNull)
                    .findFirst();
        }
    }

    /** @param definition which declares what may be asked */
    static OperationInput of(RequestDetails details, Received received, OperationDefinition definition) {
        Set<String> declared = definition.getParameter().stream()
                .filter(one -> one.getUse() == OperationDefinition.OperationParameterUse.IN)
                .map(one -> one.getName())
                .collect(Collectors.toSet());
        Map<String, Type> values = new LinkedHashMap<>();
        details.getParameters().forEach((name, all) -> {
            if (!PROTOCOL.contains(name)) {
                values.put(declared(name, declared), new StringType(all[0]));
            }
        });
        Map<String, List<byte[]>> resources = new LinkedHashMap<>();
        List<Part> parts = new ArrayList<>();
        if (details.getRequestType() == RequestTypeEnum.POST) {
            for (var one : body(details, received).getParameter()) {
                values.put(declared(one.getName(), declared), one.getValue());
                parts.add(new Part("Parameters.parameter[" + parts.size() + "]", one));
            }
            resources.putAll(resources(received.json(details)));
        }
        return new OperationInput(values, resources, parts);
    }

    /** Resources as they were sent, which a lenient parser would not keep. */
    private static Map<String, List<byte[]>> resources(byte[] body) {
        Map<String, List<byte[]>> found = new LinkedHashMap<>();
        try {
            for (JsonNode one : JSON.readTree(body).path("parameter")) {
                if (one.has("resource")) {
                    found.computeIfAbsent(one.path("name").asText(), name -> new ArrayList<>())
                            .add(one.get("resource").toString().getBytes(StandardCharsets.UTF_8));
                }
            }
        } catch (IOException e) {
            throw Refusal.of(Reason.PARAMETER_VALUE, "body", "Parameters").exception();
        }
        return found;
    }

    private static Parameters body(RequestDetails details, Received received) {
        byte[] body = received.json(details);
        if (body.length == 0) {
            return new Parameters();
        }
        try {
            return details.getFhirContext()
                    .newJsonParser()
                    .parseResource(Parameters.class, new String(body, StandardCharsets.UTF_8));
        } catch (DataFormatException e) {
            throw Refusal.of(Reason.PARAMETER_VALUE, "body", "Parameters").exception();
        }
    }

    private static String declared(String name, Set<String> declared) {
        if (name == null || !declared.contains(name)) {
            // Not the name as sent: it could be anything.
            throw Refusal.of(Reason.UNDECLARED_PARAMETER, "?", String.join(", ", new TreeSet<>(declared)))
                    .exception();
        }
        return name;
    }

    Optional<String> text(String name) {
        return Optional.ofNullable(values.get(name))
                .filter(Type::isPrimitive)
                .map(Type::primitiveValue)
                .filter(value -> !value.isBlank());
    }

    Optional<Type> value(String name) {
        return Optional.ofNullable(values.get(name));
    }

    Optional<byte[]> resource(String name) {
        List<byte[]> sent = resources.getOrDefault(name, List.of());
        return sent.isEmpty() ? Optional.empty() : Optional.of(sent.get(sent.size() - 1));
    }

    /** All with this name that are resources of this type; anything else under it is refused. */
    List<byte[]> resources(String name, String type) {
        for (Part one : all(name)) {
            if (one.sent().getResource() == null
                    || !one.sent().getResource().fhirType().equals(type)) {
                throw Refusal.of(Reason.PARAMETER_VALUE, name, type)
                        .at(one.at())
                        .exception();
            }
        }
        return resources.getOrDefault(name, List.of());
    }

    /** As it was sent, also when it is blank or of another kind: whoever asked for words judges them. */
    Optional<String> words(String name) {
        if (!values.containsKey(name)) {
            return Optional.empty();
        }
        Type value = values.get(name);
        String words = value != null && value.isPrimitive() ? value.primitiveValue() : null;
        return Optional.of(words == null ? "" : words);
    }

    /** Refuses what the operation knows, but not here. */
    void none(String name, String instead) {
        if (values.containsKey(name)) {
            throw Refusal.of(Reason.UNDECLARED_PARAMETER, name, instead).exception();
        }
    }

    String required(String name, String form) {
        return text(name).orElseThrow(() -> Refusal.of(Reason.PARAMETER_VALUE, name, form)
                .exception());
    }

    /** All with this name, in order. */
    List<Part> all(String name) {
        return parts.stream().filter(one -> name.equals(one.sent().getName())).toList();
    }

    /** The id of a Patient of this server, as a Reference in the body or as text. */
    Optional<UUID> patient(String name, String base) {
        Type value = values.get(name);
        if (value == null) {
            return Optional.empty();
        }
        String sent = value instanceof Reference reference ? reference.getReference() : value.primitiveValue();
        String relative = sent != null && sent.startsWith(base + "/") ? sent.substring(base.length() + 1) : sent;
        if (relative == null || !PATIENT.matcher(relative).matches()) {
            throw Refusal.of(Reason.PARAMETER_VALUE, name, "Patient/[id]")
                    .at("Parameters.parameter.where(name='" + name + "')")
                    .exception();
        }
        return Optional.of(UUID.fromString(relative.substring("Patient/".length())));
    }

    /** A desk of the directory, {@code HealthcareService/id}; refused when it is none. */
    String desk(String name) {
        return value(name)
                .filter(Reference.class::isInstance)
                .map(it -> ((Reference) it).getReference())
                .or(() -> text(name))
                .filter(it -> it.matches("HealthcareService/[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}"))
                .orElseThrow(() -> Refusal.of(Reason.PARAMETER_VALUE, name, "HealthcareService/[id]")
                        .exception());
    }

    Optional<LocalDate> day(String name) {
        return text(name).map(value -> {
            try {
                return LocalDate.parse(value);
            } catch (DateTimeParseException e) {
                throw Refusal.of(Reason.PARAMETER_VALUE, name, "yyyy-mm-dd")
                        .at("Parameters.parameter.where(name='" + name + "')")
                        .exception();
            }
        });
    }

    Optional<Integer> number(String name) {
        return text(name).map(value -> {
            if (!value.matches("[0-9]{1,6}")) {
                throw Refusal.of(Reason.PARAMETER_VALUE, name, "0 .. 999999").exception();
            }
            return Integer.parseInt(value);
        });
    }

    boolean flag(String name) {
        return text(name).filter("true"::equals).isPresent();
    }

    Optional<Coding> coding(String name) {
        return Optional.ofNullable(values.get(name)).map(value -> {
            if (value instanceof Coding coding) {
                return coding;
            }
            throw Refusal.of(Reason.PARAMETER_VALUE, name, "Coding").exception();
        });
    }

    /** A Bundle sent along as a parameter. */
    Optional<Bundle> bundle(String name) {
        if (!values.containsKey(name)) {
            return Optional.empty();
        }
        for (Part one : all(name)) {
            if (one.sent().getResource() instanceof Bundle bundle) {
                return Optional.of(bundle);
            }
        }
        throw Refusal.of(Reason.PARAMETER_VALUE, name, "Bundle").exception();
    }

    Optional<CodeableConcept> concept(String name) {
        return Optional.ofNullable(values.get(name)).map(value -> {
            if (value instanceof CodeableConcept concept) {
                return concept;
            }
            throw Refusal.of(Reason.PARAMETER_VALUE, name, "CodeableConcept").exception();
        });
    }
}
