package nl.ooievaar.mappings.account;

import java.util.Locale;

/** Why a leaf was left, lost something or was rejected, in a sentence that a vendor can act on. */
public enum Why {
    UNKNOWN_ELEMENT(
            "Dit veld staat in geen van de gegevenssets die deze brug kent.",
            "This field stands in none of the datasets that this bridge knows."),
    NO_NUMBER(
            "Dit veld heeft geen elementnummer, en zijn naam staat hier in geen bekende groep.",
            "This field has no element number, and its name stands in no known group here."),
    OTHER_DATASET(
            "Het nummer hoort bij een andere gegevensset dan de rest van dit bericht.",
            "The number belongs to another dataset than the rest of this message."),
    CLINICAL(
            "Verloskundige of medische gegevens die het huisbezoek niet nodig heeft; zij blijven in het geboortezorgdossier.",
            "Obstetric or medical data that the visit does not need; they stay in the birth-care record."),
    UNDECLARED(
            "Dit veld is er geen van die het huisbezoek gebruikt; het blijft in het dossier waar het stond.",
            "This field is none of those that the visit uses; it stays in the record where it stood."),
    REPRESENTATION(
            "Wie haar vertegenwoordigt legt een professional vast, met bewijs; het volgt niet uit een status.",
            "Who represents her is recorded by a professional, with proof; it does not follow from a status."),
    CONTRADICTS(
            "Strijdig met een ander veld: een einde bij wat nog actueel heet.",
            "Contradicts another field: an end of what is said to be current."),
    EARLIER_PREGNANCY(
            "Hoort bij een eerdere zwangerschap; zij blijft in het geboortezorgdossier.",
            "Belongs to an earlier pregnancy; it stays in the birth-care record."),
    CHILD(
            "Gaat over het kind; zijn dossier begint na de geboorte, met wat zij dan kiest.",
            "Is about the child; its dossier begins after birth, with what she then chooses."),
    OTHER_PERSON(
            "Gaat over een ander; alleen wat hij zelf vertelt hoort in een dossier, met zijn toestemming.",
            "Is about another person; only what they tell themselves belongs in a record, with their consent."),
    MARKED(
            "Gemarkeerd als afgeschermd; het gaat nooit mee, en een verwijzing ernaar ook niet.",
            "Marked as withheld; it never goes along, nor does a reference to it."),
    NOT_CHOSEN(
            "Niet gekozen; naar het dossier van het kind gaat alleen wat gekozen is.",
            "Not chosen; only what was chosen goes to the record of the child."),
    ETHNICITY(
            "Herkomst is voor het huisbezoek niet nodig en mag dan niet verwerkt worden.",
            "Ethnicity is not needed for the visit and may then not be processed."),
    ELSEWHERE(
            "Heeft een eigen weg, of een bron die hier niet is; een dossier maakt het niet.",
            "Has a way of its own, or a source that is not here; a dossier does not make it."),
    PROVIDER(
            "Wie het bericht stuurt staat in de sleutel van de aanroep, niet in het bericht.",
            "Who sends the message stands in the token of the call, not in the message."),
    ENVELOPE(
            "Hoort bij de verzending of de boekhouding van de server, niet bij het dossier.",
            "Belongs to the sending or the bookkeeping of the server, not to the record."),
    CONSENT(
            "Een toestemming blijft waar zij is vastgelegd; een kopie opent niets.",
            "A consent stays where it was recorded; a copy opens nothing."),
    WORK(
            "Werk van wie het bezoek doet; het hoort niet in het ouderdossier.",
            "Work of who makes the visit; it does not belong in the parent dossier."),
    REPEATED("Zegt in woorden wat al in velden staat.", "Says in words what fields already say."),
    PAYER("De verzekering is voor het huisbezoek niet nodig.", "The insurance is not needed for the visit."),
    POINTER(
            "Verwijst naar een ander deel van het bericht; wat daar staat heeft een eigen regel.",
            "Points to another part of the message; what stands there has a line of its own."),
    OUTSIDE(
            "Verwijst naar een gegeven dat niet meegaat; dan gaat de verwijzing ook niet mee.",
            "Refers to something that does not go along; then the reference does not either."),
    EMPTY("Het veld is leeg.", "The field is empty."),
    NOT_TEXT("Geen tekst, of met tekens die niet mogen.", "Not text, or with characters that are not allowed."),
    NOT_A_SCORE(
            "Geen cijfer: verwacht een geheel getal van 1 tot en met 10.",
            "Not a score: a whole number from 1 to 10 is expected."),
    NOT_A_DATE(
            "Geen datum: verwacht JJJJ, JJJJ-MM of JJJJ-MM-DD.",
            "Not a date: YYYY, YYYY-MM or YYYY-MM-DD is expected."),
    NOT_A_DATE_TIME(
            "Geen datum met tijd: verwacht een datum, of JJJJ-MM-DDTUU:MM:SS.",
            "Not a date with time: a date, or YYYY-MM-DDThh:mm:ss, is expected."),
    NOT_A_NUMBER("Geen getal.", "Not a number."),
    NOT_WHOLE("Geen geheel getal van 0 of meer.", "Not a whole number of 0 or more."),
    NOT_TRUE_OR_FALSE("Niet true of false.", "Not true or false."),
    NO_CODE("Een code met haar codestelsel ontbreekt.", "A code with its code system is missing."),
    NOT_A_BSN(
            "Geen burgerservicenummer: de elfproef klopt niet.",
            "Not a citizen service number: it fails the eleven test."),
    UNKNOWN_UNIT(
            "De eenheid is niet bekend; verwacht een eenheid van UCUM.",
            "The unit is not known; one of UCUM is expected."),
    SECOND_VALUE(
            "Er is al een waarde voor dit veld, en er past er maar één.",
            "There is a value for this field already, and only one fits."),
    CONTRADICTION(
            "Een niet besproken thema heeft geen cijfer, beleving, beeld of factor.",
            "A theme that was not discussed has no score, experience, view or factor."),
    NOT_HER_VOICE(
            "Cijfer en beleving zijn van wie het gaat; een ander kan ze niet geven.",
            "Score and experience belong to the person it is about; nobody else can give them."),
    OTHER_FORM(
            "Een andere vragenlijst dan die van dit deel van het dossier.",
            "Another questionnaire than that of this part of the record."),
    NO_SUBJECT("De gegevens van de vrouw om wie het gaat ontbreken.", "The data of the woman it is about are missing."),
    LIST_POSITION(
            "Het volgnummer in de keuzelijst vervalt; de code zegt hetzelfde.",
            "The position in the pick list is dropped; the code says the same."),
    ZONE(
            "De bron zegt niet in welke tijdzone; de tijd is gelezen als die van Nederland.",
            "The source does not say in which time zone; the time was read as that of the Netherlands."),
    TIME_DROPPED("Het tijdstip vervalt; de dag blijft.", "The time of day is dropped; the day stays."),
    PROFILE(
            "De ontvanger kent één vorm voor deze persoon; welk profiel het was vervalt.",
            "The receiver knows one form for this person; which profile it was is dropped."),
    SHORT_REFERENCE(
            "Een verwijzing naar de vrouw is teruggebracht tot haar sleutel in dit dossier.",
            "A reference to the woman was brought back to her key in this dossier."),
    SCALE(
            "Een cijfer van 1 tot 10 is geen antwoord uit de lijst van de ontvanger; omrekenen is verzinnen.",
            "A score from 1 to 10 is no answer of the receiver's list; converting would be inventing."),
    CODE_UNSEEN(
            "De lijst van de ontvanger heeft dit antwoord, maar zijn code staat in geen openbare bron.",
            "The list of the receiver has this answer, but its code stands in no public source."),
    SAFE_CONTACT(
            "De ontvanger heeft geen plaats voor hoe zij veilig te bereiken is; dan gaat geen nummer of adres mee.",
            "The receiver has no place for how she can be reached safely; then no number or address goes along."),
    WITHHELD_ADDRESS(
            "Zij houdt een adres geheim; dan komt er geen in haar Patient te staan.",
            "She keeps an address secret; then none comes to stand in her Patient."),
    IN_ERROR("Ingetrokken als vergissing.", "Withdrawn as an error."),
    NARROWER(
            "De lijst van de ontvanger heeft alleen een antwoord dat meer zegt dan de bron.",
            "The list of the receiver only has an answer that says more than the source."),
    COARSER("De lijst van de ontvanger is grover.", "The list of the receiver is coarser."),
    NO_PLACE("De ontvanger heeft geen plaats voor dit gegeven.", "The receiver has no place for this.");

    private final String nl;
    private final String en;

    Why(String nl, String en) {
        this.nl = nl;
        this.en = en;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** @param language Dutch or, for any other, English */
    public String text(Locale language) {
        return language.getLanguage().equals("nl") ? nl : en;
    }
}
