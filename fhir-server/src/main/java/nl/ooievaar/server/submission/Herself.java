package nl.ooievaar.server.submission;

import ca.uhn.fhir.context.FhirContext;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import nl.ooievaar.server.gate.Seen;
import nl.ooievaar.server.gate.Viewer;
import nl.ooievaar.server.identity.Caller;
import nl.ooievaar.server.store.Files;
import nl.ooievaar.server.store.Vault;
import nl.ooievaar.subject.Reason;
import nl.ooievaar.subject.Refusal;
import org.hl7.fhir.r4.model.Communication;
import org.springframework.stereotype.Component;

/**
 * What a person writes with a token of her own: what she agrees or objects to, with its origin, in the file it is about; and
 * her statements, which nobody else writes (BW 7:454 lid 2).
 */
@Component
class Herself {
    private static final String STATEMENT = "phb-statement";
    private static final Set<String> HERS = Set.of("Consent", "Provenance");

    private final FhirContext fhir;
    private final Vault vault;

    Herself(FhirContext fhir, Vault vault) {
        this.fhir = fhir;
        this.vault = vault;
    }

    static boolean isAbout(Files.File file, Viewer viewer) {
        return viewer.sight().files().contains(file.fileId());
    }

    /** Decided without looking at data. */
    void mayWrite(String type, Entry entry, Caller caller) {
        if (caller.person().isPresent() && !HERS.contains(type)) {
            throw Refusal.of(Reason.NOT_BY_HERSELF, type).at(entry.at()).exception();
        }
    }

    void check(List<Planned> planned, Caller caller) {
        for (Planned one : planned) {
            if (one.written() && isStatement(one)) {
                throw Refusal.of(Reason.ONLY_HERSELF, "$add-statement")
                        .at(one.entry.at())
                        .exception();
            }
            if (caller.person().isPresent() && one.type.equals("Provenance") && !ofHerConsent(one, planned)) {
                throw Refusal.of(Reason.NOT_BY_HERSELF, "Provenance")
                        .at(one.entry.at())
                        .exception();
            }
        }
    }

    private static boolean ofHerConsent(Planned origin, List<Planned> planned) {
        return planned.stream()
                .anyMatch(p -> p.type.equals("Consent")
                        && origin.indexed != null
                        && origin.indexed.refTargets().contains(p.id));
    }

    private boolean isStatement(Planned one) {
        return one.type.equals("Communication")
                && (one.hasProfile(STATEMENT)
                        || one.before.filter(this::wasStatement).isPresent());
    }

    private boolean wasStatement(Seen seen) {
        byte[] json = vault.open(seen.dataKey(), seen.fileId(), seen.id(), seen.version(), seen.body());
        return Profiles.ids(fhir.newJsonParser()
                        .parseResource(Communication.class, new String(json, StandardCharsets.UTF_8)))
                .contains(STATEMENT);
    }
}
