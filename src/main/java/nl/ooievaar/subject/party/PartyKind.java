package nl.ooievaar.subject.party;

/** What kind of organisation a party is, told by the register its number comes from. */
public enum PartyKind {
    /** Registered as a care provider (URA). */
    CARE_PROVIDER,
    /** Any other organisation: a municipality or volunteer organisation, known by KvK or OIN. */
    OTHER;

    private static final String URA = "http://fhir.nl/fhir/NamingSystem/ura";

    // Every register but that of care providers gets the smaller set of rights, also one we never heard of.
    static PartyKind of(String organizationSystem) {
        return URA.equals(organizationSystem) ? CARE_PROVIDER : OTHER;
    }
}
