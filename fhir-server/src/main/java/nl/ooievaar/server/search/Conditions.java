package nl.ooievaar.server.search;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.ooievaar.server.gate.GateSql;
import nl.ooievaar.server.search.Criterion.Chained;
import nl.ooievaar.server.search.Criterion.Id;
import nl.ooievaar.server.search.Criterion.Keyed;
import nl.ooievaar.server.search.Criterion.Main;
import nl.ooievaar.server.search.Criterion.Moment;
import nl.ooievaar.server.search.Criterion.Text;
import nl.ooievaar.server.search.Criterion.Timed;

/**
 * The criteria of a search as SQL over {@code version v}.
 *
 * <p>A criterion that fits few is met first and by itself: joined with the rest, the planner would weigh it against walks along
 * other indexes, by guesses that are wrong by thousands of rows until the table was analyzed.
 */
final class Conditions {
    /**
     * Its plan is the only good one for any value, so it is made once and not at every call, where it costs more than the rows.
     * Never a scan of the whole table: that looks cheap when the table is new, and the plan would be kept while it grows.
     */
    static final String PLAN_ONCE = "set local plan_cache_mode = force_generic_plan; set local enable_seqscan = off";

    private static final String FEW = "few";

    /** Above every text with the same beginning, as the C collation compares. */
    private static final String LAST = "\uDBFF\uDFFF";

    private final Statement statement;
    private final Chains chains;
    private final List<Criterion> criteria;
    private final Optional<Criterion> first;

    /** @param chains resolves what stands behind a reference */
    Conditions(Statement statement, Chains chains, List<Criterion> criteria) {
        this.statement = statement;
        this.chains = chains;
        this.criteria = criteria;
        this.first = criteria.stream().filter(Criterion::few).findFirst();
    }

    /** Finds the keys of the references that a chain allows. */
    interface Chains {
        List<Long> resolve(Chained chained);
    }

    /** Whether a criterion fits few. */
    boolean few() {
        return first.isPresent();
    }

    /** Comes before {@code select}: the rows of the criterion that fits few; else empty. */
    String with() {
        return first.map(one -> with(of(one))).orElse("");
    }

    static String with(String condition) {
        return "with " + FEW + " as materialized (select * from version v where " + condition + ") ";
    }

    /** Follows {@code from}: what the gate asks of the rows of {@link #with}, or of the table. */
    String from(GateSql gate) {
        return few() ? fromFew(gate) : gate.from();
    }

    /** Follows {@code from} after {@link #with(String)}. */
    static String fromFew(GateSql gate) {
        return gate.from(FEW);
    }

    /** Starts with {@code and}, so that it follows another condition; empty when there is nothing else to meet. */
    String rest() {
        return criteria.stream()
                .filter(one -> first.isEmpty() || one != first.get())
                .map(one -> " and " + of(one))
                .collect(Collectors.joining());
    }

    private String of(Criterion criterion) {
        if (criterion instanceof Keyed keyed) {
            return keyed(keyed);
        }
        if (criterion instanceof Main main) {
            return "v.type = " + statement.bind(main.type()) + " and v.main_key = " + statement.bind(main.key());
        }
        if (criterion instanceof Timed timed) {
            return timed(timed);
        }
        if (criterion instanceof Text text) {
            return text(text);
        }
        if (criterion instanceof Id id) {
            // An id that is none of ours fits nothing; it is not an error to ask.
            return "v.id = any("
                    + statement.ids(id.any().stream()
                            .flatMap(one -> ServerId.of(one).stream())
                            .toList())
                    + ")";
        }
        return keyed(new Keyed(chains.resolve((Chained) criterion), false, criterion.few()));
    }

    private String keyed(Keyed keyed) {
        String operator = keyed.any().size() == 1 ? " @> " : " && ";
        String any = "v.keys" + operator + statement.keys(keyed.any());
        return keyed.negated() ? "not (" + any + ")" : any;
    }

    private String timed(Timed timed) {
        if (timed.param().isEmpty()) {
            return either(timed.any(), this::updated);
        }
        return "exists (select 1 from date_value d where "
                + ofRow("d", timed.param().get()) + " and " + either(timed.any(), this::recorded) + ")";
    }

    /** A version is a point in time, whatever the precision it is asked with. */
    private String updated(Moment moment) {
        String low = statement.moment(moment.span().low());
        String high = statement.moment(moment.span().high());
        return switch (moment.prefix()) {
            case EQ -> "(v.last_updated >= " + low + " and v.last_updated < " + high + ")";
            case NE -> "(v.last_updated < " + low + " or v.last_updated >= " + high + ")";
            case GT, SA -> "v.last_updated >= " + high;
            case LT, EB -> "v.last_updated < " + low;
            case GE -> "v.last_updated >= " + low;
            case LE -> "v.last_updated < " + high;
        };
    }

    /** FHIR R4 search, section 3.1.1.4.5: ge and le take what overlaps the searched stretch for equal. */
    private String recorded(Moment moment) {
        String low = statement.moment(moment.span().low());
        String high = statement.moment(moment.span().high());
        return switch (moment.prefix()) {
            case EQ -> "(d.low >= " + low + " and d.high <= " + high + ")";
            case NE -> "(d.low < " + low + " or d.high > " + high + ")";
            case GT -> "d.high > " + high;
            case LT -> "d.low < " + low;
            case GE -> "d.high > " + low;
            case LE -> "d.low < " + high;
            case SA -> "d.low >= " + high;
            case EB -> "d.high <= " + low;
        };
    }

    private String text(Text text) {
        return "exists (select 1 from string_value d where " + ofRow("d", text.param()) + " and "
                + either(text.any(), value -> match(text.match(), value)) + ")";
    }

    private String match(Criterion.Match match, String value) {
        return switch (match) {
            case EXACT -> "d.exact = " + statement.bind(value);
            case CONTAINS -> "position(" + statement.bind(value) + " in d.folded) > 0";
            // A range, since like finds no index once the plan is made for any value.
            case START ->
                "(d.folded >= " + statement.bind(value) + " and d.folded < " + statement.bind(value + LAST) + ")";
        };
    }

    private String ofRow(String alias, String param) {
        return (alias + ".file_id = v.file_id and " + alias + ".id = v.id and " + alias + ".version = v.version and "
                + alias + ".type = v.type and " + alias + ".param = " + statement.bind(param));
    }

    private static <T> String either(List<T> any, Function<T, String> read) {
        return any.stream().map(read).collect(Collectors.joining(" or ", "(", ")"));
    }
}
