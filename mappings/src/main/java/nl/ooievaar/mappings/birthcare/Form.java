package nl.ooievaar.mappings.birthcare;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import nl.ooievaar.mappings.account.Why;
import nl.ooievaar.mappings.source.Leaf;
import nl.ooievaar.subject.person.Bsn;

/** In which form a field is written; each is read and written the same way round. */
enum Form {
    TEXT,
    WHOLE,
    TRUTH,
    AMOUNT,
    DAY,
    MOMENT,
    CODE,
    IDENTIFIER,
    BSN;

    /** Words of the source for units, and what UCUM writes. */
    private static final Map<String, String> UNITS = Map.ofEntries(
            Map.entry("d", "d"),
            Map.entry("dag", "d"),
            Map.entry("dagen", "d"),
            Map.entry("wk", "wk"),
            Map.entry("week", "wk"),
            Map.entry("weken", "wk"),
            Map.entry("a", "a"),
            Map.entry("jaar", "a"),
            Map.entry("cm", "cm"),
            Map.entry("mm", "mm"),
            Map.entry("kg", "kg"),
            Map.entry("g", "g"),
            Map.entry("gram", "g"),
            Map.entry("ml", "mL"),
            Map.entry("mL", "mL"),
            Map.entry("1", "1"),
            Map.entry("/d", "/d"),
            Map.entry("/wk", "/wk"),
            Map.entry("/dag", "/d"),
            Map.entry("/week", "/wk"));

    private static final Pattern DATE = Pattern.compile("\\d{4}(-\\d{2}(-\\d{2})?)?");
    private static final Pattern OFFSET = Pattern.compile(".*(Z|[+-]\\d{2}:\\d{2})");

    /** What was read: a value, with what it lost, or why it is none. */
    record Read(Optional<Value> value, Optional<Why> why) {
        static Read of(Value value) {
            return new Read(Optional.of(value), Optional.empty());
        }

        static Read lossy(Value value, Why lost) {
            return new Read(Optional.of(value), Optional.of(lost));
        }

        static Read rejected(Why why) {
            return new Read(Optional.empty(), Optional.of(why));
        }
    }

    Read read(Leaf leaf) {
        if (this == CODE) {
            return code(leaf);
        }
        String value = leaf.value().orElse("").strip();
        // A null flavour in a field that holds no code: that it is not known is told, why is kept.
        if (leaf.code().map(Leaf.Coded::system).map(Systems::address).equals(Optional.of(Systems.NULL_FLAVOR))) {
            return code(leaf);
        }
        return value.isEmpty() ? Read.rejected(Why.EMPTY) : read(leaf, value);
    }

    private Read read(Leaf leaf, String value) {
        return switch (this) {
            case TEXT -> Read.of(new Value.Text(value));
            case WHOLE ->
                value.matches("\\d{1,9}")
                        ? Read.of(new Value.Whole(Long.parseLong(value)))
                        : Read.rejected(Why.NOT_WHOLE);
            case TRUTH ->
                value.equals("true") || value.equals("false")
                        ? Read.of(new Value.Truth(value.equals("true")))
                        : Read.rejected(Why.NOT_TRUE_OR_FALSE);
            case AMOUNT -> amount(leaf, value);
            case DAY -> day(value);
            case MOMENT -> moment(value);
            case IDENTIFIER ->
                Read.of(new Value.Id(leaf.root().map(Systems::address).orElse(""), value));
            case BSN -> bsn(leaf, value);
            case CODE -> code(leaf);
        };
    }

    private static Read code(Leaf leaf) {
        return leaf.code()
                .filter(code -> !code.code().isBlank() && !code.system().isBlank())
                .map(code -> Read.of(
                        new Value.Code(Systems.address(code.system()), code.code(), code.display(), code.original())))
                .orElseGet(() -> Read.rejected(leaf.value().isPresent() ? Why.NO_CODE : Why.EMPTY));
    }

    private static Read amount(Leaf leaf, String value) {
        if (!value.matches("-?\\d{1,12}(\\.\\d{1,9})?")) {
            return Read.rejected(Why.NOT_A_NUMBER);
        }
        String unit = UNITS.get(leaf.unit().orElse("1").strip());
        if (unit == null) {
            return Read.rejected(Why.UNKNOWN_UNIT);
        }
        return Read.of(new Value.Amount(new BigDecimal(value), unit));
    }

    private static Read day(String value) {
        if (isDate(value)) {
            return Read.of(new Value.Day(value));
        }
        return isDateTime(value)
                ? Read.lossy(new Value.Day(value.substring(0, 10)), Why.TIME_DROPPED)
                : Read.rejected(Why.NOT_A_DATE);
    }

    private static Read moment(String value) {
        if (isDate(value)) {
            return Read.of(new Value.Moment(value));
        }
        if (!isDateTime(value)) {
            return Read.rejected(Why.NOT_A_DATE_TIME);
        }
        if (OFFSET.matcher(value).matches()) {
            return Read.of(new Value.Moment(value));
        }
        OffsetDateTime zoned =
                LocalDateTime.parse(value).atZone(Value.Moment.ZONE).toOffsetDateTime();
        return Read.lossy(new Value.Moment(DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(zoned)), Why.ZONE);
    }

    /** A number in the numbering of the country must be one; in another, which test systems use, it is what it is. */
    private static Read bsn(Leaf leaf, String value) {
        String system = leaf.root().map(Systems::address).orElse("");
        if (system.equals(Systems.BSN) && Bsn.parse(value).isEmpty()) {
            return Read.rejected(Why.NOT_A_BSN);
        }
        return Read.of(new Value.Id(system, value));
    }

    private static boolean isDate(String value) {
        if (!DATE.matcher(value).matches()) {
            return false;
        }
        try {
            return switch (value.length()) {
                case 4 -> true;
                case 7 -> YearMonth.parse(value).getYear() > 0;
                default -> LocalDate.parse(value).getYear() > 0;
            };
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static boolean isDateTime(String value) {
        try {
            return OFFSET.matcher(value).matches()
                    ? OffsetDateTime.parse(value).getYear() > 0
                    : LocalDateTime.parse(value).getYear() > 0 && value.length() >= 16;
        } catch (DateTimeException e) {
            return false;
        }
    }
}
