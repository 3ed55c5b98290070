package nl.ooievaar.server.submission;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.ooievaar.server.gate.Seen;
import nl.ooievaar.server.gate.Viewer;
import nl.ooievaar.server.signature.DocumentSignature;
import nl.ooievaar.server.store.Parties;
import nl.ooievaar.server.store.Vault;
import nl.ooievaar.subject.Reason;
import nl.ooievaar.subject.Refusal;
import nl.ooievaar.subject.RefusedException;
import nl.ooievaar.subject.party.Party;
import org.hl7.fhir.r4.model.Binary;
import org.hl7.fhir.r4.model.Provenance;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Signature;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Where a consent comes from: who noted it down, in the same submission, for each version that gives or changes one; and the
 * signature under it, verified over the document that is kept as Binary. To withdraw or object needs no more than to say so.
 */
@Component
class ConsentOrigin {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    /** Says nothing of what is allowed. */
    private static final List<String> BESIDE = List.of("meta", "text");

    private static final Set<String> ENDED = Set.of("inactive", "entered-in-error");
    private static final Set<String> ORGANIZATIONS = Set.of(
            "http://fhir.nl/fhir/NamingSystem/ura",
            "http://fhir.nl/fhir/NamingSystem/kvk",
            "http://fhir.nl/fhir/NamingSystem/oin");
    private static final String JOSE = "application/jose";

    private final DocumentSignature signatures;
    private final Parties parties;
    private final Vault vault;
    private final boolean required;

    ConsentOrigin(
            DocumentSignature signatures,
            Parties parties,
            Vault vault,
            @Value("${ooievaar.signature.required:false}") boolean required) {
        this.signatures = signatures;
        this.parties = parties;
        this.vault = vault;
        this.required = required;
    }

    void check(List<Planned> planned, Map<UUID, Seen> seen, Viewer viewer) {
        List<Planned> told = planned.stream()
                .filter(one -> one.written() && one.resource instanceof Provenance)
                .toList();
        for (Planned one : planned) {
            if (one.written() && one.type.equals("Consent") && !onlyCloses(one)) {
                check(one, told, viewer);
            }
        }
        told.forEach(one -> {
            List<Signature> under = ((Provenance) one.resource).getSignature();
            for (int i = 0; i < under.size(); i++) {
                verify(one, under.get(i), place(one) + ".signature[" + i + "]", planned, seen, viewer);
            }
        });
    }

    private void check(Planned consent, List<Planned> told, Viewer viewer) {
        List<Planned> of = told.stream()
                .filter(one -> one.indexed.refTargets().contains(consent.id))
                .toList();
        if (of.isEmpty()) {
            throw no(Reason.CONSENT_NEEDS_PROVENANCE, consent.entry.at());
        }
        for (Planned one : of) {
            if (!namesRecorder((Provenance) one.resource, parties.party(viewer.party()))) {
                throw no(Reason.PROVENANCE_WITHOUT_RECORDER, place(one) + ".agent");
            }
        }
        if (required && of.stream().noneMatch(one -> ((Provenance) one.resource).hasSignature())) {
            throw no(Reason.CONSENT_NEEDS_SIGNATURE, place(of.get(0)) + ".signature");
        }
    }

    /** Somebody by reference or identifier; and where organisations are named by number, the caller's own among them. */
    private static boolean namesRecorder(Provenance told, Party party) {
        List<Reference> named = told.getAgent().stream()
                .flatMap(agent -> java.util.stream.Stream.of(agent.getWho(), agent.getOnBehalfOf()))
                .filter(who -> who.hasReference() || who.getIdentifier().hasValue())
                .toList();
        List<Reference> organizations = named.stream()
                .filter(who -> who.getIdentifier().hasSystem()
                        && ORGANIZATIONS.contains(who.getIdentifier().getSystem()))
                .toList();
        return !named.isEmpty()
                && (organizations.isEmpty()
                        || organizations.stream()
                                .anyMatch(who -> party.organizationSystem()
                                                .equals(who.getIdentifier().getSystem())
                                        && party.organizationValue()
                                                .equals(who.getIdentifier().getValue())));
    }

    private void verify(
            Planned told, Signature signature, String at, List<Planned> planned, Map<UUID, Seen> seen, Viewer viewer) {
        if (!JOSE.equals(signature.getSigFormat()) || !signature.hasData()) {
            throw invalid(at);
        }
        byte[] document = document((Provenance) told.resource, planned, seen).orElseThrow(() -> invalid(at + ".data"));
        Optional<String> ura;
        try {
            ura = signatures.verify(signature.getData(), document, viewer.now());
        } catch (RefusedException no) {
            throw no.refusal().at(at + ".data").exception();
        }
        Party party = parties.party(viewer.party());
        boolean another = party.organizationSystem().endsWith("/ura")
                && ura.filter(one -> !one.equals(party.organizationValue())).isPresent();
        if (another) {
            throw no(Reason.SIGNATURE_OF_ANOTHER, at + ".data");
        }
    }

    /** The bytes of the Binary that the Provenance says it came from, of this submission or kept before. */
    private Optional<byte[]> document(Provenance told, List<Planned> planned, Map<UUID, Seen> seen) {
        for (Provenance.ProvenanceEntityComponent entity : told.getEntity()) {
            String[] place = entity.getWhat().hasReference()
                    ? entity.getWhat().getReference().split("/")
                    : new String[0];
            if (place.length >= 2 && place[0].equals("Binary")) {
                UUID id = UUID.fromString(place[1]);
                Optional<byte[]> sent = planned.stream()
                        .filter(one -> one.id.equals(id) && one.resource instanceof Binary)
                        .map(one -> ((Binary) one.resource).getContent())
                        .findFirst();
                return sent.or(() -> Optional.ofNullable(seen.get(id))
                        .map(kept -> vault.open(kept.dataKey(), kept.fileId(), kept.id(), kept.version(), kept.body()))
                        .map(ConsentOrigin::content));
            }
        }
        return Optional.empty();
    }

    private static byte[] content(byte[] stored) {
        try {
            return tree(stored).path("data").binaryValue();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether nothing changes but that it no longer holds, or is now an objection: what closes needs no more than to be said. */
    private boolean onlyCloses(Planned one) {
        if (one.before.isEmpty() || one.step != Planned.Step.UPDATE) {
            return false;
        }
        Seen before = one.before.orElseThrow();
        ObjectNode was =
                tree(vault.open(before.dataKey(), before.fileId(), before.id(), before.version(), before.body()));
        ObjectNode is = tree(one.stored);
        if (ENDED.contains(is.path("status").asText())) {
            was.remove("status");
            is.remove("status");
        }
        if (is.at("/provision/type").asText().equals("deny")) {
            withoutDirection(was);
            withoutDirection(is);
        }
        return was.remove(BESIDE).equals(is.remove(BESIDE));
    }

    private static void withoutDirection(ObjectNode consent) {
        if (consent.get("provision") instanceof ObjectNode provision) {
            provision.remove("type");
        }
    }

    private static ObjectNode tree(byte[] json) {
        try {
            return (ObjectNode) JSON.readTree(new String(json, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String place(Planned one) {
        return one.entry.at().isEmpty() ? one.type : one.entry.at();
    }

    private static RefusedException invalid(String at) {
        return Refusal.of(Reason.SIGNATURE_INVALID, DocumentSignature.FORM)
                .at(at)
                .exception();
    }

    private static RefusedException no(Reason reason, String at) {
        return Refusal.of(reason).at(at).exception();
    }
}
