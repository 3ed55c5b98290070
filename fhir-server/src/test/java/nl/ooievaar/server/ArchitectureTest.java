package nl.ooievaar.server;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.library.GeneralCodingRules;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Where a package may not reach, so that the promises of the decision records cannot be walked around. */
@AnalyzeClasses(packages = "nl.ooievaar", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String SERVER = "nl.ooievaar.server.";
    private static final Path SOURCES = Path.of("src/main/java/nl/ooievaar/server");

    /** SQL that names a table with records or what opens them, whichever way it is joined or written. */
    private static final Pattern GUARDED_TABLE = Pattern.compile(
            "\\b(from|join|using|update|into)\\s+(only\\s+)?"
                    + "(version|date_value|string_value|delivery|access_grant|representation)\\b",
            Pattern.CASE_INSENSITIVE);

    /** Every class outside the gate that names such a table, and why it may (decision 0002). */
    private static final Map<String, String> BESIDE_THE_GATE = Map.ofEntries(
            entry("audit/NamedRecord", "whose record a refused request named; nothing of it is answered"),
            entry(
                    "audit/WatchedFiles",
                    "which files of hers the trail names; the gate hides in it what it hides itself"),
            entry("search/Conditions", "narrows ids by index values, inside a statement that passes the gate"),
            entry("start/VersionHashes", "hashes hashes on under another key while no server runs; reads no record"),
            entry("store/DirectoryImport", "writes the directory, which is no person's"),
            entry("store/DirectoryRecords", "reads the directory, which is no person's"),
            entry("store/FileErasure", "destroys a file whole; answers counts"),
            entry("store/Versions", "writes versions; ends the one before"),
            entry("submission/DueTasks", "finds the work tasks that are due; announces by reference, answers a count"),
            entry(
                    "submission/EmergencyMessages",
                    "keeps from her what an officer puts off, or shows it again; answers nothing"),
            entry(
                    "submission/EmergencyRecords",
                    "which custodians an emergency access reaches; the answer tells nothing of it"),
            entry("submission/KeptRecords", "what the server itself ends, joins or counts; answers nothing"),
            entry("submission/OwnPatient", "finds the custodian's own Patient in its own file"),
            entry("submission/ReferralData", "gives findings the class of the referral that names them"),
            entry("submission/RequestEnding", "ends the request of a signaller with the work; answers nothing"),
            entry("submission/Shadowing", "keeps the referral task in step; answers nothing"));

    @ArchTest
    void each_class_beside_the_gate_that_names_its_tables_is_listed_with_a_reason(JavaClasses ignored) {
        Set<String> naming = new TreeSet<>();
        try (Stream<Path> files = Files.walk(SOURCES)) {
            files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> GUARDED_TABLE.matcher(read(file)).find())
                    .map(ArchitectureTest::nameOf)
                    .filter(name -> !name.startsWith("gate/"))
                    .forEach(naming::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        assertThat(naming).isEqualTo(new TreeSet<>(BESIDE_THE_GATE.keySet()));
    }

    /** The doors hand on what was decided; RestConfiguration only puts the search together. */
    @ArchTest
    void no_door_speaks_to_the_database(JavaClasses all) {
        noClasses()
                .that()
                .resideInAPackage(SERVER + "rest..")
                .and()
                .doNotHaveSimpleName("RestConfiguration")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.springframework.jdbc..",
                        "java.sql..",
                        "javax.sql..",
                        "jakarta.persistence..",
                        "org.hibernate..")
                .check(all);
    }

    @ArchTest
    void nothing_leans_on_the_doors(JavaClasses all) {
        noClasses()
                .that()
                .resideOutsideOfPackages(SERVER + "rest..", "nl.ooievaar.server")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(SERVER + "rest..")
                .check(all);
    }

    /** Who calls is decided from the token alone, before any data is looked at. */
    @ArchTest
    void identity_looks_at_no_data(JavaClasses all) {
        noClasses()
                .that()
                .resideInAPackage(SERVER + "identity..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        SERVER + "store..",
                        SERVER + "gate..",
                        SERVER + "search..",
                        SERVER + "submission..",
                        SERVER + "audit..",
                        "org.springframework.jdbc..",
                        "jakarta.persistence..")
                .check(all);
    }

    @ArchTest
    void the_subject_knows_no_framework(JavaClasses all) {
        classes()
                .that()
                .resideInAPackage("nl.ooievaar.subject..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("nl.ooievaar.subject..", "java..")
                .check(all);
    }

    @ArchTest
    void nothing_points_at_the_server(JavaClasses all) {
        noClasses()
                .that()
                .resideInAnyPackage("nl.ooievaar.subject..", "nl.ooievaar.profiles..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(SERVER + ".")
                .check(all);
    }

    /** Demo data is for the sandbox: nothing that runs in production may come to need it. */
    @ArchTest
    void nothing_needs_the_demo(JavaClasses all) {
        noClasses()
                .that()
                .resideOutsideOfPackage(SERVER + "demo..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(SERVER + "demo..")
                .check(all);
    }

    /** What is printed passes by the rule that no BSN or name stands in a log. */
    @ArchTest
    void the_server_prints_nothing_outside_the_log(JavaClasses all) {
        noClasses()
                .that()
                .resideInAPackage(SERVER + ".")
                .and()
                // A command speaks to whoever typed it; the server itself speaks to the log.
                .doNotHaveFullyQualifiedName("nl.ooievaar.server.Ooievaar")
                .should(GeneralCodingRules.ACCESS_STANDARD_STREAMS)
                .check(all);
    }

    /** One moment per request, from the clock that start provides. */
    @ArchTest
    void only_start_reads_a_clock_of_its_own(JavaClasses all) {
        noClasses()
                .that()
                .resideInAnyPackage(SERVER + ".", "nl.ooievaar.subject..")
                .and()
                .resideOutsideOfPackage(SERVER + "start..")
                .should()
                .callMethod(Clock.class, "systemUTC")
                .orShould()
                .callMethod(Clock.class, "systemDefaultZone")
                .orShould()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .callMethod(LocalDateTime.class, "now")
                .orShould()
                .callMethod(OffsetDateTime.class, "now")
                .orShould()
                .callMethod(ZonedDateTime.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callConstructor(java.util.Date.class)
                .check(all);
    }

    private static String nameOf(Path file) {
        return SOURCES.relativize(file).toString().replace('\\', '/').replaceFirst("\\.java$", "");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
