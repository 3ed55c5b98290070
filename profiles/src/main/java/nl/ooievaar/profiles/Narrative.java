package nl.ooievaar.profiles;

import org.hl7.fhir.r4.model.MetadataResource;
import org.hl7.fhir.r4.model.NamingSystem;
import org.hl7.fhir.r4.model.Narrative.NarrativeStatus;
import org.hl7.fhir.utilities.xhtml.NodeType;
import org.hl7.fhir.utilities.xhtml.XhtmlNode;

/** The text of a definition for tools that show nothing else (FHIR R4 2.4.0, dom-6): its title and what it is for. */
final class Narrative {
    private Narrative() {}

    /** Gives a definition its text, unless it has one. */
    static void tell(MetadataResource definition) {
        if (definition.hasText()) {
            return;
        }
        XhtmlNode text = new XhtmlNode(NodeType.Element, "div");
        text.attribute("xmlns", "http://www.w3.org/1999/xhtml");
        if (definition.hasLanguage()) {
            text.attribute("lang", definition.getLanguage()).attribute("xml:lang", definition.getLanguage());
        }
        // A NamingSystem has no title in R4.
        String title = definition instanceof NamingSystem ? definition.getName() : definition.getTitle();
        text.addTag("p").addTag("b").addText(title);
        if (definition.hasDescription()) {
            text.addTag("p").addText(definition.getDescription());
        }
        definition.getText().setStatus(NarrativeStatus.GENERATED).setDiv(text);
    }
}
