package nl.ooievaar.server.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.ooievaar.server.gate.Seen;
import nl.ooievaar.server.gate.Viewer;
import nl.ooievaar.server.store.Vault;
import org.hl7.fhir.r4.model.AuditEvent;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * The audit trail of a custodian's own files, as AuditEvents (FHIR R4 AuditEvent, NEN 7513): who saw or changed what, when and
 * under which rule. Nobody reads the trail of another's file.
 */
@Component
public class AuditTrail {
    private static final String COLUMNS =
            """
            select audit_id, at, organization, service, role, actor, client, interaction, action, outcome, basis,
                   types, ids, versions, consents
            from audit
            """;

    private final JdbcTemplate jdbc;
    private final Vault vault;

    public AuditTrail(JdbcTemplate jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    public Optional<AuditEvent> read(UUID id, Viewer viewer) {
        return jdbc
                .query(COLUMNS + " where audit_id = ? and custodian = ?", AuditTrail::event, id, viewer.party())
                .stream()
                .findFirst();
    }

    /** The trail of one Patient's file, newest first; empty when the file is another's. */
    public List<AuditEvent> of(Seen patient, Viewer viewer, int most) {
        return jdbc.query(
                COLUMNS + " where file_pseudonym = ? and custodian = ? order by at desc, seq desc limit ?",
                AuditTrail::event,
                vault.pseudonym(patient.dataKey(), patient.fileId()),
                viewer.party(),
                most);
    }

    private static AuditEvent event(ResultSet row, int ignored) throws SQLException {
        AuditEvent event = new AuditEvent();
        event.setId(row.getString("audit_id"));
        event.getType()
                .setSystem("http://terminology.hl7.org/CodeSystem/audit-event-type")
                .setCode("rest");
        event.addSubtype().setSystem("http://hl7.org/fhir/restful-interaction").setCode(row.getString("interaction"));
        event.setAction(AuditEvent.AuditEventAction.fromCode(row.getString("action")));
        event.setRecorded(Date.from(row.getObject("at", OffsetDateTime.class).toInstant()));
        event.setOutcome(
                row.getString("outcome").equals("done")
                        ? AuditEvent.AuditEventOutcome._0
                        : AuditEvent.AuditEventOutcome._4);
        event.setOutcomeDesc(row.getString("basis"));
        AuditEvent.AuditEventAgentComponent agent = event.addAgent().setRequestor(true);
        String[] organization = row.getString("organization").split("\\|");
        agent.getWho().getIdentifier().setSystem(organization[0]).setValue(organization[1]);
        agent.setAltId(row.getString("service"));
        agent.setName(row.getString("client"));
        agent.addRole().setText(row.getString("role"));
        event.getSource().getObserver().setDisplay("Ooievaar");
        String[] types = (String[]) row.getArray("types").getArray();
        UUID[] ids = (UUID[]) row.getArray("ids").getArray();
        Integer[] versions = (Integer[]) row.getArray("versions").getArray();
        for (int i = 0; i < ids.length; i++) {
            event.addEntity().getWhat().setReference(types[i] + "/" + ids[i] + "/_history/" + versions[i]);
        }
        for (String consent : (String[]) row.getArray("consents").getArray()) {
            event.addEntity().setDescription("Consent").getWhat().setReference("Consent/" + consent);
        }
        return event;
    }
}
