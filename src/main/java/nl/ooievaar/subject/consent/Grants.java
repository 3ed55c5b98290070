package nl.ooievaar.subject.consent;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import nl.ooievaar.subject.consent.Deciding.Voice;
import nl.ooievaar.subject.consent.Person.Stretch;
import nl.ooievaar.subject.party.Party;

/**
 * Compiles all that is known about one person into rows that a query can join. Roles are resolved into the parties that hold
 * them, ages into periods, and the consents of two who decide together into pairs; what is left for the query is to see that
 * no objection stands unbeaten. The rows then say exactly what {@link ConsentDecision} says.
 */
public final class Grants {

    private Grants() {}

    /** All rows, in an order that depends only on the order of what was said. */
    public static List<Grant> compile(Circumstances circumstances) {
        List<Voiced> said = circumstances.statements().stream()
                .filter(ConsentStatement::active)
                .flatMap(it -> rows(it, circumstances).map(row -> new Voiced(it.giver(), row)))
                .toList();
        return circumstances.person().stretches().stream()
                .flatMap(stretch -> during(stretch, said))
                .distinct()
                .toList();
    }

    private static Stream<Grant> during(Stretch stretch, List<Voiced> said) {
        List<Grant> first = of(Voice.FIRST, stretch, said);
        List<Grant> second = of(Voice.SECOND, stretch, said);
        if (stretch.deciding() != Deciding.TOGETHER) {
            return first.stream();
        }
        Stream<Grant> pairs = first.stream()
                .filter(Grant::isPermit)
                .flatMap(her -> second.stream().filter(Grant::isPermit).flatMap(his -> her.together(his).stream()));
        Stream<Grant> hers = first.stream().filter(it -> !it.isPermit());
        Stream<Grant> his = second.stream().filter(it -> !it.isPermit()).map(Grant::ofSecond);
        return Stream.of(pairs, hers, his).flatMap(it -> it);
    }

    private static List<Grant> of(Voice voice, Stretch stretch, List<Voiced> said) {
        return said.stream()
                .filter(it -> stretch.deciding()
                        .voiceOf(it.giver())
                        .filter(voice::equals)
                        .isPresent())
                .map(it -> it.row().during(stretch.period()))
                .filter(it -> !it.period().empty())
                .toList();
    }

    private static Stream<Grant> rows(ConsentStatement statement, Circumstances circumstances) {
        List<Reached> reached = statement.recipients().stream()
                .flatMap(it -> reached(statement, it, circumstances.relations()))
                .toList();
        Stream<Grant> data = reached.stream()
                .flatMap(to -> statement.reaches().stream().flatMap(dataClass -> resources(statement.scope())
                        .map(resource -> to.row(
                                statement,
                                to.source(),
                                dataClass,
                                resource,
                                statement.scope().contexts()))));
        return statement.isPermit() ? Stream.concat(data, itself(statement, reached)) : data;
    }

    private static Stream<Optional<String>> resources(Scope scope) {
        return scope.named().isEmpty()
                ? Stream.of(Optional.empty())
                : scope.named().stream().map(Optional::of);
    }

    // A permission is itself open to those it speaks of: they must be able to show what they act on.
    private static Stream<Grant> itself(ConsentStatement statement, List<Reached> reached) {
        Party source = statement.source().orElseThrow();
        Reached asSource = new Reached(new Recipient.Named(source), statement.source(), source, statement.period());
        return Stream.concat(reached.stream(), Stream.of(asSource))
                .filter(to -> !to.recipient().equals(statement.recorder()))
                .map(to -> to.row(
                        statement,
                        Optional.of(statement.recorder()),
                        DataClass.CONSENT,
                        Optional.of(statement.id()),
                        Set.of()));
    }

    private static Stream<Reached> reached(
            ConsentStatement statement, Recipient recipient, List<CareRelation> relations) {
        if (recipient instanceof Recipient.Named named) {
            return Stream.of(new Reached(recipient, statement.source(), named.party(), statement.period()));
        }
        if (!Matching.takesRoles(statement)) {
            return Stream.empty();
        }
        return relations.stream()
                .filter(it -> recipient.equals(new Recipient.InRole(it.role())))
                .filter(it -> statement.source().map(it.statedBy()::equals).orElse(true))
                .map(it -> new Reached(
                        recipient,
                        Optional.of(it.statedBy()),
                        it.holder(),
                        statement.period().within(it.period())));
    }

    private record Voiced(Giver giver, Grant row) {}

    /** One party to which a statement applies, with the records and the time for which it does. */
    private record Reached(Recipient as, Optional<Party> source, Party recipient, Period period) {

        Grant row(
                ConsentStatement statement,
                Optional<Party> custodian,
                DataClass dataClass,
                Optional<String> resource,
                Set<String> contexts) {
            return new Grant(
                    statement.effect(),
                    custodian,
                    recipient,
                    dataClass,
                    resource,
                    contexts,
                    Set.of(),
                    statement.purpose(),
                    OptionalInt.of(Specificity.of(as, statement.scope()).bits()),
                    OptionalInt.empty(),
                    statement.id(),
                    statement.version(),
                    period);
        }
    }
}
