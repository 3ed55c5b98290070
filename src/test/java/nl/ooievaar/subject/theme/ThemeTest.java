package nl.ooievaar.subject.theme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ThemeTest {

    @Test
    void the_eleven_themes_stand_in_the_order_of_the_guideline() {
        assertEquals(
                List.of(
                        "hechting-en-ouderschap",
                        "gezondheid-ouders",
                        "ontwikkeling-kind",
                        "levensloop",
                        "veiligheid",
                        "financien-huisvesting",
                        "communicatie",
                        "informele-steun",
                        "formele-voorzieningen",
                        "probleemoplossend-vermogen",
                        "motivatie"),
                Arrays.stream(Theme.values()).map(Theme::code).toList());
        assertEquals(11, Theme.MOTIVATIE.number());
    }

    @Test
    void a_theme_is_found_by_its_code_and_named_in_both_languages() {
        for (Theme theme : Theme.values()) {
            assertEquals(Optional.of(theme), Theme.of(theme.code()));
            assertTrue(!theme.dutch().isBlank() && !theme.english().isBlank());
        }
        assertTrue(Theme.of("partner").isEmpty());
    }

    @Test
    void only_health_and_life_course_are_told_by_each_parent() {
        assertEquals(
                List.of(2, 4),
                Arrays.stream(Theme.values())
                        .filter(Theme::perParent)
                        .map(Theme::number)
                        .toList());
    }
}
