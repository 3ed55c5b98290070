package nl.ooievaar.publish;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.ooievaar.publish.Definition.Line;
import nl.ooievaar.subject.clock.Urgency;
import nl.ooievaar.subject.referral.CarriedItem;
import nl.ooievaar.subject.referral.DutchHolidays;
import nl.ooievaar.subject.referral.FirstContactDeadline;
import nl.ooievaar.subject.referral.Progress;
import nl.ooievaar.subject.referral.ProgressMoves;
import nl.ooievaar.subject.referral.Route;
import nl.ooievaar.subject.referral.RouteContent;
import nl.ooievaar.subject.referral.Shadow;
import nl.ooievaar.subject.referral.TaskKind;
import nl.ooievaar.subject.referral.TaskMoves;
import nl.ooievaar.subject.referral.TaskState;

/** The tables of the process as the rules themselves tell them; a further table is one more line in {@link #html}. */
final class ProcessPage {
    /** Received on a plain Thursday, before Easter, before King's Day, and at the end of the year. */
    private static final List<Instant> RECEIVED = Stream.of(
                    "2026-11-26T10:00:00Z", "2027-03-25T10:00:00Z", "2027-04-23T10:00:00Z", "2027-12-23T10:00:00Z")
            .map(Instant::parse)
            .toList();

    private static final List<Integer> YEARS = List.of(2026, 2027, 2028);

    /** Whatever a referral could bring. */
    private static final List<String> TYPES = List.of(
            "Patient",
            "Consent",
            "Provenance",
            "ServiceRequest",
            "Task",
            "PractitionerRole",
            "RelatedPerson",
            "Observation",
            "Condition",
            "QuestionnaireResponse",
            "CarePlan",
            "DocumentReference");

    private final Language language;

    ProcessPage(Language language) {
        this.language = language;
    }

    /** One table under its heading. */
    private record Table(String id, String intro, List<String> heads, List<List<String>> rows) {}

    String html() {
        return Stream.of(
                        moves(TaskKind.REFERRAL),
                        moves(TaskKind.WORK),
                        moves(TaskKind.CANCELLATION),
                        table(states()),
                        table(steps()),
                        table(shadow()),
                        table(deadline()),
                        table(urgency()),
                        table(holidays()),
                        table(routes()))
                .collect(Collectors.joining("\n"));
    }

    private String moves(TaskKind kind) {
        String key = "moves." + kind.code();
        List<List<String>> rows = TaskMoves.table().stream()
                .filter(move -> move.kind() == kind)
                .map(move -> List.of(code(move.from()), mover(move), codes(move.to())))
                .toList();
        String starts =
                "<p>" + language.word("process.starts") + " " + codes(List.copyOf(TaskMoves.starts(kind))) + "</p>";
        String drawing = new StateDrawing(kind, language).svg();
        return table(
                new Table(
                        key,
                        language.word("process.moves.intro"),
                        List.of(word("from"), word("who"), word("to")),
                        rows),
                starts + drawing);
    }

    private Table shadow() {
        return new Table(
                "shadow",
                word("shadow.intro"),
                List.of(word("work"), word("referral")),
                Arrays.stream(TaskState.values())
                        .map(state -> List.of(code(state), code(Shadow.of(state))))
                        .toList());
    }

    private Table states() {
        return new Table(
                "states",
                word("states.intro"),
                List.of(word("work"), word("progress")),
                ProgressMoves.states().stream()
                        .map(it -> List.of(code(it.state()), progress(it.progress())))
                        .toList());
    }

    private Table steps() {
        return new Table(
                "steps",
                word("steps.intro"),
                List.of(word("from"), word("to")),
                ProgressMoves.steps().stream()
                        .map(it -> List.of(progress(List.of(it.from())), progress(it.to())))
                        .toList());
    }

    private Table urgency() {
        return new Table(
                "urgency",
                word("urgency.intro"),
                List.of(word("week"), word("urgent")),
                Urgency.table().stream()
                        .map(it -> List.of(
                                Integer.toString(it.week()),
                                "<code>" + it.urgency().code() + "</code>"))
                        .toList());
    }

    private Table deadline() {
        return new Table(
                "deadline",
                word("deadline.intro"),
                List.of(word("received"), word("last.day")),
                RECEIVED.stream()
                        .map(at -> List.of(
                                day(at.atZone(FirstContactDeadline.ZONE).toLocalDate()),
                                day(FirstContactDeadline.lastDay(at))))
                        .toList());
    }

    private Table holidays() {
        return new Table(
                "holidays",
                "",
                List.of(word("year"), word("days")),
                YEARS.stream()
                        .map(year -> List.of(
                                Integer.toString(year),
                                DutchHolidays.of(year).stream().map(this::day).collect(Collectors.joining("<br>"))))
                        .toList());
    }

    private Table routes() {
        List<List<String>> rows = new ArrayList<>();
        for (Route route : Route.values()) {
            List<String> refused = TYPES.stream()
                    .filter(type -> !RouteContent.unwanted(
                                    route, List.of(new CarriedItem("", type, CarriedItem.Matter.RESOURCE)))
                            .isEmpty())
                    .toList();
            List<String> carried =
                    TYPES.stream().filter(type -> !refused.contains(type)).toList();
            rows.add(List.of(
                    "<code>" + route.code() + "</code>", String.join(", ", carried), String.join(", ", refused)));
        }
        return new Table("routes", word("routes.intro"), List.of(word("route"), word("carries"), word("not")), rows);
    }

    private String table(Table table) {
        return table(table, "");
    }

    /** @param above what stands between the sentence and the table, as HTML */
    private String table(Table table, String above) {
        String heading = word(table.id());
        List<Line> lines =
                table.rows().stream().map(row -> new Line("", "", row)).toList();
        return "<h2 id=\"" + table.id().replace('.', '-') + "\">" + heading + "</h2>\n"
                + (table.intro().isEmpty() ? "" : "<p>" + table.intro() + "</p>\n")
                + above
                + Templates.render("table", Map.of("heading", heading, "heads", table.heads(), "lines", lines));
    }

    private String mover(TaskMoves.Move move) {
        return language.word("mover." + move.mover().name().toLowerCase(Locale.ROOT));
    }

    private String word(String key) {
        return language.word("process." + key);
    }

    private String day(LocalDate day) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL)
                .withLocale(language == Language.NL ? Locale.forLanguageTag("nl-NL") : Locale.UK)
                .format(day);
    }

    private static String codes(List<TaskState> states) {
        return states.stream().map(ProcessPage::code).collect(Collectors.joining(", "));
    }

    private static String progress(List<Progress> all) {
        return all.stream().map(it -> "<code>" + it.code() + "</code>").collect(Collectors.joining(", "));
    }

    private static String code(TaskState state) {
        return "<code>" + state.code() + "</code>";
    }
}
