package nl.ooievaar.server.identity;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import nl.ooievaar.server.types.ResourceTypes;
import nl.ooievaar.server.types.TypeClass;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;

/** The clients that the issuer of the sandbox knows: a system of each demo party, and an app of a woman. */
final class SandboxClients {
    /** The app of a woman: public, with a proof key (RFC 7636) instead of a secret. */
    static final String APP = "woman-app";

    /** On the machine of the app, on any port (RFC 8252, section 7.3). */
    private static final String REDIRECT = "http://127.0.0.1/callback";

    private static final Duration SYSTEM = Duration.ofHours(1);
    /** Nothing binds her token to her app, so it ends soon. */
    private static final Duration HERS = Duration.ofMinutes(15);

    private SandboxClients() {}

    static List<RegisteredClient> all(ResourceTypes types) {
        List<RegisteredClient> all = new ArrayList<>(
                Arrays.stream(DemoParty.values()).map(SandboxClients::system).toList());
        all.add(app(types));
        return all;
    }

    private static RegisteredClient system(DemoParty party) {
        return RegisteredClient.withId(party.clientId())
                .clientId(party.clientId())
                .clientSecret(party.secret())
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST)
                .clientAuthenticationMethod(ClientAuthenticationMethod.PRIVATE_KEY_JWT)
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .scope(party.scope())
                .tokenSettings(
                        TokenSettings.builder().accessTokenTimeToLive(SYSTEM).build())
                .build();
    }

    private static RegisteredClient app(ResourceTypes types) {
        return RegisteredClient.withId(APP)
                .clientId(APP)
                .clientName("Voorbeeld-app")
                .clientAuthenticationMethod(ClientAuthenticationMethod.NONE)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .redirectUri(REDIRECT)
                .scopes(scopes -> scopes.addAll(ofApp(types)))
                .clientSettings(ClientSettings.builder().requireProofKey(true).build())
                .tokenSettings(
                        TokenSettings.builder().accessTokenTimeToLive(HERS).build())
                .build();
    }

    /** She reads what is hers and decides who else may; each also by type, for an app that asks for less. */
    static List<String> ofApp(ResourceTypes types) {
        List<String> scopes = new ArrayList<>(List.of(
                "openid",
                "fhirUser",
                "launch/patient",
                "patient/*.rs",
                "patient/*.r",
                "patient/*.read",
                "patient/Consent.cu",
                "patient/Patient.c",
                "patient/ServiceRequest.c",
                "patient/Task.c"));
        types.all().stream()
                .filter(type -> type.typeClass() == TypeClass.PERSON)
                .forEach(type -> List.of("rs", "r", "read")
                        .forEach(letters -> scopes.add("patient/" + type.name() + "." + letters)));
        return scopes;
    }
}
