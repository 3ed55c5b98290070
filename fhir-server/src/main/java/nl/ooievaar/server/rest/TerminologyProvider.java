package nl.ooievaar.server.rest;

import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import nl.ooievaar.profiles.PhbPackage;
import nl.ooievaar.profiles.PhbTerminology;
import nl.ooievaar.profiles.PhbTerminology.Concept;
import nl.ooievaar.profiles.PhbTranslation;
import nl.ooievaar.subject.Messages;
import nl.ooievaar.subject.Reason;
import nl.ooievaar.subject.Refusal;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.ConceptMap;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.MetadataResource;
import org.hl7.fhir.r4.model.OperationDefinition;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.UriType;
import org.hl7.fhir.r4.model.ValueSet;
import org.springframework.stereotype.Component;

/**
 * Answers what the codes of the package mean, in Dutch or English (FHIR R4 terminology service: expand, validate-code, lookup).
 * It knows the package and nothing else; it speaks of nobody, so nothing of it is audited.
 */
@Component
public class TerminologyProvider {
    private static final String FORM = "a canonical address of this package, such as " + PhbPackage.BASE;
    private static final List<Locale> SPOKEN = List.of(Locale.ENGLISH, Locale.forLanguageTag("nl"));

    private final PhbTerminology terminology;
    private final PhbTranslation translation;
    private final PhbPackage phb;
    private final Received received;
    private final Clock clock;

    public TerminologyProvider(PhbPackage phb, Received received, Clock clock) {
        this.terminology = new PhbTerminology(phb);
        this.translation = new PhbTranslation(phb);
        this.phb = phb;
        this.received = received;
        this.clock = clock;
    }

    /** The codes of a value set in the order of its definition, all or a page of them. */
    @Operation(name = "$expand", idempotent = true, manualRequest = true, type = ValueSet.class)
    public ValueSet expand(@IdParam(optional = true) IdType id, RequestDetails details) {
        OperationInput asked = input(details, "phb-expand");
        ValueSet set = valueSet(id, asked);
        Locale locale = language(asked, details);
        Optional<String> filter = asked.text("filter").map(text -> text.toLowerCase(Locale.ROOT));
        List<Concept> fitting = terminology.expand(set).stream()
                .filter(one -> filter.isEmpty() || one.mentions(filter.get()))
                .toList();
        ValueSet answer = new ValueSet();
        answer.setId(set.getIdElement().getIdPart());
        answer.setUrl(set.getUrl())
                .setVersion(set.getVersion())
                .setName(set.getName())
                .setTitle(set.getTitle())
                .setStatus(set.getStatus());
        int offset = asked.number("offset").orElse(0);
        ValueSet.ValueSetExpansionComponent expansion = answer.getExpansion();
        expansion
                .setIdentifier(
                        "urn:uuid:" + UUID.nameUUIDFromBytes(canonical(set).getBytes(StandardCharsets.UTF_8)))
                .setTimestamp(Date.from(clock.instant()))
                .setTotal(fitting.size())
                .setOffset(offset);
        expansion.addParameter().setName("displayLanguage").setValue(new CodeType(locale.getLanguage()));
        fitting.stream()
                .skip(offset)
                .limit(asked.number("count").orElse(Integer.MAX_VALUE))
                .forEach(one -> expansion.addContains(contained(one, locale, asked.flag("includeDesignations"))));
        return answer;
    }

    /** Whether a code, or one of a CodeableConcept, is in a value set, and is called what the caller calls it. */
    @Operation(name = "$validate-code", idempotent = true, manualRequest = true, type = ValueSet.class)
    public Parameters validateInValueSet(@IdParam(optional = true) IdType id, RequestDetails details) {
        OperationInput asked = input(details, "phb-validate-code");
        ValueSet set = valueSet(id, asked);
        List<Coding> codings = asked.concept("codeableConcept")
                .map(concept -> concept.getCoding())
                .orElseGet(() -> List.of(coding(asked, "system", () -> asked.required("system", FORM))));
        List<Concept> codes = terminology.expand(set);
        return judged(
                codings,
                coding -> codes.stream()
                        .filter(one -> one.key().equals(coding.getSystem() + '|' + coding.getCode()))
                        .findFirst(),
                canonical(set),
                language(asked, details));
    }

    /** Whether a code is one of a code system, and is called what the caller calls it. */
    @Operation(name = "$validate-code", idempotent = true, manualRequest = true, type = CodeSystem.class)
    public Parameters validateInCodeSystem(@IdParam(optional = true) IdType id, RequestDetails details) {
        OperationInput asked = input(details, "phb-validate-code-in-system");
        CodeSystem system = find(id, asked, CodeSystem.class, "url", "version");
        return judged(
                List.of(coding(asked, "url", system::getUrl)),
                coding -> system.getUrl().equals(coding.getSystem())
                        ? terminology.concept(system, coding.getCode())
                        : Optional.empty(),
                canonical(system),
                language(asked, details));
    }

    /** What a code means: its names and properties. */
    @Operation(name = "$lookup", idempotent = true, manualRequest = true, type = CodeSystem.class)
    public Parameters lookup(RequestDetails details) {
        OperationInput asked = input(details, "phb-lookup");
        Coding coding = coding(asked, "system", () -> asked.required("system", FORM));
        CodeSystem system = terminology
                .codeSystem(withVersion(
                        coding.getSystem(), asked.text("version").or(() -> Optional.ofNullable(coding.getVersion()))))
                .orElseThrow(TerminologyProvider::unknown);
        Concept concept = terminology.concept(system, coding.getCode()).orElseThrow(() -> Refusal.of(
                        Reason.CODE_UNKNOWN, canonical(system))
                .exception());
        Parameters answer = new Parameters();
        answer.addParameter("name", system.getTitle());
        answer.addParameter("version", system.getVersion());
        answer.addParameter("display", concept.display(language(asked, details)));
        concept.definition().getDesignation().forEach(one -> {
            Parameters.ParametersParameterComponent part = answer.addParameter().setName("designation");
            part.addPart().setName("language").setValue(new CodeType(one.getLanguage()));
            part.addPart().setName("value").setValue(new StringType(one.getValue()));
        });
        concept.definition().getProperty().forEach(one -> {
            Parameters.ParametersParameterComponent part = answer.addParameter().setName("property");
            part.addPart().setName("code").setValue(new CodeType(one.getCode()));
            part.addPart().setName("value").setValue(one.getValue());
        });
        return answer;
    }

    /** What a code of ours is in another system, or the other way round, each answer with how near it comes and why. */
    @Operation(name = "$translate", idempotent = true, manualRequest = true, type = ConceptMap.class)
    public Parameters translate(@IdParam(optional = true) IdType id, RequestDetails details) {
        OperationInput asked = input(details, "phb-translate");
        Optional<ConceptMap> map = id != null || asked.text("url").isPresent()
                ? Optional.of(find(id, asked, ConceptMap.class, "url", "conceptMapVersion"))
                : Optional.empty();
        List<Coding> codings = asked.concept("codeableConcept")
                .map(concept -> concept.getCoding())
                .orElseGet(() -> List.of(coding(asked, "system", () -> asked.required("system", FORM))));
        Optional<String> target = asked.text("targetsystem");
        List<PhbTranslation.Match> matches = codings.stream()
                .flatMap(one -> translation.translate(one, map, asked.flag("reverse")).stream())
                .filter(one ->
                        target.isEmpty() || target.get().equals(one.concept().getSystem()))
                .toList();
        Parameters answer = new Parameters();
        boolean found = matches.stream().anyMatch(PhbTranslation.Match::found);
        answer.addParameter("result", found);
        if (!found) {
            answer.addParameter(
                    "message", Messages.render(Refusal.of(Reason.TRANSLATION_UNKNOWN), language(asked, details)));
        }
        matches.forEach(one -> answer.addParameter(matched(one)));
        return answer;
    }

    private static Parameters.ParametersParameterComponent matched(PhbTranslation.Match one) {
        Parameters.ParametersParameterComponent match = new Parameters.ParametersParameterComponent().setName("match");
        match.addPart()
                .setName("equivalence")
                .setValue(new CodeType(one.equivalence().toCode()));
        if (one.found()) {
            match.addPart().setName("concept").setValue(one.concept());
        }
        match.addPart().setName("source").setValue(new UriType(one.map()));
        one.comment().ifPresent(why -> match.addPart().setName("comment").setValue(new StringType(why)));
        return match;
    }

    private static Parameters judged(
            List<Coding> codings, Function<Coding, Optional<Concept>> find, String among, Locale locale) {
        Parameters answer = new Parameters();
        for (Coding coding : codings) {
            Optional<Concept> found = find.apply(coding);
            if (found.isPresent()) {
                String display = found.get().display(locale);
                boolean right = !coding.hasDisplay() || found.get().isCalled(coding.getDisplay());
                answer.addParameter("result", right);
                if (!right) {
                    answer.addParameter("message", Messages.render(Refusal.of(Reason.DISPLAY_WRONG, display), locale));
                }
                answer.addParameter("display", display);
                return answer;
            }
        }
        answer.addParameter("result", false);
        answer.addParameter("message", Messages.render(Refusal.of(Reason.CODE_UNKNOWN, among), locale));
        return answer;
    }

    private static ValueSet.ValueSetExpansionContainsComponent contained(Concept one, Locale locale, boolean all) {
        ValueSet.ValueSetExpansionContainsComponent contained = new ValueSet.ValueSetExpansionContainsComponent()
                .setSystem(one.system().getUrl())
                .setVersion(one.system().getVersion())
                .setCode(one.definition().getCode())
                .setDisplay(one.display(locale));
        if (all) {
            one.definition().getDesignation().forEach(name -> contained
                    .addDesignation()
                    .setLanguage(name.getLanguage())
                    .setValue(name.getValue()));
        }
        return contained;
    }

    /** Of the parameter coding, or of code and display; what the coding leaves out is read as the operation has it. */
    private static Coding coding(OperationInput asked, String system, Supplier<String> url) {
        Coding coding = asked.coding("coding").map(Coding::copy).orElseGet(() -> new Coding()
                .setDisplay(asked.text("display").orElse(null)));
        if (!coding.hasSystem()) {
            coding.setSystem(url.get());
        }
        if (!coding.hasCode()) {
            coding.setCode(asked.required("code", "a code of " + system));
        }
        return coding;
    }

    private OperationInput input(RequestDetails details, String operation) {
        return OperationInput.of(
                details,
                received,
                phb.find(OperationDefinition.class, PhbPackage.BASE + "/OperationDefinition/" + operation)
                        .orElseThrow(() -> new IllegalStateException(operation)));
    }

    private ValueSet valueSet(IdType id, OperationInput asked) {
        return find(id, asked, ValueSet.class, "url", "valueSetVersion");
    }

    private <T extends MetadataResource> T find(
            IdType id, OperationInput asked, Class<T> type, String url, String version) {
        Optional<T> found = id == null
                ? phb.find(type, withVersion(asked.required(url, FORM), asked.text(version)))
                : phb.definitions().stream()
                        .filter(one -> type.isInstance(one)
                                && one.getIdElement().getIdPart().equals(id.getIdPart()))
                        .map(type::cast)
                        .findFirst();
        return found.orElseThrow(TerminologyProvider::unknown);
    }

    private static RuntimeException unknown() {
        return Refusal.of(Reason.CANONICAL_UNKNOWN, PhbPackage.ID).exception();
    }

    private static String withVersion(String url, Optional<String> version) {
        return version.map(one -> url + '|' + one).orElse(url);
    }

    private static String canonical(MetadataResource one) {
        return one.getUrl() + '|' + one.getVersion();
    }

    private static Locale language(OperationInput asked, RequestDetails details) {
        return asked.text("displayLanguage")
                .map(tag -> {
                    try {
                        return Locale.lookup(Locale.LanguageRange.parse(tag), SPOKEN);
                    } catch (IllegalArgumentException e) {
                        throw Refusal.of(Reason.PARAMETER_VALUE, "displayLanguage", "nl, en")
                                .exception();
                    }
                })
                .orElseGet(() -> Languages.asked(details));
    }
}
