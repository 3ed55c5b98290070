package nl.ooievaar.server.identity;

import java.util.Arrays;
import java.util.Optional;

/**
 * Invented professionals of the sandbox: who asks for a token as {@code professional=NUMBER} acts as this one. The number is
 * that of an UZI card, the role its code.
 */
enum DemoProfessional {
    MIDWIFE("900010101", DemoParty.MIDWIFE, "03.000"),
    SECOND_MIDWIFE("900010102", DemoParty.MIDWIFE, "03.000"),
    YOUTH_NURSE("900020101", DemoParty.JGZ, "30.000"),
    DESK_ASSISTANT("900020102", DemoParty.JGZ, "00.000"),
    MATERNITY_ASSISTANT("900030101", DemoParty.MATERNITY, "kraamverzorgende");

    private final String number;
    private final DemoParty party;
    private final String role;

    DemoProfessional(String number, DemoParty party, String role) {
        this.number = number;
        this.party = party;
        this.role = role;
    }

    static Optional<DemoProfessional> of(String number, DemoParty party) {
        return Arrays.stream(values())
                .filter(one -> one.number.equals(number) && one.party == party)
                .findFirst();
    }

    String number() {
        return number;
    }

    String role() {
        return role;
    }
}
