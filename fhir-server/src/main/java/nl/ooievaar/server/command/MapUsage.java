package nl.ooievaar.server.command;

import java.util.Locale;

/** What the command {@code map} says of itself. */
final class MapUsage {
    private static final String EN =
            """
            java -jar ooievaar.jar map WHAT [options] FILE…

            Reads files or folders of them, and writes for each what it became and what became of every field (NAME.account.json),
            which never holds a value. Nothing is sent anywhere. WHAT is one of

              from-birth-care      a record of birth care to a transaction of FHIR R4 (NAME.bundle.json)
              to-birth-care        feedback and plan in FHIR R4 to a document (NAME.care-document.json) and to a care plan of
                                   STU3 (NAME.care-plan.json), each with its account (NAME.care-document.account.json,
                                   NAME.care-plan.account.json); what is marked as withheld stays behind
              to-parent-dossier    a Bundle of FHIR R4 to a parent dossier (NAME.dossier.json)
              from-parent-dossier  a parent dossier, JSON or XML, to a Bundle of FHIR R4 (NAME.bundle.json)
              to-bds               a parent dossier, or a Bundle of FHIR R4, to elements of the BDS JGZ (NAME.bds.json)

              --to FOLDER    where to write (the current folder)
              --lang nl|en   language of the reasons (en)
              --strict       write nothing of a record of which a field can not be read

            Exit: 0 all fields were read, 1 some could not be, 2 a record could not be read or was asked wrongly.
            """;

    private static final String NL =
            """
            java -jar ooievaar.jar map WAT [opties] BESTAND…

            Leest bestanden of mappen daarvan, en schrijft van elk wat het werd en wat er van elk veld werd (NAAM.account.json);
            daarin staat nooit een waarde. Er wordt niets verstuurd. WAT is een van

              from-birth-care      een dossier van de geboortezorg naar een transactie van FHIR R4 (NAAM.bundle.json)
              to-birth-care        terugkoppeling en plan in FHIR R4 naar een document (NAAM.care-document.json) en naar een
                                   zorgplan van STU3 (NAAM.care-plan.json), elk met zijn verantwoording
                                   (NAAM.care-document.account.json, NAAM.care-plan.account.json); wat als afgeschermd is gemerkt blijft achter
              to-parent-dossier    een Bundle van FHIR R4 naar een ouderdossier (NAAM.dossier.json)
              from-parent-dossier  een ouderdossier, JSON of XML, naar een Bundle van FHIR R4 (NAAM.bundle.json)
              to-bds               een ouderdossier, of een Bundle van FHIR R4, naar elementen van de BDS JGZ (NAAM.bds.json)

              --to MAP       waar te schrijven (de huidige map)
              --lang nl|en   taal van de redenen (en)
              --strict       schrijf niets van een dossier waarvan een veld niet te lezen is

            Uitkomst: 0 alle velden zijn gelezen, 1 een aantal niet, 2 een dossier was niet te lezen of er werd verkeerd gevraagd.
            """;

    private MapUsage() {}

    static String in(Locale language) {
        return language.getLanguage().equals("nl") ? NL : EN;
    }
}
