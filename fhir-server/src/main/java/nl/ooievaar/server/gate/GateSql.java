package nl.ooievaar.server.gate;

import java.util.Collection;
import java.util.Set;

/**
 * What a caller may see, as SQL over {@code version v}: the only way to that table for anything that leaves.
 *
 * <p>Joined into every read and search, so that totals, pages, includes and chains count only what is open to the caller.
 * {@link Viewer#bind} binds what it asks. It decides what {@code ConsentDecision} of the subject decides, over the rows that
 * {@code Grants} compiled, and where none of them opens what {@code EmergencyDecision} decides; no rule, no row.
 */
public final class GateSql {
    /** Whether a grant speaks about {@code v} to this caller now. */
    private static final String SPEAKS =
            """
            ?.recipient = :me and ?.person_id = f.person_id and ?.starts <= :now and :now < ?.ends
              and ?.data_class = v.data_class
              and (?.resource_id is null or ?.resource_id = v.id)
              and (?.contexts is null or v.id = any(?.contexts) or v.ref_targets && ?.contexts)
              and (?.second_contexts is null or v.id = any(?.second_contexts) or v.ref_targets && ?.second_contexts)
            """;

    /**
     * Whether a permission for this purpose opens {@code v} to this caller: feedback goes to whom it is addressed, and what is
     * withheld from her does not move with her.
     */
    private static final String ADDRESSED =
            """
            (?.purpose not in ('feedback', 'feedback-coordinating-provider') or v.data_class <> 'feedback'
              or (select addressee.service_id from party addressee where addressee.party_id = :me) = any(v.ref_targets))
              and (?.purpose <> 'transfer' or not v.withheld)
            """;

    /** Whether permission p is nowhere less precise than objection d and somewhere more; each voice beats its own only. */
    private static final String BEATEN =
            """
            ((p.weight & d.weight) = d.weight and p.weight <> d.weight
              or (p.second_weight & d.second_weight) = d.second_weight and p.second_weight <> d.second_weight)
            """;

    /**
     * The permission that opens {@code v} of {@code f}, as {@code g.best}: weight, consent, version and purpose; null when none
     * does. Among permissions that no objection withstands it is the most precise, so that the log names what decided.
     */
    public static final String GRANT =
            """
            left join lateral (
              select max(array[to_hex(cast(g.weight as integer)), cast(g.consent_id as text), cast(g.consent_version as text), g.purpose]) as best
              from access_grant g
              where g.effect = 'permit' and g.source = f.custodian
                and (cast(:purpose as text) is null or g.purpose = :purpose)
                and %s and %s
                and not exists (
                  select 1 from access_grant d
                  where d.effect = 'deny' and d.purpose = g.purpose and (d.source is null or d.source = f.custodian)
                    and %s
                    and not exists (
                      select 1 from access_grant p
                      where p.effect = 'permit' and p.purpose = d.purpose and p.source = f.custodian
                        and %s and %s
                        and %s))
            ) g on true
            """
                    .formatted(
                            SPEAKS.replace("?", "g"),
                            ADDRESSED.replace("?", "g"),
                            SPEAKS.replace("?", "d"),
                            SPEAKS.replace("?", "p"),
                            ADDRESSED.replace("?", "p"),
                            BEATEN);

    /** What is about the caller, or about whom the caller represents. */
    private static final String IN_OWN_FILE = "(f.file_id = any(cast(:files as uuid[])) and not v.withheld)";

    /** Of that, what opens by being about the caller; to who represents another it shows no address that she keeps secret. */
    private static final String ABOUT_CALLER = "(" + IN_OWN_FILE
            + " and v.data_class not in ('safeguarding', 'draft', 'origin')"
            + " and (v.data_class <> 'withheld-address' or f.file_id = any(cast(:own as uuid[]))))";

    private static final String DELIVERED =
            """
            exists (select 1 from delivery d
                    where d.file_id = v.file_id and d.recipient = :me and d.id = v.id and d.version = v.version)
            """;

    /** True where something but an emergency opens {@code v} by itself, whatever it speaks of; never null. */
    private static final String OPEN =
            """
            (f.kind = 'directory'
             or (f.kind = 'staff' and (:careProvider or f.custodian = :me))
             or (f.kind = 'person' and (not v.closed or v.author = :me)
                 and (f.custodian = :me or v.author = :me or %s or g.best is not null or %s)))
            """
                    .formatted(ABOUT_CALLER, DELIVERED);

    /**
     * Of a {@code v} that tells where others come from: {@code origin.open} when all of those are open to this caller, then with
     * the basis and consent of one that a consent opens, as {@code origin.best}.
     */
    private static final String ORIGIN =
            """
            left join lateral (
              select bool_and(coalesce(%s, false)) as open,
                max(array[cast(t.id as text), 'consent:' || tg.best[4], tg.best[2] || '/_history/' || tg.best[3]])
                  filter (where tg.best is not null and tf.custodian <> :me and t.author <> :me and not %s) as best
              from unnest(v.ref_params, v.ref_targets) as told (param, id)
              left join (version t join file tf on tf.file_id = t.file_id) on t.id = told.id and t.superseded_xid is null
              %s
              where v.data_class = 'origin' and not v.withheld and told.param = 'target'
            ) origin on true
            """
                    .formatted(ofTold(OPEN), ofTold(ABOUT_CALLER), ofTold(GRANT));

    private static final String TELLS_ORIGIN = "Provenance";

    /** Of records of every type. */
    public static final GateSql ANY = new GateSql(true);

    /** Without the question of origin, which nearly doubles what the database prepares at each call. */
    private static final GateSql PLAIN = new GateSql(false);

    private final String asked;
    private final String columns;
    private final String visible;

    private GateSql(boolean origin) {
        this.asked = " v join file f on f.file_id = v.file_id\n" + GRANT + (origin ? ORIGIN : "");
        this.visible = "(" + OPEN + " or f.kind = 'person' and not v.closed and ("
                + (origin ? "coalesce(origin.open, false) or " : "") + EmergencySql.OPENS + "))";
        this.columns =
                """
                v.file_id, v.id, v.version, v.type, v.data_class, v.withheld, v.last_updated, v.superseded_xid is null as newest, v.body,
                f.data_key, f.kind as file_kind, f.custodian, f.person_id, v.ref_params, v.ref_targets,
                case when f.kind <> 'person' then f.kind
                     when f.custodian = :me then 'custodian'
                     when v.author = :me then 'author'
                     when %s%s then 'subject'
                     when g.best is not null then 'consent:' || g.best[4]
                     %s
                     when %s then 'delivered'
                     else %s
                     end as basis,
                case when f.custodian = :me then null
                     when g.best is not null then g.best[2] || '/_history/' || g.best[3]
                     %s end as consent
                """
                        .formatted(
                                ABOUT_CALLER,
                                origin ? " or origin.open and " + IN_OWN_FILE : "",
                                origin ? "when origin.open then coalesce(origin.best[2], 'origin')" : "",
                                DELIVERED,
                                EmergencySql.BASIS,
                                origin ? "when origin.open then origin.best[3]" : "");
    }

    /** Of records of one type. */
    public static GateSql of(String type) {
        return of(Set.of(type));
    }

    /** Of records of these types; of another that tells where others come from it opens only what is the caller's own. */
    public static GateSql of(Collection<String> types) {
        return types.contains(TELLS_ORIGIN) ? ANY : PLAIN;
    }

    /** Follows {@code from}: the version, its file and what opens it, if something does. */
    public String from() {
        return from("version");
    }

    /**
     * The same where rows of {@code version} were picked before.
     *
     * @param picked the name of what holds them, another than that of the table: the gate asks the table of more than those
     */
    public String from(String picked) {
        return picked + asked;
    }

    /** Stands in {@code where}: true for what the caller may see, never null. */
    public String visible() {
        return visible;
    }

    /** Columns of a {@link Seen} row. */
    public String columns() {
        return columns;
    }

    /** The same asked of {@code t}, of which {@code v} tells the origin. */
    private static String ofTold(String sql) {
        return sql.replaceAll("\\b([vfg])\\.", "t$1.")
                .replaceAll("\\btv\\.", "t.")
                .replace("access_grant g\n", "access_grant tg\n")
                .replace(") g on true", ") tg on true");
    }
}
