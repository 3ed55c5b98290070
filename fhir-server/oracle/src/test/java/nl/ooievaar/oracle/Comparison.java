package nl.ooievaar.oracle;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Asks both servers, and keeps what they do not agree on. */
final class Comparison {
    private final FhirServer ours;
    private final FhirServer hapi;
    private final List<String> differences = new ArrayList<>();
    private final Set<Question> differing = new HashSet<>();
    private int matching;
    private int asIs;
    private int otherwise;
    private int unchecked;

    Comparison(FhirServer ours, FhirServer hapi) {
        this.ours = ours;
        this.hapi = hapi;
    }

    void compare(Question question) throws IOException, InterruptedException {
        Answer our = ours.search(question.type(), question.query());
        Answer their = hapi.search(question.type(), question.query());
        matching += our.matches().isEmpty() ? 0 : 1;
        if (our.status() == 200 && our.same(their, question.ordered())) {
            asIs++;
            return;
        }
        differing.add(question);
        List<Accepted> rows = Accepted.TABLE.stream()
                .filter(row -> row.others().test(question.toString()))
                .toList();
        Optional<Answer> meant = rows.isEmpty() ? Optional.of(their) : instead(rows, question);
        if (meant.isEmpty()) {
            unchecked++;
        } else if (our.same(meant.get(), question.ordered())) {
            otherwise++;
        } else {
            differences.add("\n" + question + "\n  ours " + our + "\n  HAPI " + meant.get());
        }
    }

    List<String> differences() {
        return differences;
    }

    /** Rows of the table whose example no longer differs. */
    List<String> stale() {
        return Accepted.TABLE.stream()
                .filter(row -> !differing.contains(row.example()))
                .map(Accepted::reason)
                .toList();
    }

    @Override
    public String toString() {
        return "%d with matches, %d agree as asked, %d when HAPI is asked otherwise, %d differ as accepted"
                .formatted(matching, asIs, otherwise, unchecked);
    }

    private Optional<Answer> instead(List<Accepted> rows, Question question) throws IOException, InterruptedException {
        List<Question> asked = List.of(question);
        for (Accepted row : rows) {
            asked = asked.stream()
                    .flatMap(one -> row.instead().apply(one).stream())
                    .toList();
        }
        Optional<Answer> found = Optional.empty();
        for (Question one : asked) {
            Answer answer = hapi.search(one.type(), one.query());
            found = Optional.of(found.map(before -> before.then(answer)).orElse(answer));
        }
        return found;
    }
}
