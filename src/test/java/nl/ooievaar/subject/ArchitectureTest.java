package nl.ooievaar.subject;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final JavaClasses SUBJECT = new ClassFileImporter()
            .withImportOption(location -> !location.contains("/test-classes/"))
            .importPackages("nl.ooievaar.subject");

    @Test
    void the_subject_knows_nothing_but_the_jdk() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("nl.ooievaar.subject..", "java.lang..", "java.text..", "java.time..", "java.util..")
                .check(SUBJECT);
    }

    @Test
    void packages_form_no_cycle() {
        slices().matching("nl.ooievaar.subject.(*)..").should().beFreeOfCycles().check(SUBJECT);
    }

    @Test
    void shared_words_do_not_reach_into_a_subject() {
        classes()
                .that()
                .resideInAPackage("nl.ooievaar.subject")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("nl.ooievaar.subject", "java..")
                .check(SUBJECT);
    }

    @Test
    void no_rule_reads_the_clock_itself() {
        noClasses()
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(LocalDate.class, "now")
                .check(SUBJECT);
    }
}
