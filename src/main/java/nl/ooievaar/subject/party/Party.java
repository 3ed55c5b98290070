package nl.ooievaar.subject.party;

/**
 * An organisation with one of its services: the unit to which access is given, never the organisation alone.
 *
 * @param organizationSystem the register of the organisation's number (URA, KvK or OIN)
 * @param organizationValue the organisation's number in that register
 * @param service the business id of the service inside it
 */
public record Party(String organizationSystem, String organizationValue, String service) {

    public Party {
        if (organizationSystem.isBlank() || organizationValue.isBlank() || service.isBlank()) {
            throw new IllegalArgumentException("A party needs a register, a number and a service");
        }
    }

    /** What kind of organisation it is. */
    public PartyKind kind() {
        return PartyKind.of(organizationSystem);
    }

    /** Only care providers may process the citizen service number (Wabvpz). */
    public boolean mayUseBsn() {
        return kind() == PartyKind.CARE_PROVIDER;
    }

    /** A party outside care can refer, but cannot look around for persons. */
    public boolean maySearchPersons() {
        return kind() == PartyKind.CARE_PROVIDER;
    }

    /** True when both are the same organisation, whatever the service. */
    public boolean sharesOrganizationWith(Party other) {
        return organizationSystem.equals(other.organizationSystem) && organizationValue.equals(other.organizationValue);
    }
}
