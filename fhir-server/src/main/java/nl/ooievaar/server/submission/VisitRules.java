package nl.ooievaar.server.submission;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.ooievaar.server.gate.Seen;
import nl.ooievaar.subject.Reason;
import nl.ooievaar.subject.Refusal;
import nl.ooievaar.subject.visit.FindingsVersions;
import nl.ooievaar.subject.visit.VisitAppointment;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.Reference;
import org.springframework.stereotype.Component;

/** What is written of a visit fits with what was written before: asked of the subject, the same for every way in. */
@Component
class VisitRules {
    private final ToldRecords records;

    VisitRules(ToldRecords records) {
        this.records = records;
    }

    void check(List<Planned> planned, Map<UUID, Seen> seen) {
        for (Planned one : planned) {
            if (one.resource instanceof QuestionnaireResponse after && one.step == Planned.Step.UPDATE) {
                findings(one, records.open(one.before.orElseThrow(), QuestionnaireResponse.class), after);
            }
            if (one.resource instanceof Encounter contact && one.written() && one.hasProfile("phb-contact")) {
                appointments(one, contact, planned, seen);
            }
        }
    }

    private static void findings(Planned one, QuestionnaireResponse before, QuestionnaireResponse after) {
        if (!Profiles.ids(before).contains("phb-findings")) {
            return;
        }
        boolean same = one.hasProfile("phb-findings")
                && before.getSubject().getReference().equals(after.getSubject().getReference())
                && questionnaire(before).equals(questionnaire(after))
                && references(after.getBasedOn()).containsAll(references(before.getBasedOn()));
        if (!same) {
            throw Refusal.of(Reason.FINDINGS_ELSEWHERE).at(one.entry.at()).exception();
        }
        FindingsVersions.check(before.getStatus().toCode(), after.getStatus().toCode())
                .ifPresent(no -> {
                    String at = one.entry.at().isEmpty() ? "QuestionnaireResponse" : one.entry.at();
                    throw no.at(at + ".status").exception();
                });
    }

    private static String questionnaire(QuestionnaireResponse response) {
        return response.getQuestionnaire().split("\\|")[0];
    }

    private static Set<String> references(List<Reference> all) {
        return all.stream()
                .map(Reference::getReference)
                .filter(it -> it != null)
                .collect(Collectors.toSet());
    }

    private void appointments(Planned one, Encounter contact, List<Planned> planned, Map<UUID, Seen> seen) {
        for (int i = 0; i < contact.getAppointment().size(); i++) {
            Optional<Appointment> kept = appointment(contact.getAppointment().get(i), planned, seen);
            String status = kept.map(it -> it.getStatus().toCode()).orElse("booked");
            if (!new VisitAppointment(status, Optional.empty(), true).mayBeMet()) {
                String at = one.entry.at().isEmpty() ? "Encounter" : one.entry.at();
                throw Refusal.of(Reason.CONTACT_WITHOUT_APPOINTMENT, status)
                        .at(at + ".appointment[" + i + "]")
                        .exception();
            }
        }
    }

    /** As it will be after this submission. */
    private Optional<Appointment> appointment(Reference to, List<Planned> planned, Map<UUID, Seen> seen) {
        return planned.stream()
                .filter(one -> one.reference().equals(to.getReference()) && one.resource instanceof Appointment)
                .map(one -> (Appointment) one.resource)
                .findFirst()
                .or(() -> seen.values().stream()
                        .filter(one -> one.reference().equals(to.getReference()))
                        .map(one -> records.open(one, Appointment.class))
                        .findFirst());
    }
}
