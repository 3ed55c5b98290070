package nl.ooievaar.oracle;

import java.time.YearMonth;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.ooievaar.oracle.Question.Part;

/**
 * A kind of search where the answers may differ, judged by the search chapter of FHIR R4.
 *
 * @param example one that does differ, or the row has to go
 * @param others whether a search, as it is read, is of the same kind
 * @param instead how HAPI must be asked to mean the same, one search after the other; empty when it cannot be asked
 */
record Accepted(Question example, Predicate<String> others, String reason, Function<Question, List<Question>> instead) {
    static final List<Accepted> TABLE = List.of(
            row(
                    "Patient?birthdate=ap1996",
                    "=ap\\d",
                    "we refuse ap, which leaves open how near is near",
                    Accepted::never),
            row(
                    "Consent?actor:identifier=http://ooievaar.example/fhir/NamingSystem/service|90000201-phb",
                    ":identifier=",
                    "HAPI has no :identifier on references",
                    Accepted::never),
            row(
                    "Consent?actor:missing=true",
                    "^Consent\\?.*actor:missing=",
                    "HAPI takes a reference by identifier for missing, though the element is there",
                    Accepted::never),
            row(
                    "Appointment?actor:PractitionerRole.role:not=03.000",
                    "(actor|participant):\\w+\\.[\\w-]+:not=",
                    "HAPI forgets the type in the chain: an actor or member of another type fits :not as well",
                    Accepted::never),
            row(
                    "Goal?target-date=ge2026-03-29&target-date=lt2026-03-29",
                    "Goal\\?target-date=ge[^&,]*&target-date=lt",
                    "HAPI wants one target to meet both dates; repeated parameters each ask for themselves",
                    Accepted::never),
            row(
                    "Patient?birthdate=ge2003-04,lt1996-02",
                    "=ge\\d[^&,]*,lt\\d",
                    "HAPI has no or between dates",
                    Accepted::eitherDate),
            row(
                    "Patient?birthdate=ge1996",
                    "=(ge|le)\\d{4}(-\\d\\d)?([,&]|$)",
                    "HAPI leaves out the year or month that is named, which ge and le take in",
                    question -> List.of(question.with(Accepted::inDays))),
            row(
                    "Condition?_sort=-onset-date,_id",
                    "_sort=-(?!_id)",
                    "the specification gives what has no value no place: descending it is first here, last at HAPI",
                    Accepted::withoutValueFirst));

    private static Accepted row(
            String example, String others, String reason, Function<Question, List<Question>> instead) {
        return new Accepted(Question.read(example), Pattern.compile(others).asPredicate(), reason, instead);
    }

    private static List<Question> never(Question question) {
        return List.of();
    }

    private static List<Question> eitherDate(Question question) {
        return Stream.of(0, 1)
                .map(i ->
                        question.with(part -> new Part(part.name(), part.value().split(",")[i])))
                .toList();
    }

    private static Part inDays(Part part) {
        if (!part.value().matches("(ge|le)\\d{4}(-\\d\\d)?")) {
            return part;
        }
        boolean from = part.value().startsWith("ge");
        String date = part.value().substring(2);
        YearMonth month = YearMonth.parse(date.length() > 4 ? date : date + (from ? "-01" : "-12"));
        return new Part(part.name(), from ? "ge" + month.atDay(1) : "le" + month.atEndOfMonth());
    }

    private static List<Question> withoutValueFirst(Question question) {
        String sortedBy = question.parts().stream()
                .filter(part -> part.name().equals("_sort"))
                .map(Part::parameter)
                .findFirst()
                .orElseThrow();
        return Stream.of("true", "false")
                .map(missing -> question.and(Question.of(question.type(), new Part(sortedBy + ":missing", missing))))
                .toList();
    }
}
