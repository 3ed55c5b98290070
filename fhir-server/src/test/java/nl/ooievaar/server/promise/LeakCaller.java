package nl.ooievaar.server.promise;

import io.restassured.specification.RequestSpecification;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import nl.ooievaar.server.TestServer;
import nl.ooievaar.server.identity.DemoParty;
import nl.ooievaar.subject.party.Party;

/** Who knocks. A new caller is a new constant with its token, its party and the person it is. */
enum LeakCaller {
    MIDWIFE(DemoParty.MIDWIFE),
    DESK(DemoParty.JGZ),
    /** Another role in the service of the desk. */
    NURSE(DemoParty.JGZ),
    MATERNITY(DemoParty.MATERNITY),
    OUTSIDER(DemoParty.OUTSIDER),
    /** Under the roof of the desk, in another service. */
    VEILIG_THUIS(DemoParty.VEILIG_THUIS),
    MUNICIPALITY(DemoParty.MUNICIPALITY),
    DEBT_SERVICE(DemoParty.DEBT_SERVICE),
    HERSELF(null),
    PARTNER(null),
    ANOTHER_WOMAN(null),
    NOBODY(null),
    ENDED_TOKEN(null);

    private static final TestServer SERVER = TestServer.get();

    private final DemoParty demo;

    LeakCaller(DemoParty demo) {
        this.demo = demo;
    }

    /** The organisation and service it calls for; empty for a person and for nobody. */
    Optional<Party> party() {
        return Optional.ofNullable(demo).map(DemoParty::party);
    }

    /** The person it is, among those of this story. */
    Optional<String> person(LeakStory story) {
        return switch (this) {
            case HERSELF -> Optional.of(story.bsn());
            case PARTNER -> Optional.of(story.partnerBsn());
            case ANOTHER_WOMAN -> Optional.of(story.otherBsn());
            default -> Optional.empty();
        };
    }

    RequestSpecification as(LeakStory story) {
        return switch (this) {
            case NURSE -> SERVER.with(staff("jgz", "30.075", Instant.now()));
            case ENDED_TOKEN ->
                SERVER.with(staff("midwife", "03.000", Instant.now().minusSeconds(86_400)));
            case NOBODY -> SERVER.nobody();
            case HERSELF, PARTNER, ANOTHER_WOMAN ->
                SERVER.asPerson(person(story).orElseThrow());
            default -> SERVER.as(demo.clientId());
        };
    }

    /** A token of a demo party for another role. */
    private static String staff(String client, String role, Instant from) {
        DemoParty of = client.equals("jgz") ? DemoParty.JGZ : DemoParty.MIDWIFE;
        return SERVER.token(
                client,
                Map.of(
                        "client_id",
                        client,
                        "organization_system",
                        of.party().organizationSystem(),
                        "organization_value",
                        of.party().organizationValue(),
                        "service",
                        of.party().service(),
                        "role",
                        role,
                        "scope",
                        "system/*.cruds"),
                from);
    }
}
