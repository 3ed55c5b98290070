package nl.ooievaar.mappings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Instant;
import nl.ooievaar.mappings.account.Outcome;
import nl.ooievaar.mappings.bds.BdsExport;
import nl.ooievaar.mappings.birthcare.BirthCareNames;
import nl.ooievaar.mappings.birthcare.FromBirthCare;
import nl.ooievaar.mappings.birthcare.Transaction;
import nl.ooievaar.mappings.dossier.Declaration;
import nl.ooievaar.mappings.dossier.Mapped;
import nl.ooievaar.mappings.dossier.ToDossier;
import nl.ooievaar.mappings.source.AdaReader;
import nl.ooievaar.mappings.source.Limits;
import org.junit.jupiter.api.Test;

/** The bridges one after another: the card of a midwife, the records of the visit, the parent dossier, the BDS. */
class CardToDossierTest {
    @Test
    void a_pregnancy_card_becomes_personal_data_and_a_due_date_in_the_parent_dossier() throws IOException {
        byte[] card = CardToDossierTest.class
                .getResourceAsStream("/nl/ooievaar/mappings/card-2.3.xml")
                .readAllBytes();
        var records = FromBirthCare.map(new AdaReader(Limits.USUAL, new BirthCareNames()).read(card));
        Mapped dossier = new ToDossier(Declaration.table()).map(Transaction.of(records, Instant.EPOCH));
        assertEquals(0, dossier.account().count(Outcome.REJECTED));
        assertTrue(dossier.result().at("/person/names/0/family").isTextual());
        assertEquals("2003-02", dossier.result().at("/person/birthDate").asText());
        assertTrue(dossier.result().at("/pregnancy/dueDates/0/value").isTextual());
        BdsExport export = BdsExport.of(dossier.result());
        assertEquals(0, export.account().count(Outcome.REJECTED));
        assertTrue(export.rows().stream().anyMatch(row -> row.element() == 1578));
    }
}
