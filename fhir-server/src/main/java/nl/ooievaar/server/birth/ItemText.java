package nl.ooievaar.server.birth;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Annotation;
import org.hl7.fhir.r4.model.BaseDateTimeType;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.Goal;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseItemComponent;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.Type;
import org.springframework.stereotype.Component;

/** The items of one record that can be chosen apart, each in words: what she reads before, and exactly what goes. */
@Component
class ItemText {
    /**
     * @param part place in the record (FHIRPath, without its type); empty for the whole of it
     */
    record Text(Optional<String> part, String title, String words) {}

    private final ContractWords words;

    ItemText(ContractWords words) {
        this.words = words;
    }

    List<Text> of(Resource record) {
        List<Text> texts =
                switch (record.fhirType()) {
                    case "QuestionnaireResponse" -> answers((QuestionnaireResponse) record);
                    case "Observation" -> observation((Observation) record);
                    case "Condition" -> condition((Condition) record);
                    case "CarePlan" -> plan((CarePlan) record);
                    case "Goal" -> goal((Goal) record);
                    default -> List.<Text>of();
                };
        return texts.stream().filter(text -> !text.words().isBlank()).toList();
    }

    private List<Text> answers(QuestionnaireResponse response) {
        boolean gone = response.getStatus() == QuestionnaireResponse.QuestionnaireResponseStatus.ENTEREDINERROR;
        return gone ? List.of() : answers(response.getQuestionnaire(), response.getItem(), "", "");
    }

    /** @param under what stands above it: an answer says nothing without its theme */
    private List<Text> answers(
            String form, List<QuestionnaireResponseItemComponent> items, String around, String under) {
        List<Text> found = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            QuestionnaireResponseItemComponent item = items.get(i);
            String at = around + "item[" + i + "]";
            String title = under + (item.hasText() ? item.getText() : words.question(form, item.getLinkId()));
            if (item.hasAnswer()) {
                String said = item.getAnswer().stream()
                        .map(answer -> say(answer.getValue()))
                        .collect(Collectors.joining("; "));
                found.add(new Text(Optional.of(at), title, said));
            }
            found.addAll(answers(form, item.getItem(), at + ".", title + ": "));
        }
        return found;
    }

    private List<Text> observation(Observation one) {
        boolean gone = one.getStatus() == Observation.ObservationStatus.ENTEREDINERROR;
        Stream<String> components = one.getComponent().stream()
                .map(part -> say(part.getCode()) + ": " + say(part.hasValue() ? part.getValue() : null));
        return whole(
                gone,
                say(one.getCode()),
                Stream.of(
                        Stream.of(say(one.hasValue() ? one.getValue() : null)),
                        components,
                        Stream.of(say(one.hasEffective() ? one.getEffective() : null)),
                        notes(one.getNote())));
    }

    private List<Text> condition(Condition one) {
        return whole(
                one.getVerificationStatus().getCoding().stream()
                        .anyMatch(it -> "entered-in-error".equals(it.getCode())),
                say(one.getCode()),
                Stream.of(
                        Stream.of(say(one.getClinicalStatus()), say(one.hasOnset() ? one.getOnset() : null)),
                        notes(one.getNote())));
    }

    private List<Text> goal(Goal one) {
        return whole(
                one.getLifecycleStatus() == Goal.GoalLifecycleStatus.ENTEREDINERROR,
                say(one.getDescription()),
                Stream.of(
                        Stream.of(
                                one.hasLifecycleStatus()
                                        ? one.getLifecycleStatus().toCode()
                                        : ""),
                        notes(one.getNote())));
    }

    /** Each activity apart: who may know of the one need not know of the other. */
    private List<Text> plan(CarePlan plan) {
        List<Text> found = new ArrayList<>();
        if (plan.getStatus() == CarePlan.CarePlanStatus.ENTEREDINERROR) {
            return found;
        }
        for (int i = 0; i < plan.getActivity().size(); i++) {
            CarePlan.CarePlanActivityDetailComponent detail =
                    plan.getActivity().get(i).getDetail();
            String said = joined(Stream.of(
                    detail.hasStatus() ? detail.getStatus().toCode() : "",
                    detail.hasDescription() ? detail.getDescription() : ""));
            found.add(new Text(Optional.of("activity[" + i + "]"), say(detail.getCode()), said));
        }
        return found;
    }

    private static List<Text> whole(boolean inError, String title, Stream<Stream<String>> words) {
        String all = joined(words.flatMap(it -> it));
        return inError ? List.of() : List.of(new Text(Optional.empty(), title, all.isEmpty() ? title : all));
    }

    private static Stream<String> notes(List<Annotation> notes) {
        return notes.stream().map(note -> note.hasText() ? note.getText() : "");
    }

    private static String joined(Stream<String> words) {
        return words.filter(it -> it != null && !it.isBlank()).collect(Collectors.joining("; "));
    }

    private String say(Type value) {
        if (value instanceof CodeableConcept concept) {
            return concept.hasText()
                    ? concept.getText()
                    : concept.getCoding().stream().map(words::of).collect(Collectors.joining(", "));
        }
        if (value instanceof Coding coding) {
            return words.of(coding);
        }
        if (value instanceof Quantity quantity) {
            return joined(Stream.of(
                            quantity.hasValue() ? quantity.getValue().toPlainString() : "",
                            quantity.hasUnit() ? quantity.getUnit() : ""))
                    .replace("; ", " ");
        }
        if (value instanceof BooleanType yes) {
            return yes.booleanValue() ? "ja" : "nee";
        }
        if (value instanceof BaseDateTimeType date) {
            return date.getValueAsString();
        }
        return value != null && value.isPrimitive() && value.hasPrimitiveValue() ? value.primitiveValue() : "";
    }
}
