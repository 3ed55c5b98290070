package nl.ooievaar.publish;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.ext.heading.anchor.HeadingAnchorExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BulletList;
import org.commonmark.node.Heading;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/**
 * A written page: Markdown with two additions. A link {@code profile:phb-referral} goes to the page of that profile ({@code
 * terms:}, {@code form:}, {@code example:}, {@code case:} and {@code page:} likewise), and {@code §ref-1: sentence§} is a
 * requirement with its own anchor. A list of links in bold is shown as cards.
 */
final class Prose {
    private static final List<Extension> MORE = List.of(TablesExtension.create(), HeadingAnchorExtension.create());
    private static final Parser PARSER = Parser.builder().extensions(MORE).build();
    private static final HtmlRenderer RENDERER = HtmlRenderer.builder()
            .extensions(MORE)
            .attributeProviderFactory(context -> (node, tag, attributes) -> {
                if (node instanceof BulletList list && doors(list)) {
                    attributes.put("class", "cards");
                }
            })
            .build();
    private static final Map<String, String> FOLDERS = Map.of(
            "profile:",
            "profiles/",
            "terms:",
            "terminology/",
            "form:",
            "questionnaires/",
            "example:",
            "examples/",
            "case:",
            "cases/",
            "page:",
            "");
    /** A sentence that a test keeps. */
    static final Pattern REQUIREMENT = Pattern.compile("§([a-z]+-[0-9]+): (.+?)§", Pattern.DOTALL);

    private final Node document;

    private Prose(Node document) {
        this.document = document;
    }

    static Prose of(String markdown) {
        Node document = PARSER.parse(markdown);
        document.accept(new AbstractVisitor() {
            @Override
            public void visit(Link link) {
                link.setDestination(address(link.getDestination()));
                visitChildren(link);
            }
        });
        return new Prose(document);
    }

    /** The text of the first heading, which is taken out of the page: its frame prints it. */
    String title() {
        Node first = document.getFirstChild();
        if (!(first instanceof Heading heading)) {
            throw new IllegalArgumentException("a page begins with its title");
        }
        StringBuilder text = new StringBuilder();
        heading.accept(new AbstractVisitor() {
            @Override
            public void visit(Text one) {
                text.append(one.getLiteral());
            }
        });
        heading.unlink();
        return text.toString();
    }

    String html() {
        Matcher requirement = REQUIREMENT.matcher(RENDERER.render(document)
                .replace("<table>", "<div class=\"wide\" tabindex=\"0\"><table>")
                .replace("</table>", "</table></div>")
                .replace("<pre>", "<pre tabindex=\"0\">"));
        return requirement.replaceAll(
                "<span class=\"requirement\" id=\"$1\"><a class=\"mark\" href=\"#$1\">§$1</a> $2</span>");
    }

    /** A list each item of which begins with a link in bold: doors to go through, shown as cards. */
    private static boolean doors(BulletList list) {
        for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
            Node first =
                    item.getFirstChild() == null ? null : item.getFirstChild().getFirstChild();
            if (!(first instanceof StrongEmphasis strong && strong.getFirstChild() instanceof Link)) {
                return false;
            }
        }
        return true;
    }

    private static String address(String destination) {
        if (destination.endsWith(".json") && !destination.contains("/")) {
            return "examples/" + destination.substring(0, destination.length() - ".json".length()) + ".html";
        }
        for (var folder : FOLDERS.entrySet()) {
            if (destination.startsWith(folder.getKey())) {
                String rest = destination.substring(folder.getKey().length());
                int anchor = rest.indexOf('#');
                return anchor < 0
                        ? folder.getValue() + rest + ".html"
                        : folder.getValue() + rest.substring(0, anchor) + ".html" + rest.substring(anchor);
            }
        }
        return destination;
    }
}
