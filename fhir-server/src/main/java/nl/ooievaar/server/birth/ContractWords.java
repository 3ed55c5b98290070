package nl.ooievaar.server.birth;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nl.ooievaar.profiles.PhbPackage;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.CodeSystem.ConceptDefinitionComponent;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Questionnaire;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemComponent;
import org.springframework.stereotype.Component;

/** What questions and codes of the contract are called in Dutch, the language of the dossier. */
@Component
class ContractWords {
    private final PhbPackage phb;

    ContractWords(PhbPackage phb) {
        this.phb = phb;
    }

    /** The text of a question; its id where it has none. */
    String question(String questionnaire, String linkId) {
        return Optional.ofNullable(questionnaire)
                .flatMap(url -> phb.find(Questionnaire.class, url.split("\\|")[0]))
                .flatMap(form -> items(form.getItem())
                        .filter(item -> linkId.equals(item.getLinkId()) && item.hasText())
                        .findFirst())
                .map(QuestionnaireItemComponent::getText)
                .orElse(linkId);
    }

    private static Stream<QuestionnaireItemComponent> items(List<QuestionnaireItemComponent> items) {
        return items.stream().flatMap(item -> Stream.concat(Stream.of(item), items(item.getItem())));
    }

    /** As it was sent with it; else what its code system calls it. */
    String of(Coding coding) {
        if (coding.hasDisplay()) {
            return coding.getDisplay();
        }
        String code = coding.hasCode() ? coding.getCode() : "";
        return Optional.ofNullable(coding.getSystem())
                .flatMap(system -> phb.find(CodeSystem.class, system))
                .flatMap(system -> system.getConcept().stream()
                        .filter(concept -> code.equals(concept.getCode()))
                        .findFirst())
                .map(ContractWords::dutch)
                .orElse(code);
    }

    private static String dutch(ConceptDefinitionComponent concept) {
        return concept.getDesignation().stream()
                .filter(one -> "nl".equals(one.getLanguage()))
                .map(CodeSystem.ConceptDefinitionDesignationComponent::getValue)
                .findFirst()
                .orElse(concept.getDisplay());
    }
}
