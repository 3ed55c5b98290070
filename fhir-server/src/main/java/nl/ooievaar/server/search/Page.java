package nl.ooievaar.server.search;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import nl.ooievaar.server.gate.Seen;

/**
 * One page of what a caller may see of a search.
 *
 * @param included what the matches refer to or what refers to them, as asked; never a match
 * @param nextToken for the next page, when there is more
 * @param total how many matches the caller may see; known when asked, and when all stand on the first page
 */
public record Page(List<Seen> matches, List<Seen> included, Optional<String> nextToken, OptionalInt total) {}
