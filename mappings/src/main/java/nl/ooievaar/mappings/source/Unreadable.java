package nl.ooievaar.mappings.source;

import java.util.Locale;

/** A source that is no record at all, or more than may be read. The message never quotes the source. */
public final class Unreadable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What is wrong with the whole. */
    public enum Reason {
        NOT_XML("Geen welgevormde XML.", "Not well-formed XML."),
        NOT_JSON(
                "Geen welgevormde JSON, of een naam staat er twee keer in hetzelfde object.",
                "Not well-formed JSON, or a name stands twice in one object."),
        NOT_A_DOSSIER(
                "Geen ouderdossier: verwacht zijn vorm in JSON of in XML.",
                "Not a parent dossier: its form in JSON or in XML is expected."),
        DOCUMENT_TYPE(
                "Een documenttype of een entiteit: die leest deze brug niet.",
                "A document type or an entity: this bridge reads none."),
        UNKNOWN_FORM(
                "Geen vorm die deze brug kent: verwacht ADA, ADA Lite, HL7v3, CDA of een bundel van FHIR STU3.",
                "No form that this bridge knows: ADA, ADA Lite, HL7v3, CDA or a bundle of FHIR STU3 is expected."),
        UNKNOWN_DATASET(
                "Een versie van de gegevensset die deze brug niet kent: verwacht PWD 2.1 tot en met 2.3, PWD 3.2 of neonatologie 3.0.",
                "A version of the dataset that this bridge does not know: PWD 2.1 to 2.3, PWD 3.2 or neonatology 3.0 is expected."),
        TOO_DEEP("Meer dan %d lagen diep.", "More than %d levels deep."),
        TOO_LARGE("Groter dan %d bytes.", "Larger than %d bytes."),
        TOO_MANY("Meer dan %d velden.", "More than %d fields.");

        private final String nl;
        private final String en;

        Reason(String nl, String en) {
            this.nl = nl;
            this.en = en;
        }
    }

    private final Reason reason;
    private final int line;
    private final int column;
    private final long limit;

    public Unreadable(Reason reason, int line, int column, long limit) {
        super(reason.name());
        this.reason = reason;
        this.line = line;
        this.column = column;
        this.limit = limit;
    }

    public Reason reason() {
        return reason;
    }

    /** From 1; 0 when it is about the whole. */
    public int line() {
        return line;
    }

    public int column() {
        return column;
    }

    public String text(Locale language) {
        return (language.getLanguage().equals("nl") ? reason.nl : reason.en).formatted(limit);
    }
}
