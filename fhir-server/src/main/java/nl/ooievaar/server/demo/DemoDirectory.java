package nl.ooievaar.server.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import nl.ooievaar.server.directory.DirectoryLoad.Loaded;
import nl.ooievaar.server.directory.MunicipalityImport;
import nl.ooievaar.server.identity.DemoParty;
import nl.ooievaar.server.start.Mode;
import nl.ooievaar.server.store.Directory;
import nl.ooievaar.server.store.DirectoryImport;
import nl.ooievaar.server.store.Municipalities;
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
    private final MunicipalityImport municipalities;
    private final Municipalities listed;

    DemoDirectory(Mode mode, DirectoryImport directory, MunicipalityImport municipalities, Municipalities listed) {
        this.mode = mode;
        this.directory = directory;
        this.municipalities = municipalities;
        this.listed = listed;
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
        directory.add(
                DemoParty.VEILIG_THUIS.party(), "JGZ Zuid-Limburg", "JGZ", "Veilig Thuis", Optional.of("veilig-thuis"));
        add(DemoParty.DEBT_SERVICE, "Gemeente Heerlen", "", "Schuldhulpverlening");
        add(DemoParty.WARD, "Ziekenhuis Heuvelland", "V4", "Acute verloskunde");
        officer(DemoParty.MIDWIFE_PRIVACY, "Verloskundigenpraktijk De Ooievaar", "G3");
        officer(DemoParty.JGZ_PRIVACY, "JGZ Zuid-Limburg", "JGZ");
        officer(DemoParty.WARD_PRIVACY, "Ziekenhuis Heuvelland", "V4");
        // Whoever tries it out lets a program on the same machine be told.
        for (DemoParty party : DemoParty.values()) {
            if (party != DemoParty.OUTSIDER) {
                directory.addEndpoint(party.party(), "http://127.0.0.1");
            }
        }
        if (!listed.areListed()) {
            Loaded loaded = municipalities.load(read("zuid-limburg.csv"), "zuid-limburg.csv", "sandbox");
            if (!loaded.refused().isEmpty()) {
                throw new IllegalStateException(loaded.refused().toString());
            }
        }
    }

    private static byte[] read(String name) {
        try (InputStream in = DemoDirectory.class.getResourceAsStream(name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void add(DemoParty party, String organization, String type, String service) {
        directory.add(party.party(), organization, type, service, Optional.empty());
    }

    private void officer(DemoParty party, String organization, String type) {
        directory.add(
                party.party(),
                organization,
                type,
                "Functionaris gegevensbescherming",
                Optional.of(Directory.PRIVACY_OFFICER));
    }
}
