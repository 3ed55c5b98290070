package nl.ooievaar.subject.consent;

/** By whom a consent or objection was given (rule 11 of the gate; WGBO, articles 7:447, 7:450 and 7:465 BW). */
public enum Giver {
    /** The person whom the records are about. */
    HERSELF,
    /** Who has parental authority or guardianship over a minor, with proof of it. */
    AUTHORITY_HOLDER,
    /** Who represents an adult, while for this very decision a professional recorded that she is not capable of it. */
    REPRESENTATIVE_OF_INCAPABLE,
    /** Who represents an adult of whom nobody recorded that: she decides herself, so it says nothing. */
    REPRESENTATIVE
}
