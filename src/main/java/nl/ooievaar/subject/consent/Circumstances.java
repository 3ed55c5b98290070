package nl.ooievaar.subject.consent;

import java.util.Collection;
import java.util.List;
import java.util.Objects;

/**
 * All that is known about one person that bears on who may have her records.
 *
 * @param person who she is and who decides for her
 * @param statements her permissions and objections, and those given for her
 * @param relations who does what around her
 * @param representations who represents her
 */
public record Circumstances(
        Person person,
        List<ConsentStatement> statements,
        List<CareRelation> relations,
        List<Representation> representations) {

    public Circumstances {
        Objects.requireNonNull(person);
        statements = List.copyOf(statements);
        relations = List.copyOf(relations);
        representations = List.copyOf(representations);
    }

    /** A grown woman of whom nothing but these statements is known. */
    public static Circumstances of(Collection<ConsentStatement> statements) {
        return new Circumstances(Person.grown("herself"), List.copyOf(statements), List.of(), List.of());
    }
}
