package nl.ooievaar.server.promise;

import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import nl.ooievaar.server.TestServer;
import nl.ooievaar.server.identity.DemoParty;
import nl.ooievaar.subject.consent.Purpose;
import nl.ooievaar.subject.party.Party;

/** Who knocks. A new caller is a new constant with its token, its party and the person it is. */
enum LeakCaller {
    MIDWIFE(DemoParty.MIDWIFE),
    DESK(DemoParty.JGZ),
    /** Another role in the service of the desk. */
    NURSE(DemoParty.JGZ),
    /** The desk with a token for one purpose, which is narrower than what most consents open. */
    DESK_FOR_CONTACT(DemoParty.JGZ),
    MATERNITY(DemoParty.MATERNITY),
    OUTSIDER(DemoParty.OUTSIDER),
    /** Under the roof of the desk, in another service. */
    VEILIG_THUIS(DemoParty.VEILIG_THUIS),
    MUNICIPALITY(DemoParty.MUNICIPALITY),
    DEBT_SERVICE(DemoParty.DEBT_SERVICE),
    HERSELF(null),
    PARTNER(null),
    /** Her mentor; of a girl, the parent who speaks for her. */
    REPRESENTATIVE(null),
    /** Has authority over her while she is a minor, and said nothing. */
    SECOND_PARENT(null),
    ANOTHER_WOMAN(null),
    NOBODY(null),
    ENDED_TOKEN(null);

    private static final TestServer SERVER = TestServer.get();
    /** To make one and to look at one for the first time costs more than most of what is asked with it. */
    private static final Map<String, Token> TOKENS = new ConcurrentHashMap<>();

    private static final String HERS = "patient/*.rs patient/Consent.cu";
    private static final Duration KEPT = Duration.ofMinutes(4);

    private record Token(String value, Instant made) {}

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
            case REPRESENTATIVE -> Optional.of(story.representative().bsn());
            case SECOND_PARENT -> Optional.of(story.secondParent().bsn());
            case ANOTHER_WOMAN -> Optional.of(story.otherBsn());
            default -> Optional.empty();
        };
    }

    /** The one purpose that its token states. */
    Optional<Purpose> purpose() {
        return this == DESK_FOR_CONTACT ? Optional.of(Purpose.CONTACT_DETAILS) : Optional.empty();
    }

    RequestSpecification as(LeakStory story) {
        return switch (this) {
            case NURSE, DESK_FOR_CONTACT -> SERVER.with(kept(name(), () -> staff("jgz", "30.075", Instant.now())));
            case ENDED_TOKEN ->
                SERVER.with(kept(
                        name(), () -> staff("midwife", "03.000", Instant.now().minusSeconds(86_400))));
            case NOBODY -> SERVER.nobody();
            case HERSELF, PARTNER, REPRESENTATIVE, SECOND_PARENT, ANOTHER_WOMAN ->
                SERVER.with(kept(
                        person(story).orElseThrow(),
                        () -> SERVER.personToken(person(story).orElseThrow(), HERS)));
            default -> SERVER.as(demo.clientId());
        };
    }

    private static String kept(String of, Supplier<String> make) {
        return TOKENS.compute(
                        of,
                        (key, kept) -> kept == null
                                        || kept.made().isBefore(Instant.now().minus(KEPT))
                                ? new Token(make.get(), Instant.now())
                                : kept)
                .value();
    }

    /** A token of a demo party for another role, or for the one purpose of this caller. */
    private String staff(String client, String role, Instant from) {
        Map<String, String> claims = new HashMap<>(Map.of(
                "client_id",
                client,
                "organization_system",
                demoOf(client).organizationSystem(),
                "organization_value",
                demoOf(client).organizationValue(),
                "service",
                demoOf(client).service(),
                "role",
                role,
                "scope",
                "system/*.cruds"));
        purpose().ifPresent(purpose -> claims.put("purpose_of_use", purpose.code()));
        return SERVER.token(client, claims, from);
    }

    private static Party demoOf(String client) {
        return (client.equals("jgz") ? DemoParty.JGZ : DemoParty.MIDWIFE).party();
    }
}
