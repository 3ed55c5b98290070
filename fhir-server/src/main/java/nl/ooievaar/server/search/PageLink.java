package nl.ooievaar.server.search;

import java.util.List;
import java.util.Map;

/**
 * What a page link remembers: the search, the store as its first page saw it, and the place where that page ended.
 *
 * @param expires seconds since 1970
 * @param own transaction of the first page, or null when it had written nothing
 */
record PageLink(
        long expires,
        String type,
        Map<String, List<String>> parameters,
        boolean inBody,
        String snapshot,
        String own,
        List<String> place) {}
