package nl.ooievaar.server.search;

import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.Enumerations.AdministrativeGender;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Task;

/** Invented people and their records. */
final class People {
    static final String BSN = "http://fhir.nl/fhir/NamingSystem/bsn";
    static final String SNOMED = "http://snomed.info/sct";

    private People() {}

    static Patient woman(String family, String given) {
        Patient woman = new Patient();
        woman.addName().setFamily(family).addGiven(given);
        woman.setGender(AdministrativeGender.FEMALE);
        return woman;
    }

    static Patient born(String day) {
        Patient woman = woman("Bakker", "Sanne");
        woman.setBirthDateElement(new DateType(day));
        return woman;
    }

    static Patient known(String system, String value) {
        Patient woman = woman("Bakker", "Sanne");
        woman.addIdentifier().setSystem(system).setValue(value);
        return woman;
    }

    static Observation observed(String woman, String code, String when) {
        Observation observation = new Observation();
        observation.setSubject(new Reference("Patient/" + woman));
        observation.setCode(new CodeableConcept(new Coding(SNOMED, code, null)));
        if (when != null) {
            observation.setEffective(new DateTimeType(when));
        }
        return observation;
    }

    static ServiceRequest referral(String woman) {
        ServiceRequest referral = new ServiceRequest();
        referral.setStatus(ServiceRequest.ServiceRequestStatus.ACTIVE);
        referral.setSubject(new Reference("Patient/" + woman));
        return referral;
    }

    static Task task(String owner, Task.TaskStatus status, String authored) {
        Task task = new Task();
        task.setOwner(new Reference("HealthcareService/" + owner));
        task.setStatus(status);
        if (authored != null) {
            task.setAuthoredOnElement(new DateTimeType(authored));
        }
        return task;
    }
}
