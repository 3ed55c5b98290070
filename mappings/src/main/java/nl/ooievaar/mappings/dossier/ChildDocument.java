package nl.ooievaar.mappings.dossier;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import nl.ooievaar.mappings.account.Why;

/**
 * From the document that {@code $hand-over-to-child} leaves in the file of the child to the items of its dossier: a title and words
 * each. Thread safe.
 */
public final class ChildDocument {
    private ChildDocument() {}

    /** @param composition with the words as the hand-over writes them: text and no markup */
    public static Mapped items(JsonNode composition) {
        List<Field> fields = Field.of(composition);
        List<Fate> fates = new ArrayList<>();
        for (int i = 0; i < fields.size(); i++) {
            fates.add(fate(fields.get(i), i));
        }
        return ToDossier.written(new Fates(fields, fates));
    }

    private static Fate fate(Field field, int order) {
        Path path = field.path();
        if (!path.steps().get(0).name().equals("section")) {
            return new Fate.Left(Why.ENVELOPE);
        }
        Path item = Path.parse("items[" + path.steps().get(0).index() + "]");
        return switch (path.from(1).text()) {
            case "title" ->
                carried(item.then("title"), Optional.of(field.value().asText()), order);
            case "text.div" -> carried(item.then("text"), words(field.value().asText()), order);
            default -> new Fate.Left(Why.ENVELOPE);
        };
    }

    private static Fate carried(Path target, Optional<String> text, int order) {
        Optional<Why> wrong =
                text.map(it -> Primitive.STRING.wrong(Json.text(it))).orElse(Optional.of(Why.NOT_TEXT));
        return wrong.<Fate>map(Fate.Rejected::new)
                .orElseGet(() -> new Fate.Carried(target, Json.text(text.orElse("")), Optional.empty(), order));
    }

    /** The words of a narrative; empty when it is more than words. */
    private static Optional<String> words(String div) {
        try {
            XMLStreamReader xml = DossierXmlReader.XML.createXMLStreamReader(new StringReader(div));
            xml.nextTag();
            StringBuilder text = new StringBuilder();
            int event = xml.next();
            for (; event == XMLStreamConstants.CHARACTERS; event = xml.next()) {
                text.append(xml.getText());
            }
            return event == XMLStreamConstants.END_ELEMENT ? Optional.of(text.toString()) : Optional.empty();
        } catch (XMLStreamException e) {
            return Optional.empty();
        }
    }
}
