package nl.ooievaar.server.identity;

import java.util.Arrays;
import java.util.Optional;
import nl.ooievaar.subject.party.Party;

/** The invented parties of the sandbox. Their secrets are in the README: they protect nothing. */
public enum DemoParty {
    MIDWIFE("midwife", "http://fhir.nl/fhir/NamingSystem/ura", "90000101", "90000101-verloskunde", "03.000"),
    JGZ("jgz", "http://fhir.nl/fhir/NamingSystem/ura", "90000201", "90000201-phb", "30.000"),
    MATERNITY(
            "maternity", "http://fhir.nl/fhir/NamingSystem/ura", "90000301", "90000301-kraamzorg", "kraamverzorgende"),
    OUTSIDER("outsider", "http://fhir.nl/fhir/NamingSystem/ura", "90000901", "90000901-phb", "30.000"),
    VEILIG_THUIS(
            "veilig-thuis",
            "http://fhir.nl/fhir/NamingSystem/ura",
            "90000201",
            "90000201-veilig-thuis",
            "veilig-thuis"),
    MUNICIPALITY("municipality", "http://fhir.nl/fhir/NamingSystem/kvk", "90000401", "90000401-beleid", "gemeente"),
    DEBT_SERVICE("debt-service", "http://fhir.nl/fhir/NamingSystem/kvk", "90000401", "90000401-schuldhulp", "gemeente"),
    WARD("ward", "http://fhir.nl/fhir/NamingSystem/ura", "90000501", "90000501-acute-verloskunde", "01.015"),
    MIDWIFE_PRIVACY("midwife-privacy", "http://fhir.nl/fhir/NamingSystem/ura", "90000101", "90000101-fg", "fg"),
    JGZ_PRIVACY("jgz-privacy", "http://fhir.nl/fhir/NamingSystem/ura", "90000201", "90000201-fg", "fg"),
    WARD_PRIVACY("ward-privacy", "http://fhir.nl/fhir/NamingSystem/ura", "90000501", "90000501-fg", "fg");

    private final String clientId;
    private final Party party;
    private final String role;

    DemoParty(String clientId, String system, String value, String service, String role) {
        this.clientId = clientId;
        this.party = new Party(system, value, service);
        this.role = role;
    }

    static DemoParty of(String clientId) {
        return Arrays.stream(values())
                .filter(p -> p.clientId.equals(clientId))
                .findFirst()
                .orElseThrow();
    }

    public String clientId() {
        return clientId;
    }

    String secret() {
        return clientId + "-secret";
    }

    public Party party() {
        return party;
    }

    String role() {
        return role;
    }

    /** Who acts: only on the ward, where emergency access is an act of somebody. */
    Optional<String> user() {
        return this == WARD ? Optional.of("90000501-arts-7") : Optional.empty();
    }

    /** The desk for policy only reads, if anything is open to it; whoever meets women can refer them. */
    public String scope() {
        return this == MUNICIPALITY ? "system/*.rs" : "system/*.cruds";
    }
}
