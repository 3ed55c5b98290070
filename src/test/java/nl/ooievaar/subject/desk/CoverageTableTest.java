package nl.ooievaar.subject.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nl.ooievaar.subject.Reason;
import nl.ooievaar.subject.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CoverageTableTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 26);

    /** Each row is a desk with its first and last day, joined by a slash; what is found is reason and days. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    A/-/-                              |
                    A/-/2026-12-31 B/2027-01-01/-      |
                    B/2027-01-01/- A/-/2026-12-31      |
                    A/-/2026-12-31 B/2026-12-31/-      | COVERAGE_OVERLAP 2026-12-31
                    A/-/- B/-/-                        | COVERAGE_OVERLAP 2026-11-26
                    A/-/- A/2026-01-01/-               |
                    A/-/2026-11-25 B/-/2026-11-25      | COVERAGE_END 2026-11-26
                    A/-/2026-12-31 B/2027-02-01/-      | COVERAGE_GAP 2027-01-01 2027-01-31
                    A/-/2026-12-31                     | COVERAGE_END 2027-01-01
                    A/2027-01-01/-                     | COVERAGE_GAP 2026-11-26 2026-12-31
                    -                                  | COVERAGE_END 2026-11-26
                    """)
    void a_municipality_has_one_desk_every_day_from_today(String rows, String found) {
        List<Coverage> read = Stream.of(rows.split(" "))
                .filter(row -> row.contains("/"))
                .map(CoverageTableTest::row)
                .toList();
        CoverageTable table = new CoverageTable(read);
        List<Refusal> told = Stream.concat(
                        table.overlaps(TODAY).stream(), table.gaps("0935", "line[1]", TODAY).stream())
                .toList();
        assertEquals(
                Optional.ofNullable(found).stream().toList(),
                told.stream().map(CoverageTableTest::said).toList());
    }

    @Test
    void desks_of_different_municipalities_do_not_meet() {
        CoverageTable table = new CoverageTable(
                List.of(new Coverage("1", "0935", "A", Days.ALWAYS), new Coverage("2", "0917", "B", Days.ALWAYS)));
        assertEquals(List.of(), table.overlaps(TODAY));
    }

    @ParameterizedTest
    @CsvSource({"0935,0935", "GM0935,0935", " GM0935 ,0935", "935,", "GM09350,", "gm0935,", "Maastricht,"})
    void a_municipality_is_known_by_its_four_digits(String written, String code) {
        assertEquals(Optional.ofNullable(code), Municipality.code(written));
    }

    @ParameterizedTest
    @CsvSource({"6211,6211", "6211 AB,6211", "6211ab,6211", "0211,", "621,", "62111,", "AB 6211,"})
    void of_a_postal_code_the_four_digits_count(String written, Integer digits) {
        assertEquals(Optional.ofNullable(digits).map(PostalCode::new), PostalCode.of(written));
    }

    @Test
    void a_referral_elsewhere_is_told_the_right_desk_unless_it_says_why() {
        Municipality where = new Municipality("0935", "Maastricht");
        Optional<Refusal> no = RightDesk.check("B", where, List.of("A"), "Desk A", RightDesk.Explained.NO);
        assertEquals(Optional.of(Refusal.of(Reason.DESK_ELSEWHERE, "Maastricht", "Desk A")), no);
        assertTrue(RightDesk.check("B", where, List.of("A"), "Desk A", RightDesk.Explained.BY_A_REASON)
                .isEmpty());
        assertTrue(RightDesk.check("A", where, List.of("A"), "Desk A", RightDesk.Explained.NO)
                .isEmpty());
        assertTrue(RightDesk.check("B", where, List.of(), "", RightDesk.Explained.NO)
                .isEmpty());
    }

    private static Coverage row(String written) {
        String[] parts = written.split("/");
        LocalDate first = parts[1].equals("-") ? Days.BEGINNING : LocalDate.parse(parts[1]);
        LocalDate last = parts[2].equals("-") ? Days.END : LocalDate.parse(parts[2]);
        return new Coverage(written, "0935", parts[0], new Days(first, last));
    }

    private static String said(Refusal refusal) {
        List<String> days = refusal.arguments().stream()
                .filter(one -> one.matches("[0-9]{4}-.*"))
                .toList();
        return refusal.reason() + " " + String.join(" ", days);
    }
}
