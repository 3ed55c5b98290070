package nl.ooievaar.server.search;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.ooievaar.server.search.SearchRequest.Column;
import nl.ooievaar.server.search.SearchRequest.Sort;

/**
 * The order of a search and the place of a row in it.
 *
 * <p>A page goes on after the place of the last row, never after a number of rows: nothing is repeated or skipped, and the
 * hundredth page costs what the first did. Rows without a value come first when descending and last when ascending, as
 * PostgreSQL orders its indexes.
 */
final class Ordering {
    private final List<Sort> sorts;

    private Ordering(List<Sort> sorts) {
        this.sorts = sorts;
    }

    /** Newest first when nothing was asked. The id decides last, in the direction in which the index can be walked. */
    static Ordering of(List<Sort> asked) {
        List<Sort> sorts = new ArrayList<>();
        for (Sort sort : asked.isEmpty() ? List.of(new Sort(Column.UPDATED, "_lastUpdated", true)) : asked) {
            sorts.add(sort);
            if (sort.column() == Column.ID) {
                return new Ordering(sorts);
            }
        }
        sorts.add(new Sort(Column.ID, "_id", !sorts.get(sorts.size() - 1).descending()));
        return new Ordering(sorts);
    }

    /** Ends with the id, so that no two rows share a place. */
    List<Sort> sorts() {
        return sorts;
    }

    /** Follows {@code select} and a column: the values of the place. */
    String columns() {
        return each(i -> ", " + value(i) + " as place_" + i, "");
    }

    /** Follows {@code from}: where values stand that are not in the version row itself. */
    String joins(Statement statement) {
        return each(i -> join(i, statement), "");
    }

    String orderBy() {
        return " order by " + each(i -> value(i) + (sorts.get(i).descending() ? " desc" : " asc"), ", ");
    }

    List<String> place(ResultSet row) throws SQLException {
        List<String> place = new ArrayList<>();
        for (int i = 0; i < sorts.size(); i++) {
            place.add(
                    isTime(i) ? text(row.getObject("place_" + i, OffsetDateTime.class)) : row.getString("place_" + i));
        }
        return place;
    }

    /** Starts with {@code and}: true for the rows after that place. */
    String after(List<String> place, Statement statement) {
        List<String> bound = new ArrayList<>();
        for (int i = 0; i < sorts.size(); i++) {
            bound.add(place.get(i) == null ? null : bind(i, place.get(i), statement));
        }
        String beyond = IntStream.range(0, sorts.size())
                .mapToObj(i -> IntStream.range(0, i)
                                .mapToObj(before -> same(before, bound.get(before)) + " and ")
                                .collect(Collectors.joining())
                        + beyond(i, bound.get(i)))
                .collect(Collectors.joining(") or (", " and ((", "))"));
        return beyond + reach(bound.get(0));
    }

    /** Says of the first value what follows from the rest, in a form an index can begin at. */
    private String reach(String first) {
        boolean descending = sorts.get(0).descending();
        if (first == null || (!descending && nullable(0))) {
            return "";
        }
        return " and " + value(0) + (descending ? " <= " : " >= ") + first;
    }

    private String beyond(int i, String bound) {
        boolean descending = sorts.get(i).descending();
        if (bound == null) {
            return descending ? value(i) + " is not null" : "false";
        }
        String further = value(i) + (descending ? " < " : " > ") + bound;
        return descending || !nullable(i) ? further : "(" + further + " or " + value(i) + " is null)";
    }

    private String same(int i, String bound) {
        return value(i) + (bound == null ? " is null" : " = " + bound);
    }

    private String bind(int i, String text, Statement statement) {
        if (isTime(i)) {
            return statement.moment(Instant.parse(text));
        }
        return sorts.get(i).column() == Column.ID ? "cast(" + statement.bind(text) + " as uuid)" : statement.bind(text);
    }

    private String join(int i, Statement statement) {
        Sort sort = sorts.get(i);
        if (sort.column() != Column.DATE && sort.column() != Column.STRING) {
            return "";
        }
        boolean date = sort.column() == Column.DATE;
        return " left join lateral (select " + (sort.descending() ? "max(" : "min(") + (date ? "d.low" : "d.folded")
                + ") as value from " + (date ? "date_value" : "string_value")
                + " d where d.file_id = v.file_id and d.id = v.id and d.version = v.version and d.param = "
                + statement.bind(sort.param()) + ") s" + i + " on true";
    }

    private String value(int i) {
        return switch (sorts.get(i).column()) {
            case MAIN_DATE -> "v.main_at";
            case UPDATED -> "v.last_updated";
            case ID -> "v.id";
            case DATE, STRING -> "s" + i + ".value";
        };
    }

    private boolean nullable(int i) {
        Column column = sorts.get(i).column();
        return column != Column.UPDATED && column != Column.ID;
    }

    private boolean isTime(int i) {
        Column column = sorts.get(i).column();
        return column == Column.MAIN_DATE || column == Column.UPDATED || column == Column.DATE;
    }

    private String each(IntFunction<String> read, String between) {
        return IntStream.range(0, sorts.size()).mapToObj(read).collect(Collectors.joining(between));
    }

    private static String text(OffsetDateTime moment) {
        return moment == null ? null : moment.toInstant().toString();
    }
}
