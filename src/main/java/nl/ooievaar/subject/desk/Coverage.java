package nl.ooievaar.subject.desk;

/**
 * A desk serves a municipality.
 *
 * @param at where that is said, such as a line of a file or an element
 * @param municipality its code
 * @param desk the business identifier of the service
 */
public record Coverage(String at, String municipality, String desk, Days days) {}
