package nl.ooievaar.publish;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;

/** The site in a real browser, as a folder on a disk; run wherever a Chromium with its driver is found. */
@EnabledIf("browserIsThere")
@Execution(ExecutionMode.CONCURRENT)
class BrowserTest {
    private static final List<String> KINDS = List.of(
            "index.html",
            "send.html",
            "woman.html",
            "everything.html",
            "changes.html",
            "compatibility.html",
            "steps/3-visit.html",
            "process.html",
            "bridge.html",
            "support.html",
            "dossier.html",
            "cases/case-1.html",
            "profiles/index.html",
            "profiles/phb-referral.html",
            "terminology/phb-risk-factor.html",
            "questionnaires/phb-findings.html",
            "interventions/phb-voorzorg.html",
            "operations/phb-expand.html",
            "capabilities/phb-sender.html",
            "maps/phb-risk-factor-to-snomed.html",
            "searches/phb-phase-search.html",
            "systems/phb-service.html",
            "examples/index.html",
            "examples/case-1-referral.html",
            "404.html");
    private static final Dimension DESK = new Dimension(1280, 900);
    private static final Dimension PHONE = new Dimension(390, 800);

    private static final int NARROWEST = 360;

    /** As the build made it: a folder on a disk. */
    private static final Path SITE = Path.of("target/classes", Publisher.FOLDER).toAbsolutePath();

    /** Those that no test uses now: there are as many as tests that run beside each other. */
    private static final Deque<ChromeDriver> FREE = new ConcurrentLinkedDeque<>();

    private final ChromeDriver browser = Optional.ofNullable(FREE.poll()).orElseGet(BrowserTest::open);

    static boolean browserIsThere() {
        return program("chromium", "google-chrome").isPresent()
                && program("chromedriver").isPresent();
    }

    private static Optional<Path> program(String... names) {
        return Stream.of(names)
                .map(name -> Path.of("/usr/bin", name))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static ChromeDriver open() {
        ChromeOptions options = new ChromeOptions();
        // Of two browsers on a busy machine each gets its turn; a script that hangs still ends.
        options.setScriptTimeout(Duration.ofMinutes(2));
        options.setBinary(program("chromium", "google-chrome").orElseThrow().toFile());
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                // The pages lie in a folder, and axe is put into them from outside.
                "--allow-file-access-from-files");
        return new ChromeDriver(
                new ChromeDriverService.Builder()
                        .usingDriverExecutable(
                                program("chromedriver").orElseThrow().toFile())
                        .build(),
                options);
    }

    @AfterEach
    void free() {
        FREE.add(browser);
    }

    @AfterAll
    static void close() {
        FREE.forEach(ChromeDriver::quit);
    }

    /** Each kind of page at each width, in one language each: the two differ in words. */
    @ParameterizedTest
    @ValueSource(strings = {"nl", "en"})
    void axe_finds_nothing_and_nothing_is_wider_than_a_phone_on_any_kind_of_page(String language) throws IOException {
        String axe = axe();
        Dimension size = language.equals("nl") ? DESK : PHONE;
        List<String> found = new ArrayList<>();
        for (String kind : KINDS) {
            String page = language + "/" + kind;
            at(size);
            go(page);
            browser.executeScript(axe);
            browser.executeScript("document.querySelectorAll('details').forEach(one => one.open = true)");
            violations().forEach(one -> found.add(size + " " + page + " " + one));
            at(new Dimension(NARROWEST, 740));
            Long width = (Long) browser.executeScript("return document.documentElement.scrollWidth");
            if (width > NARROWEST) {
                found.add(page + " is wide: " + width);
            }
        }
        assertEquals(List.of(), found);
    }

    @SuppressWarnings("unchecked")
    private List<String> violations() {
        return (List<String>)
                browser.executeAsyncScript(
                        """
                const done = arguments[arguments.length - 1];
                axe.run(document, {resultTypes: ['violations']}).then(
                  result => done(result.violations.map(one => one.id + ' ' + one.nodes[0].html)),
                  error => done(['' + error]));
                """);
    }

    /** The size of the page, without loading it again; what is narrow is a telephone. */
    private void at(Dimension size) {
        browser.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of(
                        "width",
                        size.getWidth(),
                        "height",
                        size.getHeight(),
                        "deviceScaleFactor",
                        1,
                        "mobile",
                        size.getWidth() < DESK.getWidth()));
    }

    @Test
    void the_keyboard_reaches_every_link_and_passes_the_navigation_in_one_step() {
        at(DESK);
        go("nl/profiles/phb-referral.html");
        browser.switchTo().activeElement().sendKeys(Keys.TAB);
        WebElement first = browser.switchTo().activeElement();
        assertTrue(first.getText().contains("Naar de inhoud"), first.getText());
        first.sendKeys(Keys.ENTER);
        assertEquals("content", browser.switchTo().activeElement().getDomAttribute("id"));

        go("nl/send.html");
        Set<String> reached = new LinkedHashSet<>();
        int links = browser.findElements(By.cssSelector("a[href]")).size();
        for (int i = 0; i < links + 20; i++) {
            browser.switchTo().activeElement().sendKeys(Keys.TAB);
            WebElement here = browser.switchTo().activeElement();
            if (here.getTagName().equals("a")) {
                reached.add(String.valueOf(browser.executeScript(
                        "return [...document.querySelectorAll('a[href]')].indexOf(arguments[0])", here)));
            }
        }
        assertEquals(links, reached.size());
    }

    @Test
    void from_the_front_door_a_referral_is_one_click_away() {
        at(DESK);
        go("nl/index.html");
        browser.findElement(By.linkText("Aanmelden")).click();
        assertEquals("Aanmelden", browser.findElement(By.tagName("h1")).getText());
        browser.findElement(By.linkText("English")).click();
        assertEquals("Send a referral", browser.findElement(By.tagName("h1")).getText());
    }

    private void go(String page) {
        browser.get(SITE.resolve(page).toUri().toString());
    }

    private static String axe() throws IOException {
        try (InputStream in = Objects.requireNonNull(BrowserTest.class.getResourceAsStream("/axe.min.js"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
