package nl.ooievaar.server.gate;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nl.ooievaar.server.store.Directory;
import nl.ooievaar.subject.consent.CareRelation;
import nl.ooievaar.subject.party.CareRole;
import nl.ooievaar.subject.party.Party;
import org.hl7.fhir.r4.model.CareTeam;
import org.springframework.stereotype.Component;

/**
 * Projects a phb-care-team into who holds which role. Only a member that is named by the business identifier of a service in
 * the directory is a party.
 */
@Component
class CareTeamReader {
    static final String ROLES = "http://ooievaar.example/fhir/CodeSystem/phb-care-role";
    private static final String PROFILE = "http://ooievaar.example/fhir/StructureDefinition/phb-care-team";

    private final Directory directory;

    CareTeamReader(Directory directory) {
        this.directory = directory;
    }

    List<CareRelation> read(CareTeam team, Party custodian) {
        boolean counts = team.getStatus() == CareTeam.CareTeamStatus.ACTIVE
                && team.getMeta().hasProfile(PROFILE);
        return counts
                ? team.getParticipant().stream()
                        .flatMap(it -> relations(it, custodian))
                        .toList()
                : List.of();
    }

    private Stream<CareRelation> relations(CareTeam.CareTeamParticipantComponent participant, Party custodian) {
        Optional<Party> holder = directory.partyOf(participant.getMember().getIdentifier());
        return holder.stream().flatMap(party -> participant.getRole().stream()
                .flatMap(role -> role.getCoding().stream())
                .filter(coding -> ROLES.equals(coding.getSystem()))
                .flatMap(coding -> CareRole.of(coding.getCode()).stream())
                .map(role -> new CareRelation(custodian, role, party, Periods.of(participant.getPeriod()))));
    }
}
