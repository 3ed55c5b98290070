package nl.ooievaar.server.identity;

import java.util.Arrays;
import java.util.Optional;
import nl.ooievaar.subject.person.Bsn;

/** Invented women who can sign in at the sandbox. Any other number for invented people does too. */
enum DemoWoman {
    MORALES("morales", "M. Morales, aangemeld door haar verloskundige", "999900109"),
    NOBODY("onbekend", "Een vrouw over wie hier niets is vastgelegd", "999990019");

    private final String key;
    private final String told;
    private final Bsn bsn;

    DemoWoman(String key, String told, String bsn) {
        this.key = key;
        this.told = told;
        this.bsn = Bsn.parse(bsn).orElseThrow();
    }

    static Optional<DemoWoman> of(String key) {
        return Arrays.stream(values()).filter(one -> one.key.equals(key)).findFirst();
    }

    String key() {
        return key;
    }

    String told() {
        return told;
    }

    Bsn bsn() {
        return bsn;
    }
}
