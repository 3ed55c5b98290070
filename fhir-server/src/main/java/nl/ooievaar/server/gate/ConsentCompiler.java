package nl.ooievaar.server.gate;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.ooievaar.server.store.Parties;
import nl.ooievaar.server.store.Vault;
import nl.ooievaar.subject.consent.ConsentStatement;
import nl.ooievaar.subject.consent.Grant;
import nl.ooievaar.subject.consent.Grants;
import nl.ooievaar.subject.party.Party;
import org.hl7.fhir.r4.model.Consent;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Compiles all consents of one person into grant rows, in the transaction that wrote one of them.
 *
 * <p>The rows are the whole truth for queries; {@link Grants} in the subject decides what they are.
 */
@Component
public class ConsentCompiler {
    private record Stored(UUID id, int version, Party recorder, ConsentStatement statement) {}

    private final JdbcTemplate jdbc;
    private final Vault vault;
    private final Parties parties;
    private final ConsentReader reader;

    public ConsentCompiler(JdbcTemplate jdbc, Vault vault, Parties parties, ConsentReader reader) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.parties = parties;
        this.reader = reader;
    }

    public void compile(UUID person) {
        // Two consent writes of one person never compile beside each other: the second is tried again.
        jdbc.update("update person set consent_counter = consent_counter + 1 where person_id = ?", person);
        jdbc.update("delete from access_grant where person_id = ?", person);
        List<Stored> consents = load(person);
        List<Object[]> rows = new ArrayList<>();
        for (Grant grant :
                Grants.compile(consents.stream().map(Stored::statement).toList())) {
            rows.add(row(
                    person,
                    grant.source(),
                    grant.recipient(),
                    grant.dataClass().code(),
                    null,
                    grant.purpose().code(),
                    UUID.fromString(grant.consentId()),
                    grant.consentVersion(),
                    grant.start(),
                    grant.end()));
        }
        consents.forEach(consent -> rows.addAll(itself(person, consent)));
        jdbc.batchUpdate(
                """
                insert into access_grant (person_id, source, recipient, data_class, resource_id, purpose, consent_id,
                  consent_version, starts, ends) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                rows);
    }

    /** A permit is itself open to those it speaks of: they must be able to show what they act on. */
    private List<Object[]> itself(UUID person, Stored consent) {
        ConsentStatement says = consent.statement();
        if (!says.active() || says.effect() != ConsentStatement.Effect.PERMIT) {
            return List.of();
        }
        Set<Party> named = new java.util.LinkedHashSet<>(says.recipients());
        says.source().ifPresent(named::add);
        named.remove(consent.recorder());
        return named.stream()
                .map(party -> row(
                        person,
                        consent.recorder(),
                        party,
                        null,
                        consent.id(),
                        says.purpose().code(),
                        consent.id(),
                        consent.version(),
                        says.start(),
                        says.end()))
                .toList();
    }

    private Object[] row(
            UUID person,
            Party source,
            Party recipient,
            String dataClass,
            UUID resource,
            String purpose,
            UUID consent,
            int version,
            Instant start,
            Instant end) {
        return new Object[] {
            person,
            parties.number(source),
            parties.number(recipient),
            dataClass,
            resource,
            purpose,
            consent,
            version,
            OffsetDateTime.ofInstant(start, ZoneOffset.UTC),
            OffsetDateTime.ofInstant(end, ZoneOffset.UTC)
        };
    }

    private List<Stored> load(UUID person) {
        return jdbc
                .query(
                        """
                        select v.file_id, v.id, v.version, v.body, f.data_key, f.custodian
                        from version v join file f on f.file_id = v.file_id
                        where f.person_id = ? and v.type = 'Consent' and v.superseded_xid is null
                        order by v.seq
                        """,
                        (row, i) -> {
                            UUID id = row.getObject(2, UUID.class);
                            int version = row.getInt(3);
                            Party recorder = parties.party(row.getInt(6));
                            byte[] json = vault.open(
                                    row.getBytes(5), row.getObject(1, UUID.class), id, version, row.getBytes(4));
                            Consent consent = reader.parse(json);
                            Optional<ConsentStatement> says = reader.read(consent, id, version, recorder);
                            return says.map(s -> new Stored(id, version, recorder, s));
                        },
                        person)
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }
}
