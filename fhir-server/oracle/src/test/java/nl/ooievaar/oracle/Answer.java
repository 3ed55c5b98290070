package nl.ooievaar.oracle;

import java.util.List;
import java.util.Set;

/**
 * What a search gave over all its pages.
 *
 * @param status of the first page, or of the page that was refused
 * @param matches {@code Type/id}, in order
 * @param included {@code Type/id} of what came along
 */
record Answer(int status, List<String> matches, Set<String> included) {}
