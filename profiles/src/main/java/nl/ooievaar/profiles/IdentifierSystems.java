package nl.ooievaar.profiles;

import ca.uhn.fhir.validation.ResultSeverityEnum;
import ca.uhn.fhir.validation.SingleValidationMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Property;

/**
 * Looks for identifiers, and for codes beside another, of a system that is almost a known one. The validator takes any address; a number under the wrong
 * one is never found again, and a BSN under it is not treated as one. Thread safe.
 */
final class IdentifierSystems {
    /** Id of the message. */
    static final String MESSAGE = "identifier-system-unknown";
    /** The same of a code that stands beside one of the list that is asked: the validator says nothing of it. */
    static final String BESIDE = "coding-system-unknown";

    private final KnownSystems known;

    IdentifierSystems(PhbPackage phb) {
        known = new KnownSystems(phb);
    }

    /** A warning for each, at its system. */
    List<SingleValidationMessage> doubtful(Sent sent) {
        List<SingleValidationMessage> found = new ArrayList<>();
        sent.parts().stream()
                .filter(part -> !part.resource().fhirType().equals("Bundle"))
                .forEach(part -> walk(part.resource(), part.claim().expression(), found));
        return found;
    }

    private void walk(Base at, String expression, List<SingleValidationMessage> found) {
        if (at instanceof Identifier identifier && identifier.hasSystem()) {
            known.meant(identifier.getSystem()).ifPresent(right -> found.add(message(MESSAGE, expression, right)));
        }
        if (at instanceof CodeableConcept concept && concept.getCoding().size() > 1) {
            for (int i = 0; i < concept.getCoding().size(); i++) {
                String place = expression + ".coding[" + i + "]";
                Optional.ofNullable(concept.getCoding().get(i).getSystem())
                        .flatMap(known::meant)
                        .ifPresent(right -> found.add(message(BESIDE, place, right)));
            }
        }
        for (Property child : at.children()) {
            List<Base> values = child.getValues();
            for (int i = 0; i < values.size(); i++) {
                String step = child.getMaxCardinality() > 1
                        ? child.getName() + "[" + i + "]"
                        : child.getName()
                                .replace("[x]", ".ofType(" + values.get(i).fhirType() + ")");
                walk(values.get(i), expression + '.' + step, found);
            }
        }
    }

    private static SingleValidationMessage message(String id, String expression, String right) {
        SingleValidationMessage message = new SingleValidationMessage();
        message.setSeverity(ResultSeverityEnum.WARNING);
        message.setMessageId(id);
        message.setLocationString(expression + ".system");
        message.setMessage(right);
        return message;
    }
}
