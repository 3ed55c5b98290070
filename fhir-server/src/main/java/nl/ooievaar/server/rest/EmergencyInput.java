package nl.ooievaar.server.rest;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.ooievaar.server.submission.EmergencyOpening;
import nl.ooievaar.subject.Reason;
import nl.ooievaar.subject.Refusal;
import nl.ooievaar.subject.consent.DataClass;
import nl.ooievaar.subject.emergency.EmergencyBasis;
import nl.ooievaar.subject.emergency.EmergencyTerms;
import nl.ooievaar.subject.person.Bsn;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Reference;

/** Reads what {@code $emergency-access} is asked; each refusal points at its parameter. */
final class EmergencyInput {
    private static final String BSN = "http://fhir.nl/fhir/NamingSystem/bsn";
    private static final Pattern PATIENT = Pattern.compile("Patient/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})");
    private static final String NAMES = "patient, identifier, class, reason, basis, duration";
    private static final Set<String> ONCE = Set.of("patient", "identifier", "reason", "basis", "duration");
    private static final Map<String, Duration> UNITS = Map.of("min", Duration.ofMinutes(1), "h", Duration.ofHours(1));

    private final Parameters body;
    private final EmergencyTerms terms;
    private final String base;

    private EmergencyInput(Parameters body, EmergencyTerms terms, String base) {
        this.body = body;
        this.terms = terms;
        this.base = base;
    }

    static EmergencyOpening.Asked read(Parameters body, EmergencyTerms terms, String base) {
        return new EmergencyInput(body, terms, base).read();
    }

    private EmergencyOpening.Asked read() {
        List<ParametersParameterComponent> all = body.getParameter();
        for (ParametersParameterComponent one : all) {
            boolean known = ONCE.contains(one.getName()) || "class".equals(one.getName());
            boolean first = !ONCE.contains(one.getName())
                    || find(one.getName()).filter(one::equals).isPresent();
            if (!known || !first) {
                // Not the name as sent: it could be anything.
                throw Refusal.of(Reason.UNDECLARED_PARAMETER, "?", NAMES)
                        .at(at(one))
                        .exception();
            }
        }
        if (find("patient").isPresent() == find("identifier").isPresent()) {
            throw Refusal.of(Reason.EMERGENCY_ONE_PERSON)
                    .at("Parameters.parameter")
                    .exception();
        }
        Optional<UUID> patient = find("patient").map(this::patient);
        Identifier identifier = patient.map(EmergencyOpening.Asked::local)
                .orElseGet(() -> identifier(find("identifier").orElseThrow()));
        return new EmergencyOpening.Asked(
                patient,
                identifier,
                classes(),
                reason(),
                basis(),
                find("duration").map(this::duration).orElse(terms.standard()));
    }

    private UUID patient(ParametersParameterComponent sent) {
        String reference = sent.getValue() instanceof Reference value ? value.getReference() : null;
        String relative = reference == null
                ? ""
                : reference.startsWith(base + "/") ? reference.substring(base.length() + 1) : reference;
        Matcher literal = PATIENT.matcher(relative);
        if (!literal.matches()) {
            throw form(sent, "Patient/[id]");
        }
        return UUID.fromString(literal.group(1));
    }

    private Identifier identifier(ParametersParameterComponent sent) {
        if (sent.getValue() instanceof Identifier value && value.hasSystem() && value.hasValue()) {
            boolean right = !BSN.equals(value.getSystem())
                    || Bsn.parse(value.getValue()).isPresent();
            if (right) {
                return new Identifier().setSystem(value.getSystem()).setValue(value.getValue());
            }
        }
        throw form(sent, "Identifier with system and value; a BSN has nine digits that pass the eleven test");
    }

    private Set<DataClass> classes() {
        Set<DataClass> classes = new LinkedHashSet<>();
        for (ParametersParameterComponent one : body.getParameter()) {
            if (one.getName().equals("class")) {
                Optional<DataClass> asked = DataClass.of(text(one));
                EmergencyTerms.checkClass(asked).ifPresent(no -> {
                    throw no.at(at(one)).exception();
                });
                classes.add(asked.orElseThrow());
            }
        }
        if (classes.isEmpty()) {
            throw EmergencyTerms.checkClass(Optional.empty())
                    .orElseThrow()
                    .at("Parameters.parameter")
                    .exception();
        }
        return classes;
    }

    private String reason() {
        ParametersParameterComponent sent = required("reason", "string");
        EmergencyTerms.checkReason(text(sent)).ifPresent(no -> {
            throw no.at(at(sent)).exception();
        });
        return text(sent);
    }

    private EmergencyBasis basis() {
        String codes = String.join(
                ", ",
                java.util.Arrays.stream(EmergencyBasis.values())
                        .map(EmergencyBasis::code)
                        .toList());
        ParametersParameterComponent sent = required("basis", codes);
        return EmergencyBasis.of(text(sent)).orElseThrow(() -> form(sent, codes));
    }

    private Duration duration(ParametersParameterComponent sent) {
        if (!(sent.getValue() instanceof Quantity asked) || !UNITS.containsKey(asked.getCode()) || !asked.hasValue()) {
            throw form(sent, "Duration in min or h");
        }
        BigDecimal minutes = asked.getValue()
                .multiply(BigDecimal.valueOf(UNITS.get(asked.getCode()).toMinutes()));
        // Longer than any node allows is as long as can be counted.
        Duration duration = Duration.ofMinutes(
                minutes.min(BigDecimal.valueOf(Integer.MAX_VALUE)).longValue());
        terms.checkDuration(duration).ifPresent(no -> {
            throw no.at(at(sent)).exception();
        });
        return duration;
    }

    private ParametersParameterComponent required(String name, String form) {
        return find(name).orElseThrow(() -> Refusal.of(Reason.PARAMETER_VALUE, name, form)
                .at("Parameters.parameter")
                .exception());
    }

    private Optional<ParametersParameterComponent> find(String name) {
        return body.getParameter().stream()
                .filter(one -> name.equals(one.getName()))
                .findFirst();
    }

    private static String text(ParametersParameterComponent sent) {
        return sent.hasValue()
                        && sent.getValue().isPrimitive()
                        && sent.getValue().hasPrimitiveValue()
                ? sent.getValue().primitiveValue()
                : "";
    }

    private RuntimeException form(ParametersParameterComponent sent, String form) {
        return Refusal.of(Reason.PARAMETER_VALUE, sent.getName(), form)
                .at(at(sent))
                .exception();
    }

    private String at(ParametersParameterComponent sent) {
        int place = 0;
        while (body.getParameter().get(place) != sent) {
            place++;
        }
        return "Parameters.parameter[" + place + "]";
    }
}
