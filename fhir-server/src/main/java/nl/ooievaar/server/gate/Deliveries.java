package nl.ooievaar.server.gate;

import java.util.UUID;
import nl.ooievaar.server.store.Files;
import nl.ooievaar.server.store.Vault;
import nl.ooievaar.subject.party.Party;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * The exact versions an organisation keeps after it accepted a referral. They stay open to it when a consent ends; no later
 * version does.
 */
@Component
public class Deliveries {
    private final JdbcTemplate jdbc;
    private final Vault vault;

    public Deliveries(JdbcTemplate jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    /** Keeps what the audit trail says was disclosed to this party out of that file. */
    public void keepDisclosed(Files.File own, Files.File from, Viewer viewer, Party party) {
        jdbc.update(
                """
                insert into delivery (file_id, recipient, id, version, delivered_at)
                select distinct v.file_id, ?::integer, v.id, v.version, ?::timestamptz
                from audit a
                cross join lateral unnest(a.ids, a.versions) as shown (id, version)
                join version v on v.file_id = ? and v.id = shown.id and v.version = shown.version
                where a.file_pseudonym = ? and a.organization = ? and a.service = ?
                  and a.outcome = 'done' and a.kind = 'delivered'
                on conflict do nothing
                """,
                viewer.party(),
                at(viewer),
                from.fileId(),
                vault.pseudonym(from.dataKey(), from.fileId()),
                party.organizationSystem() + "|" + party.organizationValue(),
                party.service());
    }

    /** Whether anything out of this file ever reached this party, so that it must hear of an end. */
    public boolean reached(Files.File from, Party party) {
        return Boolean.TRUE.equals(jdbc.queryForObject(
                """
                select exists (select 1 from audit where file_pseudonym = ? and organization = ? and service = ?
                  and outcome = 'done' and kind = 'delivered')
                """,
                Boolean.class,
                vault.pseudonym(from.dataKey(), from.fileId()),
                party.organizationSystem() + "|" + party.organizationValue(),
                party.service()));
    }

    /** Gives a party one version that tells an end and nothing else. */
    public void tell(Files.File from, UUID id, int version, int recipient, Viewer viewer) {
        keep(from.fileId(), id, version, recipient, viewer);
    }

    /** Keeps one version that this very request discloses. */
    public void keep(Seen seen, Viewer viewer) {
        keep(seen.fileId(), seen.id(), seen.version(), viewer.party(), viewer);
    }

    private void keep(UUID file, UUID id, int version, int recipient, Viewer viewer) {
        jdbc.update(
                "insert into delivery (file_id, recipient, id, version, delivered_at) values (?, ?, ?, ?, ?) on conflict do nothing",
                file,
                recipient,
                id,
                version,
                at(viewer));
    }

    private static java.time.OffsetDateTime at(Viewer viewer) {
        return java.time.OffsetDateTime.ofInstant(viewer.now(), java.time.ZoneOffset.UTC);
    }
}
