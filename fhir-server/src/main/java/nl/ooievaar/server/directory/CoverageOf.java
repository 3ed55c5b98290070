package nl.ooievaar.server.directory;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import nl.ooievaar.profiles.PhbPackage;
import nl.ooievaar.subject.desk.Coverage;
import nl.ooievaar.subject.desk.Days;
import nl.ooievaar.subject.desk.Municipality;

/** The municipalities that a HealthcareService serves, by its coverageArea; an area that is no municipality says nothing here. */
final class CoverageOf {
    static final String PERIOD = PhbPackage.profile("phb-coverage-period");

    private final Function<String, Optional<JsonNode>> location;

    /** @param location the Location behind a reference, in the file or on the node */
    CoverageOf(Function<String, Optional<JsonNode>> location) {
        this.location = location;
    }

    /**
     * @param number of the service with us
     * @param at where the service stands
     */
    List<Coverage> read(JsonNode service, String number, String at) {
        List<Coverage> found = new ArrayList<>();
        JsonNode areas = service.path("coverageArea");
        for (int i = 0; i < areas.size(); i++) {
            JsonNode area = areas.get(i);
            String place = at + ".coverageArea[" + i + "]";
            location.apply(area.path("reference").asText())
                    .flatMap(CoverageOf::municipality)
                    .ifPresent(one -> found.add(new Coverage(place, one.code(), number, days(area))));
        }
        return found;
    }

    /** The municipality that a Location is. */
    static Optional<Municipality> municipality(JsonNode location) {
        return StreamSupport.stream(location.path("identifier").spliterator(), false)
                .filter(one -> Municipality.SYSTEM.equals(one.path("system").asText()))
                .flatMap(one -> Municipality.code(one.path("value").asText()).stream())
                .findFirst()
                .map(code -> new Municipality(code, location.path("name").asText(code)));
    }

    private static Days days(JsonNode area) {
        JsonNode period = StreamSupport.stream(area.path("extension").spliterator(), false)
                .filter(one -> PERIOD.equals(one.path("url").asText()))
                .map(one -> one.path("valuePeriod"))
                .findFirst()
                .orElse(area.path("none"));
        return new Days(
                period.has("start") ? first(period.path("start").asText()) : Days.BEGINNING,
                period.has("end") ? last(period.path("end").asText()) : Days.END);
    }

    private static LocalDate first(String date) {
        return switch (date.length()) {
            case 4 -> Year.parse(date).atDay(1);
            case 7 -> YearMonth.parse(date).atDay(1);
            default -> LocalDate.parse(date.substring(0, 10));
        };
    }

    private static LocalDate last(String date) {
        return switch (date.length()) {
            case 4 -> YearMonth.of(Integer.parseInt(date), 12).atEndOfMonth();
            case 7 -> YearMonth.parse(date).atEndOfMonth();
            default -> LocalDate.parse(date.substring(0, 10));
        };
    }
}
