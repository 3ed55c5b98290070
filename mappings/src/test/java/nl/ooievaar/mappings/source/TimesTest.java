package nl.ooievaar.mappings.source;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimesTest {
    @ParameterizedTest
    @CsvSource({
        "2026, 2026",
        "202603, 2026-03",
        "20260304, 2026-03-04",
        "202603041530, 2026-03-04T15:30:00",
        "20260304153045, 2026-03-04T15:30:45",
        "20260304153045.125, 2026-03-04T15:30:45.125",
        "20260304153045+0100, 2026-03-04T15:30:45+01:00",
        "2026030415, 2026030415",
        "2026-03-04, 2026-03-04",
        "gisteren, gisteren"
    })
    void a_time_of_version_3_stays_as_precise_as_it_was(String written, String iso) {
        assertEquals(iso, Times.iso(written));
    }
}
