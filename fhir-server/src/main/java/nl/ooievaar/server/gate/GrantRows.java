package nl.ooievaar.server.gate;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import nl.ooievaar.server.store.Keys;
import nl.ooievaar.server.store.Parties;
import nl.ooievaar.subject.consent.Circumstances;
import nl.ooievaar.subject.consent.Grant;
import nl.ooievaar.subject.consent.Grants;
import nl.ooievaar.subject.consent.Period;
import nl.ooievaar.subject.consent.Representation;
import org.hl7.fhir.r4.model.RelatedPerson;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Keeps the rows that {@link GateSql} and {@link Subjects} read, for one person at a time. */
@Component
class GrantRows {
    private final JdbcTemplate jdbc;
    private final Parties parties;
    private final Keys keys;

    GrantRows(JdbcTemplate jdbc, Parties parties, Keys keys) {
        this.jdbc = jdbc;
        this.parties = parties;
        this.keys = keys;
    }

    /** @param related tells by which BSN a representative signs in */
    void replace(UUID person, Circumstances circumstances, Collection<RelatedPerson> related) {
        jdbc.update("delete from access_grant where person_id = ?", person);
        jdbc.batchUpdate(
                """
                insert into access_grant (person_id, effect, source, recipient, data_class, resource_id, contexts,
                  second_contexts, purpose, weight, second_weight, consent_id, consent_version, starts, ends)
                values (?, ?, ?, ?, ?, ?, cast(? as uuid[]), cast(? as uuid[]), ?, ?, ?, ?, ?, ?, ?)
                """,
                Grants.compile(circumstances).stream()
                        .map(grant -> row(person, grant))
                        .toList());
        jdbc.update("delete from representation where person_id = ?", person);
        jdbc.batchUpdate(
                """
                insert into representation (person_id, related_person_id, representative, stated_by, starts, ends)
                values (?, ?, ?, ?, ?, ?)
                """,
                sight(person, circumstances, related));
    }

    private List<Object[]> sight(UUID person, Circumstances circumstances, Collection<RelatedPerson> related) {
        List<Object[]> rows = new ArrayList<>();
        for (RelatedPerson one : related) {
            for (Representation representation : circumstances.representations()) {
                if (representation.by().equals(one.getIdPart())) {
                    RepresentationReader.bsn(one).ifPresent(bsn -> circumstances
                            .person()
                            .sightOf(representation)
                            .forEach(period -> rows.add(new Object[] {
                                person,
                                UUID.fromString(one.getIdPart()),
                                keys.blind("bsn", bsn.value()),
                                parties.number(representation.statedBy()),
                                at(period.start()),
                                at(period.end())
                            })));
                }
            }
        }
        return rows;
    }

    private Object[] row(UUID person, Grant grant) {
        Period period = grant.period();
        return new Object[] {
            person,
            grant.effect().name().toLowerCase(java.util.Locale.ROOT),
            grant.source().map(parties::number).orElse(null),
            parties.number(grant.recipient()),
            grant.dataClass().code(),
            grant.resource().map(UUID::fromString).orElse(null),
            ids(grant.contexts()),
            ids(grant.secondContexts()),
            grant.purpose().code(),
            bits(grant.weight()),
            bits(grant.secondWeight()),
            UUID.fromString(grant.consentId()),
            grant.consentVersion(),
            at(period.start()),
            at(period.end())
        };
    }

    private static String[] ids(Set<String> ids) {
        return ids.isEmpty() ? null : ids.toArray(String[]::new);
    }

    private static Integer bits(OptionalInt weight) {
        return weight.isPresent() ? weight.getAsInt() : null;
    }

    private static OffsetDateTime at(Instant moment) {
        return OffsetDateTime.ofInstant(moment, ZoneOffset.UTC);
    }
}
