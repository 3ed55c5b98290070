package nl.ooievaar.server.demo;

import nl.ooievaar.server.identity.DemoParty;
import nl.ooievaar.server.start.Mode;
import nl.ooievaar.server.store.DirectoryImport;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The invented organisations of the sandbox. */
@Component
@Order(1)
class DemoDirectory implements ApplicationRunner {
    private final Mode mode;
    private final DirectoryImport directory;

    DemoDirectory(Mode mode, DirectoryImport directory) {
        this.mode = mode;
        this.directory = directory;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (!mode.isSandbox()) {
            return;
        }
        add(DemoParty.MIDWIFE, "Verloskundigenpraktijk De Ooievaar", "G3", "Verloskundige zorg");
        add(DemoParty.JGZ, "JGZ Zuid-Limburg", "JGZ", "Aanmeldpunt prenataal huisbezoek");
        add(DemoParty.MATERNITY, "Kraamzorg De Wieg", "K4", "Kraamzorg");
        add(DemoParty.OUTSIDER, "JGZ Elders", "JGZ", "Aanmeldpunt prenataal huisbezoek");
        add(DemoParty.VEILIG_THUIS, "JGZ Zuid-Limburg", "JGZ", "Veilig Thuis");
        add(DemoParty.DEBT_SERVICE, "Gemeente Heerlen", "", "Schuldhulpverlening");
    }

    private void add(DemoParty party, String organization, String type, String service) {
        directory.add(party.party(), organization, type, service);
    }
}
