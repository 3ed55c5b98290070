package nl.ooievaar.profiles.sure;

import ca.uhn.fhir.context.support.ConceptValidationOptions;
import ca.uhn.fhir.context.support.IValidationSupport;
import ca.uhn.fhir.context.support.ValidationSupportContext;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.hl7.fhir.instance.model.api.IBaseResource;

/** Codes that the validator's own terminology accepts, each asked of it once. Thread safe; memory is bounded. */
final class Codes {
    private static final int KEPT = 20_000;
    /** Systems without content here: the validator only warns of them, whatever the code. */
    private static final Map<String, Pattern> UNCHECKED = Map.of(
            "http://snomed.info/sct", Pattern.compile("[1-9][0-9]{5,17}"),
            "http://loinc.org", Pattern.compile("[1-9][0-9]{0,5}-[0-9]"),
            "http://fhir.nl/fhir/NamingSystem/uzi-rolcode", Pattern.compile("[0-9]{2}\\.[0-9]{3}"));

    private final IValidationSupport support;
    private final Map<Question, Boolean> answers = new ConcurrentHashMap<>();

    private record Question(String valueSet, String system, String code) {}

    Codes(IValidationSupport support) {
        this.support = support;
    }

    /** A Coding that is right by itself. */
    boolean known(JsonNode coding) {
        JsonNode system = coding.path("system");
        JsonNode code = coding.path("code");
        if (!system.isTextual() || !code.isTextual() || coding.has("version") || coding.has("extension")) {
            return false;
        }
        Pattern unchecked = UNCHECKED.get(system.textValue());
        return unchecked == null
                ? accepted(null, system.textValue(), code.textValue())
                : unchecked.matcher(code.textValue()).matches();
    }

    /** A code in a value set; a primitive code has no system of its own, null here. */
    boolean in(String valueSet, String system, String code) {
        // The validator refuses some languages of three letters that its own terminology knows.
        boolean rareLanguage = "urn:ietf:bcp:47".equals(system) && code.length() != 2;
        return !rareLanguage && accepted(valueSet, system, code);
    }

    private boolean accepted(String valueSet, String system, String code) {
        Question question = new Question(valueSet, system, code);
        Boolean answer = answers.get(question);
        if (answer == null) {
            answer = ask(question);
            if (answers.size() < KEPT) {
                answers.put(question, answer);
            }
        }
        return answer;
    }

    private boolean ask(Question question) {
        var context = new ValidationSupportContext(support);
        var options = new ConceptValidationOptions();
        IValidationSupport.CodeValidationResult result;
        if (question.valueSet() == null) {
            if (!support.isCodeSystemSupported(context, question.system())) {
                return false;
            }
            result = support.validateCode(context, options, question.system(), question.code(), null, null);
        } else {
            IBaseResource set = support.fetchValueSet(question.valueSet());
            if (set == null) {
                return false;
            }
            options.setInferSystem(question.system() == null);
            result = support.validateCodeInValueSet(context, options, question.system(), question.code(), null, set);
        }
        return result != null && result.isOk();
    }
}
