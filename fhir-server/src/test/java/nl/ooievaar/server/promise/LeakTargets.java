package nl.ooievaar.server.promise;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import nl.ooievaar.server.Referral;
import nl.ooievaar.server.TestServer;

/** Each record as an exit is asked for it, and beside it one that never was. */
final class LeakTargets {
    private final LeakWorld world;
    private final Map<String, String> audits = new HashMap<>();
    private final String nobody = Referral.ofNewWoman().bsn();

    LeakTargets(LeakWorld world) throws SQLException {
        this.world = world;
        for (String row : TestServer.get()
                .query("select id, min(audit_id::text) from audit cross join lateral unnest(ids) as id group by id")) {
            audits.put(row.substring(0, row.indexOf('|')), row.substring(row.indexOf('|') + 1));
        }
    }

    LeakExit.Target of(LeakStory story, LeakVersion version) {
        return new LeakExit.Target(
                version.reference(),
                story.patient(version.custodian(), version.person()),
                word(version, ".identifier"),
                word(version, ".name.family"),
                version.person(),
                audits.get(version.id()));
    }

    /**
     * The same without anything that exists, but for what this caller knows from elsewhere: whoever is shown one record of a file
     * reads in it which Patient it is about.
     */
    LeakExit.Target absent(LeakExit.Target there, LeakCaller caller, LeakStory story) {
        boolean knowsPatient = story.versions().stream()
                .filter(v -> v.reference().equals(there.patient()))
                .anyMatch(patient -> story.versions().stream()
                        .anyMatch(v -> v.custodian().equals(patient.custodian())
                                && v.person().equals(patient.person())
                                && LeakOracle.open(caller, story, story, v)));
        return new LeakExit.Target(
                there.type() + "/" + UUID.randomUUID(),
                knowsPatient ? there.patient() : "Patient/" + UUID.randomUUID(),
                world.mayKnow(caller, story, there.word()) ? there.word() : fresh(),
                world.mayKnow(caller, story, there.family()) ? there.family() : fresh(),
                world.mayKnow(caller, story, there.bsn()) ? there.bsn() : nobody,
                UUID.randomUUID().toString());
    }

    private String word(LeakVersion version, String place) {
        return version.words().stream()
                .filter(word -> world.canaries().placeOf(word).endsWith(place))
                .findFirst()
                .orElseGet(LeakTargets::fresh);
    }

    private static String fresh() {
        return LeakFinder.PREFIX + UUID.randomUUID().toString().replace("-", "").substring(0, 12);
    }
}
