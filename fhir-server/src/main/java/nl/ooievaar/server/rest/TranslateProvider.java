package nl.ooievaar.server.rest;

import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import java.util.List;
import java.util.Optional;
import nl.ooievaar.profiles.PhbTranslation;
import nl.ooievaar.subject.Messages;
import nl.ooievaar.subject.Reason;
import nl.ooievaar.subject.Refusal;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.ConceptMap;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.UriType;
import org.springframework.stereotype.Component;

/**
 * Answers what a code of the package is in another system (FHIR R4 terminology service). It knows the package and
 * nothing else; it speaks of nobody, so nothing of it is audited.
 */
@Component
public class TranslateProvider {
    private final TerminologyQuestions questions;
    private final PhbTranslation translation;

    TranslateProvider(TerminologyQuestions questions, PhbTranslation translation) {
        this.questions = questions;
        this.translation = translation;
    }

    /** What a code of ours is in another system, or the other way round, each answer with how near it comes and why. */
    @Operation(name = "$translate", idempotent = true, manualRequest = true, type = ConceptMap.class)
    public Parameters translate(@IdParam(optional = true) IdType id, RequestDetails details) {
        TerminologyQuestion asked = questions.of(details, "phb-translate");
        Optional<ConceptMap> map = id != null || asked.input().text("url").isPresent()
                ? Optional.of(asked.find(id, ConceptMap.class, "conceptMapVersion"))
                : Optional.empty();
        List<Coding> codings = asked.codings();
        Optional<String> target = asked.input().text("targetsystem");
        List<PhbTranslation.Match> matches = codings.stream()
                .flatMap(one -> translation.translate(one, map, asked.input().flag("reverse")).stream())
                .filter(one ->
                        target.isEmpty() || target.get().equals(one.concept().getSystem()))
                .toList();
        Parameters answer = new Parameters();
        boolean found = matches.stream().anyMatch(PhbTranslation.Match::found);
        answer.addParameter("result", found);
        if (!found) {
            answer.addParameter("message", Messages.render(Refusal.of(Reason.TRANSLATION_UNKNOWN), asked.language()));
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
}
