package nl.ooievaar.mappings.dossier;

import java.util.Locale;
import java.util.Map;

/** The XML form as an XML Schema, made from the declaration; the order is that of the declaration. */
final class XmlSchema {
    private final Declaration declaration;
    private final boolean whole;
    private final StringBuilder out = new StringBuilder();

    /** @param whole false for the dossier of a child, which has what was chosen and no more */
    XmlSchema(Declaration declaration, boolean whole) {
        this.declaration = declaration;
        this.whole = whole;
    }

    String text() {
        out.setLength(0);
        line(0, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
        line(
                0,
                "<xs:schema xmlns:xs=\"http://www.w3.org/2001/XMLSchema\" xmlns=\"" + DossierWriter.NAMESPACE
                        + "\" targetNamespace=\"" + DossierWriter.NAMESPACE
                        + "\" elementFormDefault=\"qualified\" version=\""
                        + Declaration.VERSION + "\">");
        line(1, "<xs:element name=\"dossier\">");
        complex(2, "", declaration.root().own());
        line(1, "</xs:element>");
        declaration.types().forEach((name, node) -> {
            if (!name.equals("part")) {
                complex(1, " name=\"" + name + "\"", node.own());
            }
        });
        for (Primitive type : Primitive.values()) {
            simple(type);
        }
        line(0, "</xs:schema>");
        return out.toString();
    }

    private void line(int depth, String text) {
        out.append("  ".repeat(depth)).append(text).append('\n');
    }

    private void complex(int depth, String attributes, Map<String, Node> children) {
        line(depth, "<xs:complexType" + attributes + ">");
        line(depth + 1, "<xs:sequence>");
        children.forEach((name, node) -> element(depth + 2, name, node));
        line(depth + 1, "</xs:sequence>");
        line(depth, "</xs:complexType>");
    }

    private void element(int depth, String name, Node node) {
        String occurs = (node.row().required() && (whole || name.equals("version")) ? "" : " minOccurs=\"0\"")
                + (node.row().repeats() ? " maxOccurs=\"unbounded\"" : "");
        String type = node.value().map(XmlSchema::name).or(node::shared).orElse("");
        line(
                depth,
                "<xs:element name=\"" + name + "\"" + (type.isEmpty() ? "" : " type=\"" + type + "\"") + occurs + ">");
        documented(depth + 1, node.row());
        if (type.isEmpty()) {
            complex(depth + 1, "", node.own());
        }
        line(depth, "</xs:element>");
    }

    private void documented(int depth, Row row) {
        line(depth, "<xs:annotation>");
        line(depth + 1, "<xs:documentation xml:lang=\"nl\">" + escaped(row.nl()) + "</xs:documentation>");
        line(depth + 1, "<xs:documentation xml:lang=\"en\">" + escaped(row.en()) + "</xs:documentation>");
        line(depth, "</xs:annotation>");
    }

    private static String escaped(String text) {
        StringBuilder made = new StringBuilder();
        DossierWriter.escape(text, made);
        return made.toString();
    }

    private static String name(Primitive type) {
        return "value-" + type.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private void simple(Primitive type) {
        line(1, "<xs:simpleType name=\"" + name(type) + "\">");
        line(2, "<xs:restriction base=\"xs:" + type.xml() + "\">");
        switch (type) {
            case STRING, CODE, URI -> line(3, "<xs:minLength value=\"1\"/>");
            case SCORE -> {
                line(3, "<xs:minInclusive value=\"1\"/>");
                line(3, "<xs:maxInclusive value=\"10\"/>");
            }
            case DATE -> line(3, "<xs:pattern value=\"" + Primitive.DATE_FORM + "\"/>");
            case DATE_TIME -> line(3, "<xs:pattern value=\"" + Primitive.DATE_TIME_FORM + "\"/>");
            case BOOLEAN, COUNT, DECIMAL -> {
                // The base says it all.
            }
        }
        line(2, "</xs:restriction>");
        line(1, "</xs:simpleType>");
    }
}
