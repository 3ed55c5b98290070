package nl.ooievaar.server.gate;

/**
 * What a caller may see, as SQL over {@code version v}: the only way to that table for anything that leaves.
 *
 * <p>Joined into every read and search, so that totals, pages, includes and chains count only what is open to the caller.
 * {@link Viewer#bind} binds what it asks. Rules 1 to 4 of the gate; no rule, no row.
 */
public final class GateSql {
    /** Follows {@code from}: the version, its file and the grant that opens it, if one does. */
    public static final String FROM =
            """
            version v
            join file f on f.file_id = v.file_id
            left join lateral (
              select g.consent_id, g.consent_version, g.purpose
              from access_grant g
              where g.recipient = :me and g.person_id = f.person_id and g.source = f.custodian
                and (g.data_class = v.data_class or g.resource_id = v.id)
                and g.starts <= :now and :now < g.ends
              limit 1
            ) g on true
            """;

    /** Stands in {@code where}: true for what the caller may see, never null. */
    public static final String VISIBLE =
            """
            (f.kind = 'directory'
             or (f.kind = 'staff' and (:careProvider or f.custodian = :me))
             or (f.kind = 'person' and (
                  f.custodian = :me
                  or v.author = :me
                  or (f.person_id = any(cast(:persons as uuid[])) and v.data_class <> 'safeguarding')
                  or g.consent_id is not null
                  or exists (select 1 from delivery d
                             where d.file_id = v.file_id and d.recipient = :me and d.id = v.id and d.version = v.version))))
            """;

    /** Columns of a {@link Seen} row. */
    public static final String COLUMNS =
            """
            v.file_id, v.id, v.version, v.type, v.data_class, v.last_updated, v.superseded_xid is null as newest, v.body,
            f.data_key, f.kind as file_kind, f.custodian, f.person_id, v.ref_params, v.ref_targets,
            case when f.kind <> 'person' then f.kind
                 when f.custodian = :me then 'custodian'
                 when v.author = :me then 'author'
                 when f.person_id = any(cast(:persons as uuid[])) then 'subject'
                 when g.consent_id is not null then 'consent:' || g.purpose
                 else 'delivered' end as basis,
            case when g.consent_id is not null and f.custodian <> :me
                 then g.consent_id || '/_history/' || g.consent_version end as consent
            """;

    private GateSql() {}
}
