package nl.ooievaar.server.rights;

import java.util.Optional;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.CareTeam;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.Composition;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.DocumentReference;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Enumerations;
import org.hl7.fhir.r4.model.EpisodeOfCare;
import org.hl7.fhir.r4.model.Goal;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.RelatedPerson;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Task;

/** How each type says that it was entered in error (FHIR R4, the status of each type). */
final class ErrorMark {
    private static final String VERIFICATION = "http://terminology.hl7.org/CodeSystem/condition-ver-status";
    private static final String ERROR = "entered-in-error";

    private ErrorMark() {}

    /** @return the version that says so; empty for a type that has no word for it */
    static Optional<Resource> on(Resource was) {
        if (was instanceof Patient) {
            // Without her number and name, so that no search by them finds it again; the version before keeps them.
            Patient empty = new Patient().setActive(false);
            empty.setId(was.getIdElement());
            return Optional.of(empty);
        }
        if (was instanceof RelatedPerson related) {
            return Optional.of(related.setActive(false));
        }
        if (was instanceof Consent consent) {
            return Optional.of(consent.setStatus(Consent.ConsentState.INACTIVE));
        }
        if (was instanceof Condition condition) {
            condition.getVerificationStatus().getCoding().clear();
            condition
                    .getVerificationStatus()
                    .addCoding()
                    .setSystem(VERIFICATION)
                    .setCode(ERROR);
            return Optional.of(condition);
        }
        return Optional.ofNullable(byStatus(was));
    }

    private static Resource byStatus(Resource was) {
        return switch (was.getResourceType()) {
            case ServiceRequest -> ((ServiceRequest) was).setStatus(ServiceRequest.ServiceRequestStatus.ENTEREDINERROR);
            // A task of ours has no such state; its move to the end is one the table knows.
            case Task -> ((Task) was).getStatus() == Task.TaskStatus.COMPLETED ? null : ended((Task) was);
            case Observation -> ((Observation) was).setStatus(Observation.ObservationStatus.ENTEREDINERROR);
            case Encounter -> ((Encounter) was).setStatus(Encounter.EncounterStatus.ENTEREDINERROR);
            case EpisodeOfCare -> ((EpisodeOfCare) was).setStatus(EpisodeOfCare.EpisodeOfCareStatus.ENTEREDINERROR);
            case Appointment -> ((Appointment) was).setStatus(Appointment.AppointmentStatus.ENTEREDINERROR);
            case Composition -> ((Composition) was).setStatus(Composition.CompositionStatus.ENTEREDINERROR);
            case DocumentReference ->
                ((DocumentReference) was).setStatus(Enumerations.DocumentReferenceStatus.ENTEREDINERROR);
            case QuestionnaireResponse ->
                ((QuestionnaireResponse) was)
                        .setStatus(QuestionnaireResponse.QuestionnaireResponseStatus.ENTEREDINERROR);
            case CarePlan -> ((CarePlan) was).setStatus(CarePlan.CarePlanStatus.ENTEREDINERROR);
            case Goal -> ((Goal) was).setLifecycleStatus(Goal.GoalLifecycleStatus.ENTEREDINERROR);
            case CareTeam -> ((CareTeam) was).setStatus(CareTeam.CareTeamStatus.ENTEREDINERROR);
            case Communication -> ((Communication) was).setStatus(Communication.CommunicationStatus.ENTEREDINERROR);
            default -> null;
        };
    }

    private static Task ended(Task task) {
        return task.setStatus(Task.TaskStatus.CANCELLED);
    }
}
