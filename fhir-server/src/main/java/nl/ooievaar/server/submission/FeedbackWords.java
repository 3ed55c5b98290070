package nl.ooievaar.server.submission;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import nl.ooievaar.profiles.PhbPackage;
import nl.ooievaar.profiles.PhbTerminology;
import nl.ooievaar.subject.plan.Lead;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Questionnaire;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemComponent;
import org.hl7.fhir.r4.model.Type;
import org.springframework.stereotype.Component;

/** The Dutch words in which feedback is written: professionals and the woman read the same text. Thread safe. */
@Component
class FeedbackWords {
    private static final Locale DUTCH = Locale.forLanguageTag("nl");

    private final PhbTerminology terminology;
    private final Map<String, String> questions = new HashMap<>();

    FeedbackWords(PhbPackage phb, PhbTerminology terminology) {
        this.terminology = terminology;
        Questionnaire findings = phb.find(Questionnaire.class, PhbPackage.BASE + "/Questionnaire/phb-findings")
                .orElseThrow(() -> new IllegalStateException("phb-findings"));
        collect(findings.getItem(), "");
    }

    private void collect(List<QuestionnaireItemComponent> items, String above) {
        for (QuestionnaireItemComponent item : items) {
            questions.put(item.getLinkId(), above + item.getText());
            collect(item.getItem(), item.getText() + ", ");
        }
    }

    /** The question with the theme before it, if there is such a question. */
    Optional<String> question(String linkId) {
        return Optional.ofNullable(questions.get(linkId));
    }

    String answer(Type value) {
        if (value instanceof BooleanType yes) {
            return yesNo(yes.booleanValue());
        }
        if (value instanceof Coding coding) {
            return terminology
                    .codeSystem(coding.getSystem() == null ? "" : coding.getSystem())
                    .flatMap(system -> terminology.concept(system, coding.getCode()))
                    .map(concept -> concept.display(DUTCH))
                    .orElse(coding.hasDisplay() ? coding.getDisplay() : coding.getCode());
        }
        return value.primitiveValue();
    }

    static String yesNo(boolean yes) {
        return yes ? "ja" : "nee";
    }

    /** Names nobody of the family. */
    static String lead(Lead lead) {
        return switch (lead.holder()) {
            case FAMILY -> "het gezin zelf";
            case PROFESSIONAL -> lead.name().isBlank() ? "een professional, samen met haar gekozen" : lead.name();
            case YOUTH_NURSE -> "de jeugdverpleegkundige, tot is afgesproken wie de regie heeft";
        };
    }
}
