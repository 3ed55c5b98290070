package nl.ooievaar.mappings.source;

import java.util.Optional;

/** What the fields are called, for a form that leaves their numbers out. */
public interface ElementNames {

    /** Whether this is the name of a message that is known. */
    boolean transaction(String name);

    /** The dataset of a message that gives no numbers. */
    Optional<Dataset> dataset(String transaction);

    /** @param in the part in which a field or part of this name stands */
    Optional<Element> element(Group in, String name);
}
