package nl.ooievaar.server.promise;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import nl.ooievaar.subject.consent.ConsentStatement;
import nl.ooievaar.subject.consent.Person;
import nl.ooievaar.subject.consent.Representation;
import nl.ooievaar.subject.consent.Representation.Ground;
import nl.ooievaar.subject.party.Party;

/** One woman and her partner, what they said, and all that is kept about them. */
final class LeakStory {
    private final LeakState state;
    private final String bsn;
    private final String partnerBsn;
    private final String otherBsn;
    private final LeakRelative representative;
    private final LeakRelative secondParent;
    private final List<Representation> representations = new ArrayList<>();
    private final Map<String, Map<String, ConsentStatement>> statements = new HashMap<>();
    private final List<LeakVersion> versions = new ArrayList<>();
    private final Set<String> kept = new HashSet<>();

    /** @param otherBsn of another woman, of whom records are kept too */
    LeakStory(LeakState state, String otherBsn, Supplier<String> numbers) {
        this.state = state;
        this.bsn = numbers.get();
        this.partnerBsn = numbers.get();
        this.otherBsn = otherBsn;
        this.representative = new LeakRelative(
                numbers.get(),
                state.age().isPresent() ? Ground.PARENTAL_AUTHORITY : Ground.MENTORSHIP,
                state.representedUntil());
        this.secondParent = new LeakRelative(numbers.get(), Ground.PARENTAL_AUTHORITY, state.representedUntil());
        representations.add(representative.representation());
        representations.add(secondParent.representation());
    }

    LeakState state() {
        return state;
    }

    String bsn() {
        return bsn;
    }

    String partnerBsn() {
        return partnerBsn;
    }

    String otherBsn() {
        return otherBsn;
    }

    /** Her mentor, or of a girl the parent by whom is consented with her, or for her. */
    LeakRelative representative() {
        return representative;
    }

    /** Recorded to have authority over her, whatever her age. */
    LeakRelative secondParent() {
        return secondParent;
    }

    /** Who may stand for this person, as far as anybody recorded. */
    List<Representation> representations(String person) {
        return person.equals(bsn) ? representations : List.of();
    }

    /** Who decides about the records of this person. */
    Person person(String person) {
        return person.equals(bsn) ? state.person(bsn) : Person.grown(person);
    }

    List<LeakVersion> versions() {
        return versions;
    }

    /** What this person says, by the id of the Consent. */
    Map<String, ConsentStatement> statements(String person) {
        return statements.computeIfAbsent(person, p -> new LinkedHashMap<>());
    }

    /** Whether something that she said is about this record by name. */
    boolean named(String id) {
        return statements(bsn).values().stream()
                .anyMatch(said -> said.scope().named().contains(id));
    }

    /** A later version closes the one before. */
    void add(LeakVersion version) {
        versions.replaceAll(v -> v.id().equals(version.id()) ? v.superseded() : v);
        versions.add(version);
    }

    /** A record, all versions of it, turned out to be about somebody else. */
    void recordInError(String id) {
        versions.replaceAll(v -> v.id().equals(id) ? v.inError() : v);
    }

    /** All that this party keeps of her turned out to be about somebody else, with who consented and who represents there. */
    void fileInError(Party custodian) {
        versions.replaceAll(v -> v.custodian().equals(custodian) ? v.inError() : v);
        statements(bsn).clear();
        representations.clear();
    }

    /** What was disclosed to a party that accepted stays with it, to the very version. */
    void keep(Party party, LeakVersion version) {
        kept.add(key(party, version));
    }

    boolean kept(Party party, LeakVersion version) {
        return kept.contains(key(party, version));
    }

    LeakVersion current(String id) {
        return versions.stream()
                .filter(v -> v.id().equals(id) && v.current())
                .findFirst()
                .orElseThrow();
    }

    /** The Patient of this person in the file of this party. */
    String patient(Party custodian, String person) {
        return versions.stream()
                .filter(v -> v.type().equals("Patient")
                        && v.custodian().equals(custodian)
                        && v.person().equals(person))
                .findFirst()
                .orElseThrow()
                .reference();
    }

    private static String key(Party party, LeakVersion version) {
        return party.service() + " " + version.id() + " " + version.number();
    }
}
