package nl.ooievaar.server.submission;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.ooievaar.server.gate.Periods;
import nl.ooievaar.subject.party.CareRole;
import nl.ooievaar.subject.plan.Lead;
import nl.ooievaar.subject.plan.TeamMember;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.CareTeam;
import org.hl7.fhir.r4.model.CareTeam.CareTeamParticipantComponent;
import org.hl7.fhir.r4.model.Reference;

/** Projects plans and care teams into who leads. */
final class TeamReader {
    private static final String ROLES = "http://ooievaar.example/fhir/CodeSystem/phb-care-role";
    private static final Set<String> FAMILY = Set.of("Patient", "RelatedPerson");

    private TeamReader() {}

    /** The teams that the plans name speak; where no plan names one, all that are there. */
    static Lead lead(List<CarePlan> plans, List<CareTeam> teams, Instant now) {
        Set<String> named = plans.stream()
                .filter(plan -> plan.getStatus() == CarePlan.CarePlanStatus.ACTIVE)
                .flatMap(plan -> plan.getCareTeam().stream())
                .map(Reference::getReference)
                .collect(Collectors.toSet());
        List<TeamMember> given = teams.stream()
                .filter(team -> team.getStatus() == CareTeam.CareTeamStatus.ACTIVE)
                .filter(team -> named.isEmpty()
                        || named.contains("CareTeam/" + team.getIdElement().getIdPart()))
                .flatMap(team -> team.getParticipant().stream())
                .filter(TeamReader::leads)
                .flatMap(TeamReader::member)
                .toList();
        return Lead.of(given, now);
    }

    private static boolean leads(CareTeamParticipantComponent participant) {
        return participant.getRole().stream()
                .flatMap(role -> role.getCoding().stream())
                .anyMatch(coding ->
                        ROLES.equals(coding.getSystem()) && CareRole.LEAD.code().equals(coding.getCode()));
    }

    private static Stream<TeamMember> member(CareTeamParticipantComponent participant) {
        Reference member = participant.getMember();
        String type = member.hasReference() && member.getReference().contains("/")
                ? member.getReferenceElement().getResourceType()
                : member.getType();
        boolean family = type != null && FAMILY.contains(type);
        String name = family || !member.hasDisplay() ? "" : member.getDisplay();
        return Stream.of(new TeamMember(
                family ? TeamMember.Side.FAMILY : TeamMember.Side.PROFESSIONAL,
                name,
                Periods.of(participant.getPeriod())));
    }
}
