package nl.ooievaar.server.submission;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.ooievaar.subject.feedback.Finding;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.Type;

/** Projects phb-findings into what the subject needs for feedback; her own words are marked as hers and go no further. */
final class FindingsReader {
    private static final Map<String, Finding.Kind> TOLD = Map.of(
            "advice", Finding.Kind.ADVICE,
            "chosen-support", Finding.Kind.CHOSEN_SUPPORT,
            "agreement.text", Finding.Kind.AGREEMENT,
            "lead", Finding.Kind.LEAD,
            "evaluation-date", Finding.Kind.EVALUATION_DATE);

    private FindingsReader() {}

    static List<Finding> read(QuestionnaireResponse response) {
        List<Finding> found = new ArrayList<>();
        response.getItem().forEach(item -> read(item, found));
        return found;
    }

    private static void read(QuestionnaireResponse.QuestionnaireResponseItemComponent item, List<Finding> found) {
        Finding.Kind kind = TOLD.getOrDefault(item.getLinkId(), Finding.Kind.OTHER);
        // What is not told back is hers or the professional's own; only the listed items may pass.
        Finding.Voice voice = kind == Finding.Kind.OTHER ? Finding.Voice.WOMAN : Finding.Voice.PROFESSIONAL;
        item.getAnswer().forEach(answer -> {
            if (answer.hasValue()) {
                found.add(new Finding(kind, voice, text(answer.getValue())));
            }
            answer.getItem().forEach(nested -> read(nested, found));
        });
        item.getItem().forEach(nested -> read(nested, found));
    }

    private static String text(Type value) {
        return value instanceof Coding coding
                ? coding.hasDisplay() ? coding.getDisplay() : coding.getCode()
                : value.primitiveValue();
    }
}
