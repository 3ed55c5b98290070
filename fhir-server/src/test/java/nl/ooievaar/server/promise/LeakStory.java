package nl.ooievaar.server.promise;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.ooievaar.subject.consent.ConsentStatement;
import nl.ooievaar.subject.party.Party;

/** One woman and her partner, what they said, and all that is kept about them. */
final class LeakStory {
    private final LeakState state;
    private final String bsn;
    private final String partnerBsn;
    private final String otherBsn;
    private final Map<String, Map<String, ConsentStatement>> statements = new HashMap<>();
    private final List<LeakVersion> versions = new ArrayList<>();
    private final Set<String> kept = new HashSet<>();

    /** @param otherBsn of another woman, of whom records are kept too */
    LeakStory(LeakState state, String bsn, String partnerBsn, String otherBsn) {
        this.state = state;
        this.bsn = bsn;
        this.partnerBsn = partnerBsn;
        this.otherBsn = otherBsn;
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

    List<LeakVersion> versions() {
        return versions;
    }

    /** What this person says, by the id of the Consent. */
    Map<String, ConsentStatement> statements(String person) {
        return statements.computeIfAbsent(person, p -> new LinkedHashMap<>());
    }

    /** A later version closes the one before. */
    void add(LeakVersion version) {
        versions.replaceAll(v -> v.id().equals(version.id()) ? v.superseded() : v);
        versions.add(version);
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
