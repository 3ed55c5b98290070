package nl.ooievaar.profiles;

import java.util.List;

/**
 * The profiles that a resource says it follows.
 *
 * @param expression where it stands in what was sent, as FHIRPath
 */
public record Claim(String expression, String type, List<String> profiles) {}
