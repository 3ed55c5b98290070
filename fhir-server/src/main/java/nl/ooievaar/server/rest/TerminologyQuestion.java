package nl.ooievaar.server.rest;

import ca.uhn.fhir.rest.api.server.RequestDetails;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import nl.ooievaar.profiles.PhbPackage;
import nl.ooievaar.subject.Reason;
import nl.ooievaar.subject.Refusal;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.MetadataResource;
import org.hl7.fhir.r4.model.ValueSet;

/** One call of a terminology operation, with what all of them can be asked: a definition, codes, a language. */
record TerminologyQuestion(OperationInput input, PhbPackage phb, RequestDetails details) {
    private static final String FORM = "a canonical address of this package, such as " + PhbPackage.BASE;
    private static final List<Locale> SPOKEN = List.of(Locale.ENGLISH, Locale.forLanguageTag("nl"));

    ValueSet valueSet(IdType id) {
        return find(id, ValueSet.class, "valueSetVersion");
    }

    /** The definition with this id, or else the one of the address asked. */
    <T extends MetadataResource> T find(IdType id, Class<T> type, String version) {
        Optional<T> found = id == null
                ? phb.find(type, withVersion(input.required("url", FORM), input.text(version)))
                : phb.definitions().stream()
                        .filter(one -> type.isInstance(one)
                                && one.getIdElement().getIdPart().equals(id.getIdPart()))
                        .map(type::cast)
                        .findFirst();
        return found.orElseThrow(TerminologyQuestion::unknown);
    }

    /** The code system of a code that was asked. */
    CodeSystem system(Coding coding) {
        Optional<String> version = input.text("version").or(() -> Optional.ofNullable(coding.getVersion()));
        return phb.find(CodeSystem.class, withVersion(coding.getSystem(), version))
                .orElseThrow(TerminologyQuestion::unknown);
    }

    /** Those of a CodeableConcept, or the one code. */
    List<Coding> codings() {
        return input.concept("codeableConcept").map(CodeableConcept::getCoding).orElseGet(() -> List.of(coding()));
    }

    Coding coding() {
        return coding("system", () -> input.required("system", FORM));
    }

    /** Of the parameter coding, or of code and display; what the coding leaves out is read as the operation has it. */
    Coding coding(String system, Supplier<String> url) {
        Coding coding = input.coding("coding").map(Coding::copy).orElseGet(() -> new Coding()
                .setDisplay(input.text("display").orElse(null)));
        if (!coding.hasSystem()) {
            coding.setSystem(url.get());
        }
        if (!coding.hasCode()) {
            coding.setCode(input.required("code", "a code of " + system));
        }
        return coding;
    }

    Locale language() {
        return input.text("displayLanguage")
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

    static String canonical(MetadataResource one) {
        return one.getUrl() + '|' + one.getVersion();
    }

    static RuntimeException unknown() {
        return Refusal.of(Reason.CANONICAL_UNKNOWN, PhbPackage.ID).exception();
    }

    private static String withVersion(String url, Optional<String> version) {
        return version.map(one -> url + '|' + one).orElse(url);
    }
}
