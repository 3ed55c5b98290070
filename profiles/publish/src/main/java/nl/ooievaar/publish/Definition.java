package nl.ooievaar.publish;

import java.util.List;

/**
 * What the page of a definition shows; all but the headings is HTML.
 *
 * @param facts short things one looks up, such as its address
 * @param blocks tables, in the order in which they are read
 * @param json where its JSON lies, one address for each resource on the page
 */
record Definition(String title, String description, List<Fact> facts, List<Block> blocks, List<Fact> json) {

    /** A name and what it is. */
    record Fact(String name, String value) {}

    /** A table; one that is folded is read by who wants it. */
    record Block(String id, String heading, String intro, List<String> heads, List<Line> lines, boolean folded) {
        int width() {
            return heads.size();
        }

        boolean table() {
            return !lines.isEmpty();
        }
    }

    /** A row with its anchor, empty where nobody links to it; a row of kind {@code head} has one cell, over those below it. */
    record Line(String id, String kind, List<String> cells) {
        boolean head() {
            return kind.equals("head");
        }

        boolean anchored() {
            return !id.isEmpty();
        }
    }
}
