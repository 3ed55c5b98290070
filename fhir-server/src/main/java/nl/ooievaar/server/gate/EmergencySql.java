package nl.ooievaar.server.gate;

/**
 * Emergency access as SQL over {@code version v join file f}: what {@code EmergencyDecision} in the subject decides, asked only
 * where nothing else opens. Newest versions only; objections are read by the statement that reads the records, so that one
 * recorded while an emergency access is open closes at once.
 */
final class EmergencySql {
    /** The emergency accesses that open {@code v} to the caller now. */
    private static final String OPENING =
            """
            from emergency_access e
            where e.party = :me and e.person_id = f.person_id and e.starts <= :now and :now < e.ends
              and f.kind = 'person' and f.custodian = any(e.sources) and v.data_class = any(e.classes)
              and v.superseded_xid is null and not v.withheld and not v.closed
              and (cast(:purpose as text) is null or :purpose = 'BTG')
              and not exists (
                select 1 from emergency_bar b
                where b.person_id = e.person_id and b.starts <= :now and :now < b.ends
                  and (b.source is null or b.source = f.custodian)
                  and (b.data_class is null or b.data_class = v.data_class)
                  and (b.recipient = :me
                       or b.recipient is null and b.organization is null
                       or b.organization = (select p.organization_system || '|' || p.organization_value
                                            from party p where p.party_id = :me)))
            """;

    /** True where an emergency access opens {@code v}; who has none open pays one look for the whole statement. */
    static final String OPENS =
            "((select exists (select 1 from emergency_access o where o.party = :me and o.starts <= :now and :now < o.ends))"
                    + " and exists (select 1 " + OPENING + "))";

    /** The basis with the id of one that opens it, for the access log. */
    static final String BASIS =
            "(select 'emergency:' || e.basis || ' emergency-access:' || e.emergency_id " + OPENING + " limit 1)";

    private EmergencySql() {}
}
