package nl.ooievaar.server.submission;

import ca.uhn.fhir.context.FhirContext;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.ooievaar.server.gate.Seen;
import nl.ooievaar.server.identity.Caller;
import nl.ooievaar.server.store.Files;
import nl.ooievaar.server.store.Vault;
import nl.ooievaar.subject.consent.DataClass;
import nl.ooievaar.subject.dossier.DossierPart;
import org.hl7.fhir.r4.model.Binary;
import org.hl7.fhir.r4.model.Composition;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.stereotype.Component;

/**
 * Makes the portable record of a visit: a Composition that names exact versions, and the document (FHIR R4 documents) of it and of
 * those versions, byte for byte as they are stored, kept as a Binary.
 */
@Component
class DossierDocument {
    static final String KIND_SYSTEM = "http://ooievaar.example/fhir/CodeSystem/phb-document";
    static final String KIND = "parent-dossier";

    private static final String SECTIONS = "http://ooievaar.example/fhir/CodeSystem/phb-dossier-section";

    /** A version that is part of it, and where it stands. */
    record Item(Seen seen, DossierPart part) {}

    /** What is to be written in the file of the custodian. */
    record Document(Planned composition, Planned binary) {}

    private final Made made;
    private final Vault vault;
    private final FhirContext fhir;

    DossierDocument(Made made, Vault vault, FhirContext fhir) {
        this.made = made;
        this.vault = vault;
        this.fhir = fhir;
    }

    Document of(Files.File file, String patient, List<Item> items, Caller caller, String base, Instant now) {
        Planned contents = made.fresh(file, DataClass.WORK, contents(patient, items, caller, now), now);
        Binary bytes = new Binary();
        bytes.setContentType("application/fhir+json");
        bytes.setSecurityContext(new Reference(patient));
        bytes.setData(bundle(contents, items, base, now));
        return new Document(contents, made.fresh(file, DataClass.WORK, bytes, now));
    }

    private Composition contents(String patient, List<Item> items, Caller caller, Instant now) {
        Composition contents = new Composition();
        contents.getMeta().addProfile(Profiles.BASE + "phb-dossier-composition");
        contents.getIdentifier().setSystem("urn:ietf:rfc:3986").setValue("urn:uuid:" + UUID.randomUUID());
        contents.setStatus(Composition.CompositionStatus.FINAL);
        contents.getType().addCoding().setSystem(KIND_SYSTEM).setCode(KIND);
        contents.setSubject(new Reference(patient));
        contents.setDate(Date.from(now));
        contents.addAuthor(organization(caller));
        contents.setCustodian(organization(caller));
        contents.setTitle("Dossier van het prenataal huisbezoek");
        Map<DossierPart, List<Item>> parts = new EnumMap<>(DossierPart.class);
        items.forEach(item ->
                parts.computeIfAbsent(item.part(), it -> new ArrayList<>()).add(item));
        parts.forEach((part, of) -> {
            Composition.SectionComponent section = contents.addSection().setTitle(part.title());
            section.getCode().addCoding().setSystem(SECTIONS).setCode(part.code());
            of.forEach(item -> section.addEntry(new Reference(version(item.seen()))));
        });
        return contents;
    }

    /** {@code Type/id/_history/version}. */
    private static String version(Seen seen) {
        return seen.reference() + "/_history/" + seen.version();
    }

    /** Put together as text, for a parser that reads and writes again could change what was stored. */
    private byte[] bundle(Planned contents, List<Item> items, String base, Instant now) {
        ByteArrayOutputStream bundle = new ByteArrayOutputStream();
        text(
                bundle,
                "{\"resourceType\":\"Bundle\",\"meta\":{\"profile\":[\"" + Profiles.BASE
                        + "phb-dossier\"]},\"identifier\":{\"system\":\"urn:ietf:rfc:3986\",\"value\":\"urn:uuid:"
                        + UUID.randomUUID() + "\"},\"type\":\"document\",\"timestamp\":\"" + now + "\",\"entry\":[");
        entry(bundle, base, contents.reference(), contents.stored);
        for (Item item : items) {
            Seen seen = item.seen();
            text(bundle, ",");
            entry(
                    bundle,
                    base,
                    seen.reference(),
                    vault.open(seen.dataKey(), seen.fileId(), seen.id(), seen.version(), seen.body()));
        }
        text(bundle, "]}");
        return bundle.toByteArray();
    }

    private static void entry(ByteArrayOutputStream bundle, String base, String reference, byte[] json) {
        text(bundle, "{\"fullUrl\":\"" + base + "/" + reference + "\",\"resource\":");
        bundle.writeBytes(json);
        text(bundle, "}");
    }

    private static void text(ByteArrayOutputStream bundle, String text) {
        bundle.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    /** What a stored version is part of, if it is. */
    Optional<Item> item(Seen seen) {
        byte[] json = vault.open(seen.dataKey(), seen.fileId(), seen.id(), seen.version(), seen.body());
        Resource resource = (Resource) fhir.newJsonParser().parseResource(new String(json, StandardCharsets.UTF_8));
        return DossierPart.of(seen.type(), Profiles.ids(resource)).map(part -> new Item(seen, part));
    }

    static Reference organization(Caller caller) {
        Reference who = new Reference().setType("Organization");
        who.getIdentifier()
                .setSystem(caller.party().organizationSystem())
                .setValue(caller.party().organizationValue());
        return who;
    }
}
