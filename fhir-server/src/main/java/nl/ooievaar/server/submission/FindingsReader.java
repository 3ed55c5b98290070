package nl.ooievaar.server.submission;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nl.ooievaar.subject.feedback.Finding;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseItemComponent;
import org.hl7.fhir.r4.model.Type;

/** Projects phb-findings into what the subject needs for feedback; her own words are marked as hers and go no further. */
final class FindingsReader {
    private static final Map<String, Finding.Kind> TOLD = Map.of(
            "advice", Finding.Kind.ADVICE,
            "chosen-support", Finding.Kind.CHOSEN_SUPPORT,
            "agreement.text", Finding.Kind.AGREEMENT);

    private FindingsReader() {}

    static List<Finding> read(QuestionnaireResponse response, FeedbackWords words) {
        List<Finding> found = new ArrayList<>();
        response.getItem().forEach(item -> read(item, words, found));
        return found;
    }

    /** Whether the question is told without being picked. */
    static boolean toldAnyway(String linkId) {
        return TOLD.containsKey(linkId);
    }

    /** The answers to one question, wherever it stands; a group has none of its own. */
    static List<Type> answers(QuestionnaireResponse response, String linkId) {
        return response.getItem().stream()
                .flatMap(FindingsReader::all)
                .filter(item -> linkId.equals(item.getLinkId()))
                .flatMap(item -> item.getAnswer().stream())
                .filter(QuestionnaireResponse.QuestionnaireResponseItemAnswerComponent::hasValue)
                .map(QuestionnaireResponse.QuestionnaireResponseItemAnswerComponent::getValue)
                .toList();
    }

    private static Stream<QuestionnaireResponseItemComponent> all(QuestionnaireResponseItemComponent item) {
        Stream<QuestionnaireResponseItemComponent> below =
                item.getItem().stream().flatMap(FindingsReader::all);
        Stream<QuestionnaireResponseItemComponent> belowAnswers = item.getAnswer().stream()
                .flatMap(answer -> answer.getItem().stream())
                .flatMap(FindingsReader::all);
        return Stream.concat(Stream.of(item), Stream.concat(below, belowAnswers));
    }

    private static void read(QuestionnaireResponseItemComponent item, FeedbackWords words, List<Finding> found) {
        Finding.Kind kind = TOLD.getOrDefault(item.getLinkId(), Finding.Kind.OTHER);
        // What is not told back is hers or the professional's own; only the listed items may pass.
        Finding.Voice voice = kind == Finding.Kind.OTHER ? Finding.Voice.WOMAN : Finding.Voice.PROFESSIONAL;
        item.getAnswer().forEach(answer -> {
            if (answer.hasValue()) {
                found.add(new Finding(kind, voice, words.answer(answer.getValue())));
            }
            answer.getItem().forEach(nested -> read(nested, words, found));
        });
        item.getItem().forEach(nested -> read(nested, words, found));
    }
}
