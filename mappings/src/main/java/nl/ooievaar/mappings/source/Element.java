package nl.ooievaar.mappings.source;

/**
 * A field by its number in its dataset. The same number means other things in other datasets; names change between versions.
 *
 * @param number the last arc of its concept id
 */
public record Element(Dataset dataset, int number) {}
