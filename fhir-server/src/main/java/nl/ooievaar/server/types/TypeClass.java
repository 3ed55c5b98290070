package nl.ooievaar.server.types;

/** Who may open a resource of a type at all: the class column of {@code src/docs/types.md}. */
public enum TypeClass {
    /** A woman's file: only the gate opens it. */
    PERSON,
    /** Work data of professionals: readable by care providers. */
    STAFF,
    /** Readable by every authenticated party, written by import. */
    DIRECTORY,
    /** Profiles, questionnaires and terminology from the package. */
    CONFORMANCE,
    /** Written by the server itself. */
    SYSTEM
}
