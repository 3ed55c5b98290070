package nl.ooievaar.server.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.ooievaar.subject.RefusedException;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.Jwt;

/** What a token says of who calls ends up in the access log, so it may be no text and name nobody. */
class CallerTest {
    private static final Map<String, String> CLAIMS = Map.of(
            "organization_system", "http://fhir.nl/fhir/NamingSystem/ura",
            "organization_value", "90000101",
            "service", "90000101-verloskunde",
            "role", "03.000",
            "user", "http://fhir.nl/fhir/NamingSystem/uzi-nr-pers|900012345",
            "client_id", "midwife",
            "purpose_of_use", "referral",
            "sub", "midwife");

    @Test
    void identifiers_and_codes_are_taken() {
        assertThat(Caller.of(token(Map.of())).user()).contains(CLAIMS.get("user"));
    }

    @Test
    void a_text_a_name_a_long_value_or_a_citizen_service_number_is_refused() {
        for (Map<String, String> change : List.of(
                Map.of("user", "Jannie de Vries"),
                Map.of("user", "x".repeat(201)),
                Map.of("role", "midwife of Sanne"),
                Map.of("client_id", "a\nb"),
                Map.of("client_id", "app-999900006"),
                Map.of("service", "999900006"),
                Map.of("role", "999900006"),
                Map.of("purpose_of_use", "because she asked"),
                Map.of("purpose_of_use", "x".repeat(65)))) {
            assertThatThrownBy(() -> Caller.of(token(change)), change.toString())
                    .isInstanceOf(RefusedException.class)
                    .satisfies(
                            no -> assertThat(((RefusedException) no).refusal().status())
                                    .isEqualTo(401));
        }
    }

    private static Jwt token(Map<String, String> change) {
        Map<String, Object> claims = new HashMap<>(CLAIMS);
        claims.putAll(change);
        return Jwt.withTokenValue("x")
                .header("alg", "none")
                .claims(all -> all.putAll(claims))
                .build();
    }
}
