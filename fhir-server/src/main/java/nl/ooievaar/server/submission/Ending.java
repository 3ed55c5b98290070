package nl.ooievaar.server.submission;

import ca.uhn.fhir.context.FhirContext;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import nl.ooievaar.server.gate.ConsentReader;
import nl.ooievaar.server.gate.Deliveries;
import nl.ooievaar.server.gate.Seen;
import nl.ooievaar.server.gate.Viewer;
import nl.ooievaar.server.store.Parties;
import nl.ooievaar.server.store.Vault;
import nl.ooievaar.server.store.Versions;
import nl.ooievaar.subject.consent.ConsentStatement;
import nl.ooievaar.subject.consent.ConsentStatement.Effect;
import nl.ooievaar.subject.party.Party;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.Consent;
import org.springframework.stereotype.Component;

/**
 * What follows when she takes back a consent or objects: a referral that no consent carries any longer ends, in the same
 * transaction, and those it reached learn that it ended, never why (PHB guideline, 8.2).
 */
@Component
class Ending {
    private final FhirContext fhir;
    private final ConsentReader reader;
    private final Parties parties;
    private final Vault vault;
    private final Deliveries deliveries;
    private final Versions versions;
    private final EndedReferrals referrals;

    Ending(
            FhirContext fhir,
            ConsentReader reader,
            Parties parties,
            Vault vault,
            Deliveries deliveries,
            Versions versions,
            EndedReferrals referrals) {
        this.fhir = fhir;
        this.reader = reader;
        this.parties = parties;
        this.vault = vault;
        this.deliveries = deliveries;
        this.versions = versions;
        this.referrals = referrals;
    }

    /** Runs after the grants were compiled anew. @return what the server wrote, after {@code write} made it rows */
    List<Planned> follow(List<Planned> planned, Viewer viewer, Instant now, Consumer<List<Planned>> write) {
        List<Planned> made = new ArrayList<>();
        for (Planned one : planned) {
            if (one.written() && one.resource instanceof Consent after) {
                Optional<Consent> before = one.before.map(this::open);
                Optional<ConsentStatement> was = before.flatMap(
                        b -> statement(b, one, one.version - 1).filter(s -> s.active() && s.effect() == Effect.PERMIT));
                Optional<ConsentStatement> says = statement(after, one, one.version);
                // Whoever heard of a referral must hear of its end; what she no longer wants told is no longer there.
                boolean ends = was.filter(s -> s.purpose().carriesReferral()).isPresent()
                        && says.filter(ConsentStatement::active).isEmpty();
                if (ends && Base.compareDeep(before.orElseThrow().getProvision(), after.getProvision(), true)) {
                    tellNamed(one, was.get(), viewer);
                }
                for (ConsentStatement closing : closing(was, says)) {
                    made.addAll(referrals.end(one.file, closing, now, viewer, write));
                }
            }
        }
        return made;
    }

    /** What she took back, and what she now objects to. */
    private static List<ConsentStatement> closing(Optional<ConsentStatement> was, Optional<ConsentStatement> says) {
        List<ConsentStatement> closing = new ArrayList<>();
        was.ifPresent(closing::add);
        says.filter(s -> s.active() && s.effect() == Effect.DENY).ifPresent(closing::add);
        closing.removeIf(s -> !s.purpose().carriesReferral());
        return closing;
    }

    /** The withdrawn version says no more than the one they had, but that it is withdrawn. */
    private void tellNamed(Planned consent, ConsentStatement was, Viewer viewer) {
        Set<Party> named = new LinkedHashSet<>(EndedReferrals.named(was));
        was.source().ifPresent(named::add);
        for (Party party : named) {
            int number = parties.number(party);
            if (number != consent.file.custodian() && deliveries.reached(consent.file, party)) {
                deliveries.tell(consent.file, consent.id, consent.version, number, viewer);
                versions.tell(consent.file, consent.id, consent.version, "ended", number);
            }
        }
    }

    private Optional<ConsentStatement> statement(Consent consent, Planned one, int version) {
        return reader.saying(consent, one.id, version, parties.party(one.file.custodian()));
    }

    private Consent open(Seen seen) {
        byte[] json = vault.open(seen.dataKey(), seen.fileId(), seen.id(), seen.version(), seen.body());
        return fhir.newJsonParser().parseResource(Consent.class, new String(json, StandardCharsets.UTF_8));
    }
}
