package nl.ooievaar.publish;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import nl.ooievaar.subject.referral.Mover;
import nl.ooievaar.subject.referral.Progress;
import nl.ooievaar.subject.referral.ProgressMoves;
import nl.ooievaar.subject.referral.Shadow;
import nl.ooievaar.subject.referral.TaskKind;
import nl.ooievaar.subject.referral.TaskMoves;
import nl.ooievaar.subject.referral.TaskState;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the page of the process says is what the server goes by. */
class ProcessPageTest {
    @ParameterizedTest
    @EnumSource(Language.class)
    void every_move_of_the_tables_stands_there_once_and_no_other(Language language) {
        Document page = page(language);
        for (TaskKind kind : TaskKind.values()) {
            List<String> told = new ArrayList<>();
            rows(page, "moves-" + kind.code()).forEach(row -> told.add(row.text()));
            List<String> moves = TaskMoves.table().stream()
                    .filter(move -> move.kind() == kind)
                    .map(move -> move.from().code() + " "
                            + language.word("mover." + move.mover().name().toLowerCase(java.util.Locale.ROOT)) + " "
                            + String.join(
                                    ", ",
                                    move.to().stream().map(TaskState::code).toList()))
                    .toList();
            assertEquals(moves, told);
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void the_shadow_of_every_state_stands_there(Language language) {
        for (Element row : rows(page(language), "shadow")) {
            TaskState work = TaskState.of(row.child(0).text()).orElseThrow();
            assertEquals(Shadow.of(work).code(), row.child(1).text());
        }
        assertEquals(TaskState.values().length, rows(page(language), "shadow").size());
    }

    @ParameterizedTest
    @EnumSource(TaskKind.class)
    void the_drawing_has_an_arrow_for_every_move_and_a_name(TaskKind kind) {
        Document page = page(Language.EN);
        Element drawing = page.getElementById("arrow-" + kind.code()).closest("svg");
        long arrows = 0;
        for (TaskState from : TaskState.values()) {
            for (TaskState to : TaskState.values()) {
                for (Mover mover : Mover.values()) {
                    if (TaskMoves.legalMoves(kind, from, mover).contains(to)) {
                        arrows++;
                        break;
                    }
                }
            }
        }
        assertEquals(arrows, drawing.select("path[marker-end]").size());
        assertTrue(drawing.attr("aria-label").contains(Language.EN.word("process.moves." + kind.code())));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void every_progress_that_is_right_stands_there_and_no_other(Language language) {
        Document page = page(language);
        for (Element row : rows(page, "states")) {
            TaskState state = TaskState.of(row.child(0).text()).orElseThrow();
            assertEquals(
                    Arrays.stream(Progress.values())
                            .filter(one -> ProgressMoves.check(state, one).isEmpty())
                            .map(Progress::code)
                            .collect(Collectors.toSet()),
                    Set.copyOf(row.child(1).select("code").eachText()));
        }
        assertEquals(TaskState.values().length, rows(page, "states").size());
        for (Element row : rows(page, "steps")) {
            Progress from = Progress.of(row.child(0).text()).orElseThrow();
            assertEquals(
                    Arrays.stream(Progress.values())
                            .filter(one -> one != from
                                    && ProgressMoves.check(from, one).isEmpty())
                            .map(Progress::code)
                            .collect(Collectors.toSet()),
                    Set.copyOf(row.child(1).select("code").eachText()));
        }
    }

    private static List<Element> rows(Document page, String id) {
        Element at = page.getElementById(id);
        while (at.select("table").isEmpty() || at.is("h2")) {
            at = at.nextElementSibling();
        }
        return at.select("tbody tr");
    }

    private static Document page(Language language) {
        return Jsoup.parse(new ProcessPage(language).html());
    }
}
