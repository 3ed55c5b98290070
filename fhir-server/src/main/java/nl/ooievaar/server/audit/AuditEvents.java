package nl.ooievaar.server.audit;

import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import nl.ooievaar.profiles.PhbPackage;
import nl.ooievaar.server.audit.PartyNames.Named;
import nl.ooievaar.server.identity.Caller;
import nl.ooievaar.subject.party.Party;
import org.hl7.fhir.r4.model.AuditEvent;
import org.hl7.fhir.r4.model.AuditEvent.AuditEventAgentComponent;
import org.hl7.fhir.r4.model.AuditEvent.AuditEventAgentNetworkType;
import org.hl7.fhir.r4.model.AuditEvent.AuditEventEntityComponent;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Narrative;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.utilities.xhtml.NodeType;
import org.hl7.fhir.utilities.xhtml.XhtmlNode;

/**
 * One row of the trail as an AuditEvent (FHIR R4 AuditEvent; NEN 7513; agents and entities after the patterns of IHE Basic Audit Log
 * Patterns 1.1), with its sentence as narrative.
 */
final class AuditEvents {
    private static final String HL7 = "http://terminology.hl7.org/CodeSystem/";
    private static final String INTERACTION = "http://hl7.org/fhir/restful-interaction";
    private static final String DICOM = "http://dicom.nema.org/resources/ontology/DCM";
    private static final String UZI_ROLE = "http://fhir.nl/fhir/NamingSystem/uzi-rolcode";
    private static final Pattern UZI_FORM = Pattern.compile("[0-9]{2}\\.[0-9]{3}");
    /** What the code system of interactions knows; whatever else a request was is an operation. */
    private static final Set<String> INTERACTIONS = Set.of(
            "read", "vread", "update", "patch", "history-instance", "create", "search-type", "transaction", "batch");

    private final AccessWords words;
    private final String base;

    /** @param base address of this server, as it is called */
    AuditEvents(AccessWords words, String base) {
        this.words = words;
        this.base = base;
    }

    /**
     * @param patient of the file, when the reader may see one
     * @param shown which of the touched versions the reader may see, as {@code id/version}
     */
    AuditEvent of(AuditRow row, Named by, Party custodian, Optional<UUID> patient, Set<String> shown) {
        AuditEvent event = new AuditEvent();
        event.setId(row.id().toString());
        event.getMeta().setLastUpdated(Date.from(row.head().at()));
        what(event, row);
        purpose(event, row);
        agents(event, row, by, custodian);
        event.getSource()
                .setSite(base)
                .setObserver(node())
                .addType(coding(HL7 + "security-source-type", "4", "Application Server"));
        entities(event, row, patient, shown);
        narrative(event, words.sentence(row, by, types(row, shown)));
        return event;
    }

    static List<String> types(AuditRow row, Set<String> shown) {
        return java.util.stream.IntStream.range(0, row.ids().size())
                .filter(i -> isShown(row, i, shown))
                .mapToObj(i -> row.types().get(i))
                .toList();
    }

    /** A line about the trail itself names no version that a gate decides on. */
    static boolean isShown(AuditRow row, int i, Set<String> shown) {
        return row.types().get(i).equals("AuditEvent")
                || shown.contains(row.ids().get(i) + "/" + row.versions().get(i));
    }

    private void what(AuditEvent event, AuditRow row) {
        String interaction = row.head().interaction();
        event.setType(coding(HL7 + "audit-event-type", "rest", "RESTful Operation"));
        if (INTERACTIONS.contains(interaction)) {
            event.addSubtype(new Coding().setSystem(INTERACTION).setCode(interaction));
        } else {
            event.addSubtype(new Coding().setSystem(INTERACTION).setCode("operation"));
            event.addSubtype(new Coding()
                    .setSystem("urn:ietf:rfc:3986")
                    // What leaves by itself is what the operation that catches up answers.
                    .setCode(PhbPackage.BASE + "/OperationDefinition/phb-"
                            + (interaction.equals("notification") ? "events" : interaction)));
        }
        event.setAction(AuditEvent.AuditEventAction.fromCode(row.head().action()));
        event.setRecorded(Date.from(row.head().at()));
        boolean done = row.head().outcome().equals("done");
        event.setOutcome(done ? AuditEvent.AuditEventOutcome._0 : AuditEvent.AuditEventOutcome._4);
        event.setOutcomeDesc(done ? row.basis() : row.head().status() + " " + row.basis());
    }

    private void purpose(AuditEvent event, AuditRow row) {
        boolean herself = row.head().organization().startsWith(Caller.PERSONS + "|");
        if (AccessWords.isEmergency(row)) {
            event.addPurposeOfEvent(concept(coding(HL7 + "v3-ActReason", "BTG", "break the glass")));
        } else if (herself) {
            event.addPurposeOfEvent(concept(coding(HL7 + "v3-ActReason", "PATRQT", "patient requested")));
        }
        AccessWords.bases(row).stream()
                .filter(basis -> basis.startsWith("consent:"))
                .map(basis -> basis.substring("consent:".length()))
                .forEach(code -> event.addPurposeOfEvent(concept(phbPurpose(code))));
    }

    private static Coding phbPurpose(String code) {
        return new Coding()
                .setSystem(PhbPackage.BASE + "/CodeSystem/phb-purpose")
                .setCode(code);
    }

    private void agents(AuditEvent event, AuditRow row, Named by, Party custodian) {
        AuditRow.Head head = row.head();
        boolean named = head.actor() != null;
        // As the patterns have it: a question or a message flows from the client, what is read flows to it.
        boolean toClient = head.action().equals("R");
        AuditEventAgentComponent client = event.addAgent()
                .setType(concept(role(!toClient)))
                .setWho(new Reference()
                        .setIdentifier(identifier(PhbPackage.BASE + "/NamingSystem/client", head.client())))
                .setRequestor(false);
        client.setName(head.client());
        event.addAgent()
                .setType(concept(role(toClient)))
                .setWho(node())
                .setRequestor(false)
                .getNetwork()
                .setAddress(base)
                .setType(AuditEventAgentNetworkType._5);
        AuditEventAgentComponent organization = event.addAgent()
                .setType(concept(coding(HL7 + "v3-RoleClass", "PROV", "healthcare provider")))
                .setWho(party(head.organization(), by.organization()))
                .setRequestor(!named);
        organization.setAltId(head.service());
        by.service().ifPresent(organization::setName);
        if (head.organization().startsWith(Caller.PERSONS + "|")) {
            organization.setType(concept(coding(HL7 + "v3-RoleClass", "PAT", "patient")));
        }
        AuditEventAgentComponent acting = organization;
        if (named) {
            acting = event.addAgent()
                    .setType(concept(coding(HL7 + "v3-ParticipationType", "IRCP", "information recipient")))
                    .setWho(party(head.actor(), Optional.empty()))
                    .setRequestor(true);
        }
        acting.addRole(roleOf(head.role()));
        if (head.purpose() != null) {
            acting.addPurposeOfUse(concept(phbPurpose(head.purpose())));
        }
        if (custodian != null) {
            event.addAgent()
                    .setType(concept(coding(HL7 + "v3-ParticipationType", "CST", "custodian")))
                    .setWho(party(
                            custodian.organizationSystem() + "|" + custodian.organizationValue(), Optional.empty()))
                    .setAltId(custodian.service())
                    .setRequestor(false);
        }
    }

    private CodeableConcept roleOf(String code) {
        CodeableConcept role = new CodeableConcept().setText(words.role(code));
        if (UZI_FORM.matcher(code).matches()) {
            role.addCoding().setSystem(UZI_ROLE).setCode(code);
        }
        return role;
    }

    private void entities(AuditEvent event, AuditRow row, Optional<UUID> patient, Set<String> shown) {
        event.addEntity()
                .setType(
                        coding("https://profiles.ihe.net/ITI/BALP/CodeSystem/BasicAuditEntityType", "XrequestId", null))
                .setWhat(new Reference()
                        .setIdentifier(
                                new Identifier().setValue(row.head().request().toString())));
        patient.ifPresent(id -> event.addEntity()
                .setType(coding(HL7 + "audit-entity-type", "1", "Person"))
                .setRole(coding(HL7 + "object-role", "1", "Patient"))
                .setWhat(new Reference("Patient/" + id)));
        for (int i = 0; i < row.ids().size(); i++) {
            if (isShown(row, i, shown)) {
                data(event, row, i);
            }
        }
        for (String consent : row.consents()) {
            decided(event, row, consent);
        }
        if (row.head().query() != null) {
            event.addEntity()
                    .setType(coding(HL7 + "audit-entity-type", "2", "System Object"))
                    .setRole(coding(HL7 + "object-role", "24", "Query"))
                    .setDescription("Every value stands as a keyed hash")
                    .setQuery(row.head().query().getBytes(StandardCharsets.UTF_8));
        }
    }

    private void data(AuditEvent event, AuditRow row, int i) {
        boolean trail = row.types().get(i).equals("AuditEvent");
        AuditEventEntityComponent entity = event.addEntity()
                .setType(coding(HL7 + "audit-entity-type", "2", "System Object"))
                .setRole(coding(HL7 + "object-role", "4", "Domain Resource"))
                .setWhat(new Reference(row.types().get(i) + "/" + row.ids().get(i)
                        + (trail ? "" : "/_history/" + row.versions().get(i))));
        detail(entity, "disclosure", row.kind());
        AccessWords.bases(row).forEach(basis -> {
            detail(entity, "rule", basis);
            detail(entity, "legal-basis", words.law(basis));
        });
    }

    private void decided(AuditEvent event, AuditRow row, String consent) {
        AuditEventEntityComponent entity = event.addEntity()
                .setType(coding("http://hl7.org/fhir/resource-types", "Consent", "Consent"))
                .setRole(coding(HL7 + "object-role", "13", "Security Resource"))
                .setWhat(new Reference("Consent/" + consent));
        AccessWords.bases(row).stream()
                .filter(basis -> basis.startsWith("consent:"))
                .forEach(basis -> detail(entity, "rule", basis));
    }

    private static void detail(AuditEventEntityComponent entity, String type, String value) {
        entity.addDetail().setType(type).setValue(new StringType(value));
    }

    private void narrative(AuditEvent event, String sentence) {
        XhtmlNode div = new XhtmlNode(NodeType.Element, "div");
        div.setAttribute("lang", words.language());
        div.setAttribute("xml:lang", words.language());
        div.addTag("p").addText(sentence);
        event.setText(new Narrative());
        event.getText().setStatus(Narrative.NarrativeStatus.GENERATED);
        event.getText().setDiv(div);
        event.setLanguage(words.language());
    }

    private Reference node() {
        return new Reference()
                .setIdentifier(identifier(PhbPackage.BASE + "/NamingSystem/node", base))
                .setDisplay("Ooievaar");
    }

    private static Coding role(boolean source) {
        return source ? coding(DICOM, "110153", "Source Role ID") : coding(DICOM, "110152", "Destination Role ID");
    }

    /** @param told {@code system|value}, or a value that has no system */
    private static Reference party(String told, Optional<String> name) {
        int bar = told.lastIndexOf('|');
        Reference who = new Reference()
                .setIdentifier(identifier(bar < 0 ? null : told.substring(0, bar), told.substring(bar + 1)));
        name.ifPresent(who::setDisplay);
        return who;
    }

    private static Identifier identifier(String system, String value) {
        return new Identifier().setSystem(system).setValue(value);
    }

    private static CodeableConcept concept(Coding coding) {
        return new CodeableConcept(coding);
    }

    private static Coding coding(String system, String code, String display) {
        return new Coding(system, code, display);
    }
}
