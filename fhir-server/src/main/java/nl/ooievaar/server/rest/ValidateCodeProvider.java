package nl.ooievaar.server.rest;

import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import nl.ooievaar.profiles.PhbTerminology;
import nl.ooievaar.profiles.PhbTerminology.Concept;
import nl.ooievaar.subject.Messages;
import nl.ooievaar.subject.Reason;
import nl.ooievaar.subject.Refusal;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.ValueSet;
import org.springframework.stereotype.Component;

/**
 * Says whether a code is right, and what it is called in Dutch or English (FHIR R4 terminology service). It knows the package and
 * nothing else; it speaks of nobody, so nothing of it is audited.
 */
@Component
public class ValidateCodeProvider {
    private final TerminologyQuestions questions;
    private final PhbTerminology terminology;

    ValidateCodeProvider(TerminologyQuestions questions, PhbTerminology terminology) {
        this.questions = questions;
        this.terminology = terminology;
    }

    /** Whether a code, or one of a CodeableConcept, is in a value set, and is called what the caller calls it. */
    @Operation(name = "$validate-code", idempotent = true, manualRequest = true, type = ValueSet.class)
    public Parameters validateInValueSet(@IdParam(optional = true) IdType id, RequestDetails details) {
        TerminologyQuestion asked = questions.of(details, "phb-validate-code");
        ValueSet set = asked.valueSet(id);
        List<Coding> codings = asked.codings();
        List<Concept> codes = terminology.expand(set);
        return judged(
                codings,
                coding -> codes.stream()
                        .filter(one -> one.key().equals(coding.getSystem() + '|' + coding.getCode()))
                        .findFirst(),
                TerminologyQuestion.canonical(set),
                asked.language());
    }

    /** Whether a code is one of a code system, and is called what the caller calls it. */
    @Operation(name = "$validate-code", idempotent = true, manualRequest = true, type = CodeSystem.class)
    public Parameters validateInCodeSystem(@IdParam(optional = true) IdType id, RequestDetails details) {
        TerminologyQuestion asked = questions.of(details, "phb-validate-code-in-system");
        CodeSystem system = asked.find(id, CodeSystem.class, "version");
        return judged(
                List.of(asked.coding("url", system::getUrl)),
                coding -> system.getUrl().equals(coding.getSystem())
                        ? terminology.concept(system, coding.getCode())
                        : Optional.empty(),
                TerminologyQuestion.canonical(system),
                asked.language());
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
}
