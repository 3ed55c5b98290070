package nl.ooievaar.server.rest;

import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import nl.ooievaar.profiles.PhbTerminology;
import nl.ooievaar.profiles.PhbTerminology.Concept;
import nl.ooievaar.subject.Reason;
import nl.ooievaar.subject.Refusal;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.StringType;
import org.springframework.stereotype.Component;

/**
 * Answers what a code of the package means, in Dutch or English (FHIR R4 terminology service). It knows the package and
 * nothing else; it speaks of nobody, so nothing of it is audited.
 */
@Component
public class LookupProvider {
    private final TerminologyQuestions questions;
    private final PhbTerminology terminology;

    LookupProvider(TerminologyQuestions questions, PhbTerminology terminology) {
        this.questions = questions;
        this.terminology = terminology;
    }

    /** What a code means: its names and properties. */
    @Operation(name = "$lookup", idempotent = true, manualRequest = true, type = CodeSystem.class)
    public Parameters lookup(RequestDetails details) {
        TerminologyQuestion asked = questions.of(details, "phb-lookup");
        Coding coding = asked.coding();
        CodeSystem system = asked.system(coding);
        Concept concept = terminology.concept(system, coding.getCode()).orElseThrow(() -> Refusal.of(
                        Reason.CODE_UNKNOWN, TerminologyQuestion.canonical(system))
                .exception());
        Parameters answer = new Parameters();
        answer.addParameter("name", system.getTitle());
        answer.addParameter("version", system.getVersion());
        answer.addParameter("display", concept.display(asked.language()));
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
}
