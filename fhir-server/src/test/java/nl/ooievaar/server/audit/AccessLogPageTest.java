package nl.ooievaar.server.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import nl.ooievaar.server.audit.AuditTrail.Line;
import nl.ooievaar.server.audit.AuditTrail.Told;
import org.hl7.fhir.r4.model.AuditEvent;
import org.junit.jupiter.api.Test;

/** The access log as a page says what the lines say and nothing that a browser would run. */
class AccessLogPageTest {
    private static final Locale DUTCH = Locale.forLanguageTag("nl");
    private static final String SCRIPT = "<script>alert('kanarie')</script>\"'&";

    @Test
    void a_name_with_a_script_in_it_is_shown_as_it_is_written_and_runs_nowhere() {
        String page = AccessLogPage.of(lines(new Told(SCRIPT, SCRIPT, SCRIPT)), DUTCH, Optional.of("/x?" + SCRIPT));
        assertThat(page)
                .doesNotContain("<script")
                .doesNotContain("alert('")
                .contains("&lt;script&gt;alert(&#39;kanarie&#39;)&lt;/script&gt;&quot;&#39;&amp;");
    }

    @Test
    void what_happened_more_than_once_on_a_day_is_told_once_with_how_often_and_from_when_to_when() {
        String page = AccessLogPage.of(
                lines(
                        new Told("1 mei 2027", "09:12", "JGZ bekeek uw plan."),
                        new Told("1 mei 2027", "09:13", "De verloskundige bekeek uw plan."),
                        new Told("1 mei 2027", "16:40", "JGZ bekeek uw plan."),
                        new Told("2 mei 2027", "08:00", "JGZ bekeek uw plan.")),
                DUTCH,
                Optional.empty());
        assertThat(page)
                .containsSubsequence(
                        "<h2>1 mei 2027</h2>",
                        "<li>2 keer, van 09:12 tot 16:40: JGZ bekeek uw plan.</li>",
                        "<li>09:13: De verloskundige bekeek uw plan.</li>",
                        "<h2>2 mei 2027</h2>",
                        "<li>08:00: JGZ bekeek uw plan.</li>")
                .doesNotContain("rel=\"next\"");
    }

    @Test
    void it_speaks_dutch_to_who_asks_for_it_and_else_english() {
        assertThat(AccessLogPage.of(List.of(), DUTCH, Optional.empty()))
                .contains("<html lang=\"nl\">")
                .contains("Wie zag uw gegevens");
        assertThat(AccessLogPage.of(List.of(), Locale.FRENCH, Optional.empty()))
                .contains("<html lang=\"en\">")
                .contains("Who saw your data");
    }

    private static List<Line> lines(Told... told) {
        return Stream.of(told).map(one -> new Line(new AuditEvent(), null, one)).toList();
    }
}
