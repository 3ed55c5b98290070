package nl.ooievaar.mappings.dossier;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import nl.ooievaar.profiles.PhbValidation;
import org.junit.jupiter.api.Test;

class PackageTest {
    private static final boolean DEEP = Integer.getInteger("depth", 1) > 1;
    /** Every kind of record stands in these: the woman, partner and pregnancy, and the cases with the most of it. */
    private static final Pattern FEW = Pattern.compile("(?!case-).*|case-[13]-.*");

    @Test
    void every_record_made_from_the_examples_is_valid_by_the_package() throws IOException {
        PhbValidation validation = PhbValidation.shared(Locale.ENGLISH);
        int made = 0;
        for (Path file : ExamplesTest.all()) {
            if (!DEEP && !FEW.matcher(file.getFileName().toString()).matches()) {
                continue;
            }
            var dossier = new ToDossier(Declaration.table())
                    .map(PromisesTest.example(file.getFileName().toString()));
            for (var entry : new FromDossier(Declaration.table())
                    .map(dossier.result())
                    .result()
                    .path("entry")) {
                var verdict = validation.validate(entry.get("resource").toString());
                List<String> errors = verdict.getMessages().stream()
                        .filter(one -> one.getSeverity().ordinal() >= 2)
                        .map(one -> one.getLocationString() + " " + one.getMessage())
                        .toList();
                assertEquals(List.of(), errors, file.toString());
                made++;
            }
        }
        assertEquals(true, made > 35, "made " + made);
    }
}
